CREATE TYPE "public"."enrichment_source" AS ENUM('musicbrainz', 'llm');--> statement-breakpoint
CREATE TYPE "public"."label_origin" AS ENUM('rule', 'manual');--> statement-breakpoint
CREATE TYPE "public"."playlist_plan_kind" AS ENUM('rule', 'restore', 'copy', 'merge', 'split', 'sort', 'dedupe', 'undo');--> statement-breakpoint
CREATE TYPE "public"."playlist_plan_status" AS ENUM('proposed', 'applying', 'applied', 'failed', 'stale', 'discarded');--> statement-breakpoint
CREATE TYPE "public"."playlist_state_reason" AS ENUM('observed', 'before_write', 'after_write');--> statement-breakpoint
CREATE TYPE "public"."override_kind" AS ENUM('pin', 'exclude');--> statement-breakpoint
CREATE TYPE "public"."track_stage" AS ENUM('none', 'trash', 'bronze', 'silver', 'golden');--> statement-breakpoint
CREATE TYPE "public"."source_kind" AS ENUM('liked', 'playlist', 'saved_albums', 'golden', 'silver', 'style');--> statement-breakpoint
CREATE TYPE "public"."source_status" AS ENUM('new', 'fetching', 'ready', 'failed');--> statement-breakpoint
ALTER TYPE "public"."provider" ADD VALUE 'musicbrainz';--> statement-breakpoint
ALTER TYPE "public"."provider" ADD VALUE 'llm';--> statement-breakpoint
ALTER TYPE "public"."job_kind" ADD VALUE 'classification' BEFORE 'collection';--> statement-breakpoint
ALTER TYPE "public"."job_kind" ADD VALUE 'enrichment' BEFORE 'import';--> statement-breakpoint
ALTER TYPE "public"."job_kind" ADD VALUE 'facts' BEFORE 'import';--> statement-breakpoint
ALTER TYPE "public"."job_kind" ADD VALUE 'playlist' BEFORE 'recount';--> statement-breakpoint
ALTER TYPE "public"."job_kind" ADD VALUE 'source' BEFORE 'styles';--> statement-breakpoint
CREATE TABLE "fact_refreshes" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"marks" jsonb NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	"as_of" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "library_recordings" (
	"connection_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"recording_key" text NOT NULL,
	"own_key" text NOT NULL,
	"item_id" bigint,
	CONSTRAINT "library_recordings_connection_id_external_id_pk" PRIMARY KEY("connection_id","external_id")
);
--> statement-breakpoint
CREATE TABLE "stale_facts" (
	"user_id" uuid NOT NULL,
	"recording_key" text NOT NULL,
	CONSTRAINT "stale_facts_user_id_recording_key_pk" PRIMARY KEY("user_id","recording_key")
);
--> statement-breakpoint
CREATE TABLE "track_classifications" (
	"user_id" uuid NOT NULL,
	"recording_key" text NOT NULL,
	"label" text NOT NULL,
	"origin" "label_origin" NOT NULL,
	"holds" boolean DEFAULT true NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "track_classifications_user_id_recording_key_label_origin_pk" PRIMARY KEY("user_id","recording_key","label","origin"),
	CONSTRAINT "track_classifications_rules_affirm" CHECK ("track_classifications"."origin" = 'manual' or "track_classifications"."holds")
);
--> statement-breakpoint
CREATE TABLE "track_enrichments" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"user_id" uuid,
	"recording_key" text NOT NULL,
	"source" "enrichment_source" NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"categories" text[] DEFAULT '{}' NOT NULL,
	"values" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"stored_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "track_enrichments_version" UNIQUE NULLS NOT DISTINCT("recording_key","source","version","user_id"),
	CONSTRAINT "track_enrichments_version_counts" CHECK ("track_enrichments"."version" >= 1)
);
--> statement-breakpoint
CREATE TABLE "track_tags" (
	"user_id" uuid NOT NULL,
	"recording_key" text NOT NULL,
	"folded" text NOT NULL,
	"tag" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "track_tags_user_id_recording_key_folded_pk" PRIMARY KEY("user_id","recording_key","folded"),
	CONSTRAINT "track_tags_length" CHECK (char_length("track_tags"."tag") between 1 and 40)
);
--> statement-breakpoint
CREATE TABLE "playlist_plans" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"playlist_id" text,
	"name" text NOT NULL,
	"kind" "playlist_plan_kind" NOT NULL,
	"rule_set_id" uuid,
	"status" "playlist_plan_status" DEFAULT 'proposed' NOT NULL,
	"problem" text,
	"waiting_until" timestamp with time zone,
	"base_snapshot_id" text,
	"base_uris" text[] NOT NULL,
	"base_owners" text NOT NULL,
	"target_uris" text[] NOT NULL,
	"target_owners" text NOT NULL,
	"removed_by_hand" text[] DEFAULT '{}' NOT NULL,
	"adds" integer NOT NULL,
	"removes" integer NOT NULL,
	"moves" integer NOT NULL,
	"duplicates" integer NOT NULL,
	"kept_by_hand" integer NOT NULL,
	"waiting" integer DEFAULT 0 NOT NULL,
	"lost" integer DEFAULT 0 NOT NULL,
	"writes" integer NOT NULL,
	"requests" integer NOT NULL,
	"seconds" integer NOT NULL,
	"replaces" boolean DEFAULT false NOT NULL,
	"most_per_write" integer DEFAULT 100 NOT NULL,
	"refused_uris" text[] DEFAULT '{}' NOT NULL,
	"undo_of" uuid,
	"creation_started_at" timestamp with time zone,
	"started_at" timestamp with time zone,
	"applied_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "playlist_states" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"sequence" bigserial NOT NULL,
	"user_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"playlist_id" text NOT NULL,
	"plan_id" uuid,
	"reason" "playlist_state_reason" NOT NULL,
	"snapshot_id" text,
	"uris" text[],
	"owners" text,
	"removed_by_hand" text[] DEFAULT '{}' NOT NULL,
	"write" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "playlist_states_whole_or_write" CHECK (("playlist_states"."reason" = 'observed') = ("playlist_states"."uris" is not null)
        and ("playlist_states"."reason" = 'before_write') = ("playlist_states"."write" is not null))
);
--> statement-breakpoint
CREATE TABLE "rule_set_targets" (
	"rule_set_id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"playlist_id" text,
	"name" text NOT NULL,
	"plan_id" uuid,
	"unknown_uris" text[] DEFAULT '{}' NOT NULL,
	"planned_at" timestamp (3) with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rule_overrides" (
	"rule_set_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"recording_key" text NOT NULL,
	"kind" "override_kind" NOT NULL,
	"position" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rule_overrides_rule_set_id_recording_key_pk" PRIMARY KEY("rule_set_id","recording_key"),
	CONSTRAINT "rule_overrides_position" CHECK ("rule_overrides"."position" >= 0),
	CONSTRAINT "rule_overrides_only_pins_stand" CHECK ("rule_overrides"."kind" = 'pin' or "rule_overrides"."position" is null)
);
--> statement-breakpoint
CREATE TABLE "rule_set_versions" (
	"rule_set_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"definition" jsonb NOT NULL,
	"note" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rule_set_versions_rule_set_id_version_pk" PRIMARY KEY("rule_set_id","version")
);
--> statement-breakpoint
CREATE TABLE "rule_sets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"definition" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"schedule_hours" integer,
	"automatic" boolean DEFAULT false NOT NULL,
	"removal_threshold" integer DEFAULT 10 NOT NULL,
	"next_run_at" timestamp (3) with time zone,
	"problem" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rule_sets_of_user" UNIQUE("id","user_id"),
	CONSTRAINT "rule_sets_version" CHECK ("rule_sets"."version" >= 1),
	CONSTRAINT "rule_sets_schedule" CHECK ("rule_sets"."schedule_hours" >= 1),
	CONSTRAINT "rule_sets_threshold" CHECK ("rule_sets"."removal_threshold" >= 0)
);
--> statement-breakpoint
CREATE TABLE "track_facts" (
	"user_id" uuid NOT NULL,
	"plays" integer DEFAULT 0 NOT NULL,
	"playlist_count" integer DEFAULT 0 NOT NULL,
	"stage" "track_stage" DEFAULT 'none' NOT NULL,
	"is_saved" boolean DEFAULT false NOT NULL,
	"is_explicit" boolean,
	"bpm" double precision,
	"length_s" double precision,
	"released_on" date,
	"saved_at" timestamp (3) with time zone,
	"first_played_at" timestamp (3) with time zone,
	"last_played_at" timestamp (3) with time zone,
	"judged_at" timestamp (3) with time zone,
	"golden_since" timestamp (3) with time zone,
	"key" text,
	"week" text,
	"isrc" text,
	"title_folded" text,
	"mix_name_folded" text,
	"label_folded" text,
	"artists_folded" text[] DEFAULT '{}' NOT NULL,
	"remixers_folded" text[] DEFAULT '{}' NOT NULL,
	"genres_folded" text[] DEFAULT '{}' NOT NULL,
	"playlists_folded" text[] DEFAULT '{}' NOT NULL,
	"categories_folded" text[] DEFAULT '{}' NOT NULL,
	"tags_folded" text[] DEFAULT '{}' NOT NULL,
	"classifications_folded" text[] DEFAULT '{}' NOT NULL,
	"source_names_folded" text[] DEFAULT '{}' NOT NULL,
	"sources" text[] DEFAULT '{}' NOT NULL,
	"recording_key" text NOT NULL,
	"track_id" uuid,
	"spotify_uri" text,
	"title" text,
	"mix_name" text,
	"label" text,
	"artists" text[] DEFAULT '{}' NOT NULL,
	"remixers" text[] DEFAULT '{}' NOT NULL,
	"genres" text[] DEFAULT '{}' NOT NULL,
	"playlists" text[] DEFAULT '{}' NOT NULL,
	"categories" text[] DEFAULT '{}' NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"classifications" text[] DEFAULT '{}' NOT NULL,
	"source_names" text[] DEFAULT '{}' NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "track_facts_user_id_recording_key_pk" PRIMARY KEY("user_id","recording_key"),
	CONSTRAINT "track_facts_counts" CHECK ("track_facts"."plays" >= 0 and "track_facts"."playlist_count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "source_tracks" (
	"source_id" uuid NOT NULL,
	"connection_id" uuid,
	"edition" integer NOT NULL,
	"position" integer NOT NULL,
	"recording_key" text NOT NULL,
	"spotify_uri" text,
	"track_id" uuid,
	"title" text NOT NULL,
	"artists" text[] DEFAULT '{}' NOT NULL,
	"added_at" timestamp with time zone,
	"found_in" text,
	CONSTRAINT "source_tracks_source_id_edition_position_pk" PRIMARY KEY("source_id","edition","position")
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"connection_id" uuid,
	"kind" "source_kind" NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"name" text NOT NULL,
	"status" "source_status" DEFAULT 'new' NOT NULL,
	"edition" integer DEFAULT 0 NOT NULL,
	"fetched_at" timestamp with time zone,
	"total" integer,
	"enriched_at" timestamp with time zone,
	"max_age_minutes" integer NOT NULL,
	"announced_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sources_once" UNIQUE NULLS NOT DISTINCT("user_id","kind","subject","connection_id"),
	CONSTRAINT "sources_of_library" CHECK (("sources"."connection_id" is not null) = ("sources"."kind" in ('liked', 'playlist', 'saved_albums'))),
	CONSTRAINT "sources_subject" CHECK (("sources"."subject" = '') = ("sources"."kind" in ('liked', 'saved_albums')))
);
--> statement-breakpoint
ALTER TABLE "fact_refreshes" ADD CONSTRAINT "fact_refreshes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_recordings" ADD CONSTRAINT "library_recordings_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_recordings" ADD CONSTRAINT "library_recordings_item_id_provider_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."provider_items"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stale_facts" ADD CONSTRAINT "stale_facts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "track_classifications" ADD CONSTRAINT "track_classifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "track_enrichments" ADD CONSTRAINT "track_enrichments_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "track_tags" ADD CONSTRAINT "track_tags_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "playlist_plans" ADD CONSTRAINT "playlist_plans_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "playlist_plans" ADD CONSTRAINT "playlist_plans_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "playlist_plans" ADD CONSTRAINT "playlist_plans_rule_set_id_rule_sets_id_fk" FOREIGN KEY ("rule_set_id") REFERENCES "public"."rule_sets"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "playlist_plans" ADD CONSTRAINT "playlist_plans_undo_of_playlist_plans_id_fk" FOREIGN KEY ("undo_of") REFERENCES "public"."playlist_plans"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "playlist_states" ADD CONSTRAINT "playlist_states_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "playlist_states" ADD CONSTRAINT "playlist_states_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_set_targets" ADD CONSTRAINT "rule_set_targets_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_set_targets" ADD CONSTRAINT "rule_set_targets_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_set_targets" ADD CONSTRAINT "rule_set_targets_plan_id_playlist_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."playlist_plans"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_set_targets" ADD CONSTRAINT "rule_set_targets_of_user" FOREIGN KEY ("rule_set_id","user_id") REFERENCES "public"."rule_sets"("id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_overrides" ADD CONSTRAINT "rule_overrides_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_overrides" ADD CONSTRAINT "rule_overrides_of_user" FOREIGN KEY ("rule_set_id","user_id") REFERENCES "public"."rule_sets"("id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_set_versions" ADD CONSTRAINT "rule_set_versions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_set_versions" ADD CONSTRAINT "rule_set_versions_of_user" FOREIGN KEY ("rule_set_id","user_id") REFERENCES "public"."rule_sets"("id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_sets" ADD CONSTRAINT "rule_sets_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "track_facts" ADD CONSTRAINT "track_facts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "track_facts" ADD CONSTRAINT "track_facts_track_id_tracks_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."tracks"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_tracks" ADD CONSTRAINT "source_tracks_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_tracks" ADD CONSTRAINT "source_tracks_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_tracks" ADD CONSTRAINT "source_tracks_track_id_tracks_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."tracks"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "library_recordings_recording" ON "library_recordings" USING btree ("connection_id","recording_key");--> statement-breakpoint
CREATE INDEX "library_recordings_item" ON "library_recordings" USING btree ("item_id") WHERE "library_recordings"."item_id" is not null;--> statement-breakpoint
CREATE INDEX "track_enrichments_user" ON "track_enrichments" USING btree ("user_id") WHERE "track_enrichments"."user_id" is not null;--> statement-breakpoint
CREATE INDEX "track_enrichments_stored" ON "track_enrichments" USING btree ("stored_at");--> statement-breakpoint
CREATE INDEX "track_tags_tag" ON "track_tags" USING btree ("user_id","folded");--> statement-breakpoint
CREATE INDEX "playlist_plans_user" ON "playlist_plans" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "playlist_plans_playlist" ON "playlist_plans" USING btree ("connection_id","playlist_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "playlist_plans_one_applying" ON "playlist_plans" USING btree ("connection_id","playlist_id") WHERE "playlist_plans"."status" = 'applying';--> statement-breakpoint
CREATE INDEX "playlist_states_newest" ON "playlist_states" USING btree ("connection_id","playlist_id","sequence");--> statement-breakpoint
CREATE INDEX "rule_sets_user" ON "rule_sets" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "rule_sets_due" ON "rule_sets" USING btree ("next_run_at");--> statement-breakpoint
CREATE INDEX "track_facts_track" ON "track_facts" USING btree ("track_id");--> statement-breakpoint
CREATE INDEX "source_tracks_of_connection" ON "source_tracks" USING btree ("connection_id");--> statement-breakpoint
CREATE INDEX "source_tracks_of_track" ON "source_tracks" USING btree ("track_id");--> statement-breakpoint
CREATE INDEX "sources_of_connection" ON "sources" USING btree ("connection_id");--> statement-breakpoint
CREATE INDEX "track_matches_external_id" ON "track_matches" USING btree ("provider","external_id") WHERE "track_matches"."status" = 'found';--> statement-breakpoint
CREATE INDEX "track_matches_external_uri" ON "track_matches" USING btree ("external_uri") WHERE "track_matches"."status" = 'found';