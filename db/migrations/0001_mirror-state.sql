ALTER TABLE "mirror_versions" ADD COLUMN "in_flight_uris" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "mirrors" ADD COLUMN "mirrored_name" text;--> statement-breakpoint
ALTER TABLE "mirrors" ADD COLUMN "creation_started_at" timestamp with time zone;