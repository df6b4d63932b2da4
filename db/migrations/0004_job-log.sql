CREATE TYPE "public"."job_log_level" AS ENUM('info', 'warning', 'error');--> statement-breakpoint
ALTER TYPE "public"."collection_status" ADD VALUE 'cancelled';--> statement-breakpoint
ALTER TYPE "public"."mirror_status" ADD VALUE 'stopped';--> statement-breakpoint
ALTER TYPE "public"."job_kind" ADD VALUE 'styles';--> statement-breakpoint
CREATE TABLE "job_log" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"job_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"level" "job_log_level" DEFAULT 'info' NOT NULL,
	"message" text NOT NULL,
	"details" jsonb
);
--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "warnings" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "run_id" text;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "samples" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "job_log" ADD CONSTRAINT "job_log_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "job_log_newest" ON "job_log" USING btree ("job_id","id");--> statement-breakpoint
CREATE INDEX "jobs_ended" ON "jobs" USING btree ("finished_at","id");