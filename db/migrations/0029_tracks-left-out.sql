ALTER TABLE "playlist_plans" ADD COLUMN "left_out" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
INSERT INTO "stale_facts" ("user_id", "recording_key")
SELECT DISTINCT o."user_id", o."recording_key" FROM "rule_overrides" o
WHERE o."kind" = 'pin' AND NOT EXISTS (
  SELECT FROM "track_facts" f
  WHERE f."user_id" = o."user_id" AND f."recording_key" = o."recording_key"
)
ON CONFLICT DO NOTHING;
