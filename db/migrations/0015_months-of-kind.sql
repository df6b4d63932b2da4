TRUNCATE "play_months", "play_subjects", "play_hours", "play_sums";--> statement-breakpoint
ALTER TABLE "play_months" ADD COLUMN "kind" "subject_kind" NOT NULL;--> statement-breakpoint
ALTER TABLE "play_months" DROP CONSTRAINT "play_months_connection_id_month_subject_id_pk";--> statement-breakpoint
ALTER TABLE "play_months" ADD CONSTRAINT "play_months_connection_id_kind_month_subject_id_pk" PRIMARY KEY("connection_id","kind","month","subject_id");
