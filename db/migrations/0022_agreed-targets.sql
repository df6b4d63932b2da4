DROP INDEX "source_tracks_of_connection";--> statement-breakpoint
ALTER TABLE "rule_set_targets" ADD COLUMN "is_agreed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "source_tracks_of_recording" ON "source_tracks" USING btree ("recording_key");--> statement-breakpoint
CREATE INDEX "source_tracks_of_connection" ON "source_tracks" USING btree ("connection_id","spotify_uri");--> statement-breakpoint
ALTER TABLE "rule_set_targets" DROP COLUMN "unknown_uris";--> statement-breakpoint
UPDATE "rule_set_targets" t SET "is_agreed" = true WHERE EXISTS (
  SELECT FROM "playlist_plans" p
  WHERE p."rule_set_id" = t."rule_set_id" AND p."user_id" = t."user_id"
    AND p."playlist_id" = t."playlist_id" AND p."status" NOT IN ('proposed', 'discarded')
    AND position('r' in p."target_owners") > 0
);
