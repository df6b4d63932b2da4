ALTER TABLE "sources" ADD COLUMN "enriched_by" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "enrichment_stopped_at" timestamp with time zone;