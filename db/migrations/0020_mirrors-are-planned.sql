ALTER TYPE "public"."playlist_plan_kind" ADD VALUE 'mirror';--> statement-breakpoint
ALTER TYPE "public"."playlist_state_reason" ADD VALUE 'worked_out';--> statement-breakpoint
ALTER TABLE "playlist_states" DROP CONSTRAINT "playlist_states_whole_or_write";--> statement-breakpoint
DROP INDEX "playlist_plans_playlist";--> statement-breakpoint
DROP INDEX "playlist_states_newest";--> statement-breakpoint
ALTER TABLE "mirrors" ADD COLUMN "refused_uris" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "playlist_plans" ADD COLUMN "mirror_id" uuid;--> statement-breakpoint
ALTER TABLE "playlist_plans" ADD CONSTRAINT "playlist_plans_mirror_id_mirrors_id_fk" FOREIGN KEY ("mirror_id") REFERENCES "public"."mirrors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "playlist_plans_connection" ON "playlist_plans" USING btree ("connection_id");--> statement-breakpoint
CREATE INDEX "playlist_states_connection" ON "playlist_states" USING btree ("connection_id");--> statement-breakpoint
CREATE INDEX "playlist_plans_playlist" ON "playlist_plans" USING btree ("user_id","playlist_id","created_at");--> statement-breakpoint
CREATE INDEX "playlist_states_newest" ON "playlist_states" USING btree ("user_id","playlist_id","sequence");--> statement-breakpoint
ALTER TABLE "playlist_plans" ADD CONSTRAINT "playlist_plans_mirrorId_unique" UNIQUE("mirror_id");--> statement-breakpoint
ALTER TABLE "playlist_plans" ADD CONSTRAINT "playlist_plans_of_mirror" CHECK (("playlist_plans"."mirror_id" is not null) = ("playlist_plans"."kind"::text = 'mirror'));--> statement-breakpoint
ALTER TABLE "playlist_states" ADD CONSTRAINT "playlist_states_whole_or_write" CHECK (("playlist_states"."reason" in ('before_write', 'after_write')) = ("playlist_states"."uris" is null)
        and ("playlist_states"."reason" = 'before_write') = ("playlist_states"."write" is not null));--> statement-breakpoint
WITH "kept" AS (
	SELECT v.*, m."user_id", m."spotify_playlist_id", c."id" AS "connection_id",
		v."reason" = 'before_write'
			AND row_number() OVER (PARTITION BY v."mirror_id" ORDER BY v."sequence" DESC) = 1 AS "pending"
	FROM "mirror_versions" v
	JOIN "mirrors" m ON m."id" = v."mirror_id" AND m."spotify_playlist_id" IS NOT NULL
	JOIN "connections" c ON c."user_id" = m."user_id" AND c."provider" = 'spotify'
	-- a playlist that was made anew begins with its first observation
	WHERE v."sequence" >= coalesce((
		SELECT f."sequence" FROM "mirror_versions" f
		WHERE f."mirror_id" = v."mirror_id" AND f."version" = 0 AND f."reason" = 'observed'
	), 0)
)
INSERT INTO "playlist_states" ("user_id", "connection_id", "playlist_id", "reason", "snapshot_id", "uris", "owners", "removed_by_hand", "write", "created_at")
SELECT k."user_id", k."connection_id", k."spotify_playlist_id",
	(CASE WHEN k."pending" THEN 'before_write' ELSE 'observed' END)::"playlist_state_reason",
	k."snapshot_id",
	CASE WHEN NOT k."pending" THEN k."uris" END,
	-- of each own track the first row is Clouder's
	CASE WHEN NOT k."pending" THEN coalesce((
		SELECT string_agg(CASE WHEN p."uri" = any(k."own_uris") AND p."nth" = 1 THEN 'r' ELSE 'h' END, '' ORDER BY p."place")
		FROM (
			SELECT u."uri", u."place", row_number() OVER (PARTITION BY u."uri" ORDER BY u."place") AS "nth"
			FROM unnest(k."uris") WITH ORDINALITY AS u("uri", "place")
		) p
	), '') END,
	CASE WHEN k."pending" THEN '{}' ELSE array(SELECT o."uri" FROM unnest(k."own_uris") AS o("uri") WHERE o."uri" <> all(k."uris")) END,
	-- a write that nobody knows the outcome of: what stood there already was to be taken out
	CASE WHEN NOT k."pending" THEN NULL
		WHEN k."in_flight_uris" <@ b."uris" THEN jsonb_build_object('kind', 'remove', 'uris', to_jsonb(k."in_flight_uris"), 'owners', '')
		ELSE jsonb_build_object('kind', 'add', 'uris', to_jsonb(k."in_flight_uris"), 'position', cardinality(b."uris"), 'owners', repeat('r', cardinality(k."in_flight_uris")))
	END,
	k."created_at"
FROM "kept" k
LEFT JOIN LATERAL (
	SELECT l."uris" FROM "kept" l
	WHERE l."mirror_id" = k."mirror_id" AND NOT l."pending"
	ORDER BY l."sequence" DESC LIMIT 1
) b ON k."pending"
WHERE NOT k."pending" OR (cardinality(k."in_flight_uris") > 0 AND b."uris" IS NOT NULL)
ORDER BY k."sequence";
