DROP TABLE "mirror_versions" CASCADE;--> statement-breakpoint
ALTER TABLE "mirrors" DROP COLUMN "snapshot_id";--> statement-breakpoint
DROP TYPE "public"."mirror_version_reason";