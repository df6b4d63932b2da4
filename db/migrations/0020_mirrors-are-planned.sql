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
INSERT INTO "playlist_states" ("user_id", "connection_id", "playlist_id", "reason", "snapshot_id", "uris", "owners", "removed_by_hand", "created_at")
SELECT m."user_id", c."id", m."spotify_playlist_id", 'observed', v."snapshot_id", v."uris",
	coalesce((
		SELECT string_agg(CASE WHEN p."uri" = any(v."own_uris") AND p."nth" = 1 THEN 'r' ELSE 'h' END, '' ORDER BY p."place")
		FROM (
			SELECT u."uri", u."place", row_number() OVER (PARTITION BY u."uri" ORDER BY u."place") AS "nth"
			FROM unnest(v."uris") WITH ORDINALITY AS u("uri", "place")
		) p
	), ''),
	array(SELECT o."uri" FROM unnest(v."own_uris") AS o("uri") WHERE o."uri" <> all(v."uris")),
	v."created_at"
FROM "mirror_versions" v
JOIN "mirrors" m ON m."id" = v."mirror_id"
JOIN "connections" c ON c."user_id" = m."user_id" AND c."provider" = 'spotify'
WHERE m."spotify_playlist_id" IS NOT NULL
ORDER BY v."sequence";
