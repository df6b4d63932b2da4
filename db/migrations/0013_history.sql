CREATE TYPE "public"."import_status" AS ENUM('uploading', 'pending', 'running', 'complete', 'partial', 'failed', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."subject_kind" AS ENUM('track', 'artist', 'album');--> statement-breakpoint
ALTER TYPE "public"."job_kind" ADD VALUE 'import' BEFORE 'matching';--> statement-breakpoint
CREATE TABLE "exported_plays" (
	"play_id" bigint PRIMARY KEY NOT NULL,
	"connection_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"ended_at" timestamp with time zone NOT NULL,
	"ms_played" integer NOT NULL,
	"details" jsonb NOT NULL,
	CONSTRAINT "exported_plays_once" UNIQUE("connection_id","ended_at","external_id")
);
--> statement-breakpoint
CREATE TABLE "history_settings" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"time_zone" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "play_hours" (
	"connection_id" uuid NOT NULL,
	"day" date NOT NULL,
	"hour" smallint NOT NULL,
	"plays" integer NOT NULL,
	"ms" bigint NOT NULL,
	CONSTRAINT "play_hours_connection_id_day_hour_pk" PRIMARY KEY("connection_id","day","hour")
);
--> statement-breakpoint
CREATE TABLE "play_import_files" (
	"import_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"upload" integer NOT NULL,
	"entry" text,
	"name" text NOT NULL,
	"bytes" bigint NOT NULL,
	"rows_read" integer DEFAULT 0 NOT NULL,
	"read_at" timestamp with time zone,
	"problem" text,
	CONSTRAINT "play_import_files_import_id_position_pk" PRIMARY KEY("import_id","position")
);
--> statement-breakpoint
CREATE TABLE "play_imports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"connection_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"provider" "provider" NOT NULL,
	"status" "import_status" DEFAULT 'uploading' NOT NULL,
	"uploads" jsonb NOT NULL,
	"rows_read" integer DEFAULT 0 NOT NULL,
	"added" integer DEFAULT 0 NOT NULL,
	"already_known" integer DEFAULT 0 NOT NULL,
	"set_aside" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"first_at" timestamp with time zone,
	"last_at" timestamp with time zone,
	"problem" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "play_months" (
	"connection_id" uuid NOT NULL,
	"month" date NOT NULL,
	"subject_id" bigint NOT NULL,
	"plays" integer NOT NULL,
	"ms" bigint NOT NULL,
	CONSTRAINT "play_months_connection_id_month_subject_id_pk" PRIMARY KEY("connection_id","month","subject_id")
);
--> statement-breakpoint
CREATE TABLE "play_subjects" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"connection_id" uuid NOT NULL,
	"kind" "subject_kind" NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"artist_name" text,
	"plays" integer NOT NULL,
	"ms" bigint NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	CONSTRAINT "play_subjects_key" UNIQUE("connection_id","kind","key")
);
--> statement-breakpoint
CREATE TABLE "play_sums" (
	"connection_id" uuid PRIMARY KEY NOT NULL,
	"time_zone" text NOT NULL,
	"up_to" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "exported_plays" ADD CONSTRAINT "exported_plays_play_id_user_recently_played_id_fk" FOREIGN KEY ("play_id") REFERENCES "public"."user_recently_played"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exported_plays" ADD CONSTRAINT "exported_plays_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "history_settings" ADD CONSTRAINT "history_settings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "play_hours" ADD CONSTRAINT "play_hours_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "play_import_files" ADD CONSTRAINT "play_import_files_import_id_play_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."play_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "play_import_files" ADD CONSTRAINT "play_import_files_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "play_imports" ADD CONSTRAINT "play_imports_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "play_imports" ADD CONSTRAINT "play_imports_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "play_months" ADD CONSTRAINT "play_months_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "play_months" ADD CONSTRAINT "play_months_subject_id_play_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."play_subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "play_subjects" ADD CONSTRAINT "play_subjects_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "play_sums" ADD CONSTRAINT "play_sums_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "play_imports_recent" ON "play_imports" USING btree ("connection_id","created_at");--> statement-breakpoint
CREATE INDEX "play_months_subject" ON "play_months" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "play_subjects_most" ON "play_subjects" USING btree ("connection_id","kind","plays");--> statement-breakpoint
CREATE INDEX "play_subjects_first" ON "play_subjects" USING btree ("connection_id","kind","first_at");--> statement-breakpoint
CREATE INDEX "user_recently_played_newest" ON "user_recently_played" USING btree ("connection_id","id");