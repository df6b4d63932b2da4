CREATE TYPE "public"."list_status" AS ENUM('reading', 'read', 'settled', 'failed');--> statement-breakpoint
ALTER TYPE "public"."item_kind" ADD VALUE 'unreadable';--> statement-breakpoint
ALTER TYPE "public"."job_kind" ADD VALUE 'sync';--> statement-breakpoint
CREATE TABLE "sync_lists" (
	"run_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"part" "library_part" NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"status" "list_status" DEFAULT 'reading' NOT NULL,
	"reading" integer DEFAULT 1 NOT NULL,
	"version" text,
	"total" integer,
	"requested" integer,
	"stored" integer DEFAULT 0 NOT NULL,
	"appended" integer DEFAULT 0 NOT NULL,
	"gone" integer DEFAULT 0 NOT NULL,
	"unreadable" integer DEFAULT 0 NOT NULL,
	"problem" text,
	"settled_at" timestamp with time zone,
	CONSTRAINT "sync_lists_run_id_part_subject_pk" PRIMARY KEY("run_id","part","subject")
);
--> statement-breakpoint
ALTER TABLE "user_playlists" ALTER COLUMN "position" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "sync_pages" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sync_pages" ADD COLUMN "due_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "sync_pages" ADD COLUMN "total" integer;--> statement-breakpoint
ALTER TABLE "sync_run_parts" ADD COLUMN "unreadable" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sync_lists" ADD CONSTRAINT "sync_lists_run_id_sync_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."sync_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_lists" ADD CONSTRAINT "sync_lists_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sync_lists_last" ON "sync_lists" USING btree ("connection_id","part","subject","settled_at");--> statement-breakpoint
CREATE INDEX "sync_pages_unread" ON "sync_pages" USING btree ("run_id","part","id") WHERE "sync_pages"."read_at" is null;