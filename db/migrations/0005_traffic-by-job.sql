ALTER TABLE "provider_requests" DROP CONSTRAINT "provider_requests_provider_endpoint_group_hour_pk";--> statement-breakpoint
ALTER TABLE "provider_buckets" ADD COLUMN "requests" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "provider_buckets" ADD COLUMN "window_s" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "provider_buckets" ADD COLUMN "share" double precision DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "provider_buckets" ADD COLUMN "slowed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "provider_buckets" ADD COLUMN "recent" integer[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "provider_buckets" ADD COLUMN "slice" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "provider_requests" ADD COLUMN "kind" text DEFAULT 'interactive' NOT NULL;--> statement-breakpoint
ALTER TABLE "provider_requests" ADD COLUMN "job_id" uuid;--> statement-breakpoint
ALTER TABLE "provider_requests" ADD CONSTRAINT "provider_requests_entry" UNIQUE NULLS NOT DISTINCT("hour","provider","endpoint_group","kind","job_id");