ALTER TYPE "public"."job_kind" ADD VALUE 'recount' BEFORE 'styles';--> statement-breakpoint
CREATE TABLE "play_days" (
	"connection_id" uuid NOT NULL,
	"counting" integer DEFAULT 0 NOT NULL,
	"day" date NOT NULL,
	"plays" integer NOT NULL,
	"ms" bigint NOT NULL,
	"hours" integer[] NOT NULL,
	CONSTRAINT "play_days_connection_id_counting_day_pk" PRIMARY KEY("connection_id","counting","day"),
	CONSTRAINT "play_days_hours" CHECK (array_length("play_days"."hours", 1) = 24)
);
--> statement-breakpoint
CREATE TABLE "play_recounts" (
	"connection_id" uuid PRIMARY KEY NOT NULL,
	"time_zone" text NOT NULL,
	"up_to" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "play_years" (
	"connection_id" uuid NOT NULL,
	"counting" integer DEFAULT 0 NOT NULL,
	"kind" "subject_kind" NOT NULL,
	"subject_id" bigint NOT NULL,
	"plays" integer NOT NULL,
	"ms" bigint NOT NULL,
	"year" date NOT NULL,
	CONSTRAINT "play_years_connection_id_counting_kind_year_subject_id_pk" PRIMARY KEY("connection_id","counting","kind","year","subject_id")
);
--> statement-breakpoint
ALTER TABLE "play_months" DROP CONSTRAINT "play_months_subject_id_play_subjects_id_fk";
--> statement-breakpoint
DROP INDEX "play_months_subject";--> statement-breakpoint
DROP INDEX "play_subjects_most";--> statement-breakpoint
ALTER TABLE "play_months" DROP CONSTRAINT "play_months_connection_id_kind_month_subject_id_pk";--> statement-breakpoint
ALTER TABLE "play_subjects" ALTER COLUMN "key" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "play_months" ADD COLUMN "counting" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "play_months" ADD CONSTRAINT "play_months_connection_id_counting_kind_month_subject_id_pk" PRIMARY KEY("connection_id","counting","kind","month","subject_id");--> statement-breakpoint
ALTER TABLE "play_sums" ADD COLUMN "counting" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "play_days" ADD CONSTRAINT "play_days_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "play_recounts" ADD CONSTRAINT "play_recounts_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "play_years" ADD CONSTRAINT "play_years_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
INSERT INTO "play_years" ("connection_id", "kind", "year", "subject_id", "plays", "ms")
SELECT "connection_id", "kind", date_trunc('year', "month")::date, "subject_id", sum("plays"), sum("ms")
FROM "play_months" GROUP BY 1, 2, 3, 4;--> statement-breakpoint
INSERT INTO "play_days" ("connection_id", "day", "plays", "ms", "hours")
SELECT d."connection_id", d."day", sum(d."plays"), sum(d."ms"), (
	SELECT array_agg(coalesce(h."plays", 0) ORDER BY n) FROM generate_series(0, 23) n
	LEFT JOIN "play_hours" h ON h."connection_id" = d."connection_id" AND h."day" = d."day" AND h."hour" = n
)
FROM "play_hours" d GROUP BY d."connection_id", d."day";
