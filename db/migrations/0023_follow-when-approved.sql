ALTER TABLE "playlist_plans" ADD COLUMN "follows" boolean DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE "playlist_plans" p SET "follows" = true FROM "rule_set_targets" t
WHERE t."plan_id" = p."id" AND t."rule_set_id" = p."rule_set_id" AND t."user_id" = p."user_id";--> statement-breakpoint
DELETE FROM "rule_set_targets" t WHERE NOT t."is_agreed" AND NOT EXISTS (
  SELECT FROM "playlist_plans" p
  WHERE p."id" = t."plan_id" AND p."status" NOT IN ('proposed', 'discarded')
);--> statement-breakpoint
ALTER TABLE "rule_set_targets" DROP COLUMN "is_agreed";
