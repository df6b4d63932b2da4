UPDATE "rule_set_targets" t SET "playlist_id" = p."playlist_id" FROM "playlist_plans" p
WHERE t."playlist_id" IS NULL AND p."id" = t."plan_id" AND p."user_id" = t."user_id";--> statement-breakpoint
-- Of rule sets that undid each other's changes the one that was agreed to last stays.
WITH left_targets AS (
	DELETE FROM "rule_set_targets" WHERE "rule_set_id" IN (
		SELECT "rule_set_id" FROM (
			SELECT t."rule_set_id", row_number() OVER (
				PARTITION BY t."user_id", t."playlist_id" ORDER BY coalesce((
					SELECT min(p."created_at") FROM "playlist_plans" p
					WHERE p."rule_set_id" = t."rule_set_id" AND p."user_id" = t."user_id"
						AND p."playlist_id" = t."playlist_id" AND p."follows"
						AND p."status" NOT IN ('proposed', 'discarded')
				), t."created_at") DESC, t."created_at" DESC, t."rule_set_id"
			) AS nth FROM "rule_set_targets" t WHERE t."playlist_id" IS NOT NULL
		) followed WHERE nth > 1
	)
	RETURNING "rule_set_id"
)
UPDATE "rule_sets" SET "problem" = 'Its playlist follows another rule set. Choose another one for it.'
WHERE "id" IN (SELECT "rule_set_id" FROM left_targets);--> statement-breakpoint
ALTER TABLE "rule_set_targets" ADD CONSTRAINT "rule_set_targets_one_per_playlist" UNIQUE("user_id","playlist_id");
--> statement-breakpoint
ALTER TABLE "rule_sets" ADD COLUMN "first_due_at" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "rule_sets" SET "first_due_at" = "next_run_at" WHERE "schedule_hours" IS NOT NULL;
