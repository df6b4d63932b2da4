CREATE TYPE "public"."artist_role" AS ENUM('artist', 'remixer');--> statement-breakpoint
CREATE TYPE "public"."external_status" AS ENUM('pending', 'processed', 'invalid');--> statement-breakpoint
CREATE TYPE "public"."collection_status" AS ENUM('queued', 'running', 'complete', 'partial', 'failed');--> statement-breakpoint
CREATE TYPE "public"."curation_status" AS ENUM('UNSORTED', 'SORTED');--> statement-breakpoint
CREATE TYPE "public"."decision_kind" AS ENUM('moved', 'trashed', 'returned', 'promoted', 'undone');--> statement-breakpoint
CREATE TYPE "public"."lane" AS ENUM('new', 'seen_before', 'back_catalogue', 'compilation', 'not_on_spotify');--> statement-breakpoint
CREATE TYPE "public"."period_status" AS ENUM('IN_PROGRESS', 'SORTED');--> statement-breakpoint
CREATE TYPE "public"."connection_status" AS ENUM('active', 'needs_reconnect', 'disconnected');--> statement-breakpoint
CREATE TYPE "public"."provider" AS ENUM('spotify', 'beatport');--> statement-breakpoint
CREATE TYPE "public"."user_role" AS ENUM('owner', 'member');--> statement-breakpoint
CREATE TYPE "public"."match_method" AS ENUM('isrc', 'release', 'text', 'manual');--> statement-breakpoint
CREATE TYPE "public"."match_status" AS ENUM('pending', 'found', 'review', 'not_found', 'unavailable', 'rejected');--> statement-breakpoint
CREATE TYPE "public"."mirror_kind" AS ENUM('bronze', 'silver', 'golden');--> statement-breakpoint
CREATE TYPE "public"."mirror_status" AS ENUM('idle', 'pending', 'syncing', 'waiting', 'failed');--> statement-breakpoint
CREATE TYPE "public"."mirror_version_reason" AS ENUM('before_write', 'after_write', 'observed');--> statement-breakpoint
CREATE TYPE "public"."job_kind" AS ENUM('collection', 'matching', 'mirror');--> statement-breakpoint
CREATE TYPE "public"."job_status" AS ENUM('queued', 'running', 'waiting', 'done', 'partial', 'failed', 'cancelled');--> statement-breakpoint
CREATE TABLE "artists" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"beatport_id" integer NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"image_url" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "artists_beatportId_unique" UNIQUE("beatport_id")
);
--> statement-breakpoint
CREATE TABLE "external_data" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"provider" "provider" NOT NULL,
	"entity_type" text NOT NULL,
	"external_id" text NOT NULL,
	"entity_id" uuid,
	"raw" jsonb NOT NULL,
	"payload_hash" text NOT NULL,
	"status" "external_status" DEFAULT 'pending' NOT NULL,
	"problem" text,
	"fetched_at" timestamp with time zone DEFAULT now() NOT NULL,
	"processed_at" timestamp with time zone,
	CONSTRAINT "external_data_identity" UNIQUE("provider","entity_type","external_id")
);
--> statement-breakpoint
CREATE TABLE "labels" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"beatport_id" integer NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"image_url" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "labels_beatportId_unique" UNIQUE("beatport_id")
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"beatport_id" integer NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"label_id" uuid,
	"catalog_number" text,
	"cover_url" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "releases_beatportId_unique" UNIQUE("beatport_id")
);
--> statement-breakpoint
CREATE TABLE "styles" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"beatport_id" integer NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "styles_beatportId_unique" UNIQUE("beatport_id"),
	CONSTRAINT "styles_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "track_artists" (
	"track_id" uuid NOT NULL,
	"artist_id" uuid NOT NULL,
	"role" "artist_role" NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "track_artists_track_id_role_position_pk" PRIMARY KEY("track_id","role","position")
);
--> statement-breakpoint
CREATE TABLE "tracks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"beatport_id" integer NOT NULL,
	"style_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"title" text NOT NULL,
	"mix_name" text,
	"slug" text NOT NULL,
	"isrc" text,
	"bpm" integer,
	"camelot_key" text,
	"key_name" text,
	"sub_genre" text,
	"length_ms" integer,
	"publish_date" date NOT NULL,
	"original_date" date,
	"encoded_at" timestamp with time zone,
	"pre_order" boolean DEFAULT false NOT NULL,
	"exclusive" boolean DEFAULT false NOT NULL,
	"preview_url" text,
	"preview_start_ms" integer,
	"preview_end_ms" integer,
	"waveform_url" text,
	"recording_key" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tracks_beatportId_unique" UNIQUE("beatport_id"),
	CONSTRAINT "tracks_bpm_positive" CHECK ("tracks"."bpm" > 0),
	CONSTRAINT "tracks_length_positive" CHECK ("tracks"."length_ms" > 0)
);
--> statement-breakpoint
CREATE TABLE "user_styles" (
	"user_id" uuid NOT NULL,
	"style_id" uuid NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_styles_user_id_style_id_pk" PRIMARY KEY("user_id","style_id")
);
--> statement-breakpoint
CREATE TABLE "collection_items" (
	"collection_id" uuid NOT NULL,
	"external_data_id" uuid NOT NULL,
	"generation" integer NOT NULL,
	"page" integer NOT NULL,
	CONSTRAINT "collection_items_collection_id_external_data_id_pk" PRIMARY KEY("collection_id","external_data_id")
);
--> statement-breakpoint
CREATE TABLE "collections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"style_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"week" integer NOT NULL,
	"status" "collection_status" DEFAULT 'queued' NOT NULL,
	"expected" integer,
	"fetched" integer DEFAULT 0 NOT NULL,
	"stored" integer DEFAULT 0 NOT NULL,
	"invalid" integer DEFAULT 0 NOT NULL,
	"generation" integer DEFAULT 1 NOT NULL,
	"problem" text,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "collections_style_week" UNIQUE("style_id","year","week"),
	CONSTRAINT "collections_week" CHECK ("collections"."week" between 1 and 53)
);
--> statement-breakpoint
CREATE TABLE "curation_periods" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"style_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"week" integer NOT NULL,
	"status" "period_status" DEFAULT 'IN_PROGRESS' NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sorted_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "curation_periods_week" UNIQUE("user_id","style_id","year","week"),
	CONSTRAINT "curation_periods_week_number" CHECK ("curation_periods"."week" between 1 and 53)
);
--> statement-breakpoint
CREATE TABLE "curation_tracks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"period_id" uuid NOT NULL,
	"track_id" uuid NOT NULL,
	"lane" "lane" NOT NULL,
	"lane_reason" text,
	"position" integer NOT NULL,
	"status" "curation_status" DEFAULT 'UNSORTED' NOT NULL,
	"current_silver_playlist_id" uuid,
	"silver_position" text collate "C",
	"sorted_at" timestamp with time zone,
	"promoted_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "curation_tracks_track" UNIQUE("period_id","track_id"),
	CONSTRAINT "curation_tracks_sorted_has_place" CHECK (("curation_tracks"."status" = 'SORTED') = ("curation_tracks"."current_silver_playlist_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"period_id" uuid NOT NULL,
	"curation_track_id" uuid NOT NULL,
	"kind" "decision_kind" NOT NULL,
	"idempotency_key" uuid NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"undoes_key" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "decisions_once" UNIQUE("user_id","idempotency_key","curation_track_id"),
	CONSTRAINT "decisions_undo_names_its_key" CHECK (("decisions"."kind" = 'undone') = ("decisions"."undoes_key" is not null))
);
--> statement-breakpoint
CREATE TABLE "golden_tracks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"category_id" uuid NOT NULL,
	"track_id" uuid NOT NULL,
	"period_id" uuid,
	"position" text collate "C" NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "golden_tracks_track" UNIQUE("category_id","track_id")
);
--> statement-breakpoint
CREATE TABLE "period_playlists" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"period_id" uuid NOT NULL,
	"category_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "period_playlists_category" UNIQUE("period_id","category_id"),
	CONSTRAINT "period_playlists_of_period" UNIQUE("id","period_id")
);
--> statement-breakpoint
CREATE TABLE "user_categories" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"style_id" uuid NOT NULL,
	"name" text NOT NULL,
	"color" integer NOT NULL,
	"shortcut" text,
	"position" integer DEFAULT 0 NOT NULL,
	"is_trash" boolean DEFAULT false NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_categories_name" UNIQUE("user_id","style_id","name"),
	CONSTRAINT "user_categories_color" CHECK ("user_categories"."color" between 0 and 12),
	CONSTRAINT "user_categories_trash_stays" CHECK (not ("user_categories"."is_trash" and "user_categories"."archived_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "connections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"provider" "provider" NOT NULL,
	"account_id" text NOT NULL,
	"profile_id" text,
	"display_name" text,
	"access_token_sealed" text,
	"refresh_token_sealed" text,
	"access_token_expires_at" timestamp with time zone,
	"scopes" text[] DEFAULT '{}' NOT NULL,
	"status" "connection_status" DEFAULT 'active' NOT NULL,
	"status_reason" text,
	"authorized_at" timestamp with time zone DEFAULT now() NOT NULL,
	"refresh_count" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "connections_account" UNIQUE("provider","account_id"),
	CONSTRAINT "connections_user_provider" UNIQUE("user_id","provider")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"expires" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text,
	"image" text,
	"role" "user_role" DEFAULT 'member' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "track_matches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"track_id" uuid NOT NULL,
	"provider" "provider" NOT NULL,
	"status" "match_status" DEFAULT 'pending' NOT NULL,
	"method" "match_method",
	"confidence" real,
	"external_id" text,
	"external_uri" text,
	"external_url" text,
	"evidence" jsonb,
	"attempts" integer DEFAULT 0 NOT NULL,
	"claimed_until" timestamp with time zone,
	"checked_at" timestamp with time zone,
	"next_check_at" timestamp with time zone,
	"decided_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "track_matches_track_provider" UNIQUE("track_id","provider"),
	CONSTRAINT "track_matches_found_has_uri" CHECK ("track_matches"."status" <> 'found' or "track_matches"."external_uri" is not null)
);
--> statement-breakpoint
CREATE TABLE "mirror_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"mirror_id" uuid NOT NULL,
	"reason" "mirror_version_reason" NOT NULL,
	"version" integer NOT NULL,
	"snapshot_id" text,
	"uris" text[] NOT NULL,
	"own_uris" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mirror_versions_once" UNIQUE("mirror_id","version","reason")
);
--> statement-breakpoint
CREATE TABLE "mirrors" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" "mirror_kind" NOT NULL,
	"period_id" uuid,
	"period_playlist_id" uuid,
	"category_id" uuid,
	"name" text NOT NULL,
	"spotify_playlist_id" text,
	"spotify_url" text,
	"snapshot_id" text,
	"desired_version" integer DEFAULT 1 NOT NULL,
	"mirrored_version" integer DEFAULT 0 NOT NULL,
	"status" "mirror_status" DEFAULT 'pending' NOT NULL,
	"problem" text,
	"waiting_until" timestamp with time zone,
	"hand_made_changes" integer DEFAULT 0 NOT NULL,
	"mirrored_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mirrors_periodId_unique" UNIQUE("period_id"),
	CONSTRAINT "mirrors_periodPlaylistId_unique" UNIQUE("period_playlist_id"),
	CONSTRAINT "mirrors_categoryId_unique" UNIQUE("category_id"),
	CONSTRAINT "mirrors_one_target" CHECK (("mirrors"."kind" = 'bronze') = ("mirrors"."period_id" is not null)
        and ("mirrors"."kind" = 'silver') = ("mirrors"."period_playlist_id" is not null)
        and ("mirrors"."kind" = 'golden') = ("mirrors"."category_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid,
	"kind" "job_kind" NOT NULL,
	"subject_id" uuid NOT NULL,
	"title" text NOT NULL,
	"status" "job_status" DEFAULT 'queued' NOT NULL,
	"phase" text,
	"message" text,
	"total" integer,
	"done" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"waiting_until" timestamp with time zone,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "provider_buckets" (
	"provider" "provider" NOT NULL,
	"endpoint_group" text NOT NULL,
	"tokens" double precision NOT NULL,
	"refilled_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "provider_buckets_provider_endpoint_group_pk" PRIMARY KEY("provider","endpoint_group")
);
--> statement-breakpoint
CREATE TABLE "provider_cooldowns" (
	"provider" "provider" NOT NULL,
	"endpoint_group" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "provider_cooldowns_provider_endpoint_group_pk" PRIMARY KEY("provider","endpoint_group")
);
--> statement-breakpoint
CREATE TABLE "provider_requests" (
	"provider" "provider" NOT NULL,
	"endpoint_group" text NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"requests" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "provider_requests_provider_endpoint_group_hour_pk" PRIMARY KEY("provider","endpoint_group","hour")
);
--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_label_id_labels_id_fk" FOREIGN KEY ("label_id") REFERENCES "public"."labels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "track_artists" ADD CONSTRAINT "track_artists_track_id_tracks_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."tracks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "track_artists" ADD CONSTRAINT "track_artists_artist_id_artists_id_fk" FOREIGN KEY ("artist_id") REFERENCES "public"."artists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracks" ADD CONSTRAINT "tracks_style_id_styles_id_fk" FOREIGN KEY ("style_id") REFERENCES "public"."styles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracks" ADD CONSTRAINT "tracks_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_styles" ADD CONSTRAINT "user_styles_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_styles" ADD CONSTRAINT "user_styles_style_id_styles_id_fk" FOREIGN KEY ("style_id") REFERENCES "public"."styles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_items" ADD CONSTRAINT "collection_items_collection_id_collections_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_items" ADD CONSTRAINT "collection_items_external_data_id_external_data_id_fk" FOREIGN KEY ("external_data_id") REFERENCES "public"."external_data"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collections" ADD CONSTRAINT "collections_style_id_styles_id_fk" FOREIGN KEY ("style_id") REFERENCES "public"."styles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "curation_periods" ADD CONSTRAINT "curation_periods_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "curation_periods" ADD CONSTRAINT "curation_periods_style_id_styles_id_fk" FOREIGN KEY ("style_id") REFERENCES "public"."styles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "curation_tracks" ADD CONSTRAINT "curation_tracks_period_id_curation_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."curation_periods"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "curation_tracks" ADD CONSTRAINT "curation_tracks_track_id_tracks_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."tracks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "curation_tracks" ADD CONSTRAINT "curation_tracks_silver_of_same_period" FOREIGN KEY ("current_silver_playlist_id","period_id") REFERENCES "public"."period_playlists"("id","period_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_period_id_curation_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."curation_periods"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_curation_track_id_curation_tracks_id_fk" FOREIGN KEY ("curation_track_id") REFERENCES "public"."curation_tracks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "golden_tracks" ADD CONSTRAINT "golden_tracks_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "golden_tracks" ADD CONSTRAINT "golden_tracks_category_id_user_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."user_categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "golden_tracks" ADD CONSTRAINT "golden_tracks_track_id_tracks_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."tracks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "golden_tracks" ADD CONSTRAINT "golden_tracks_period_id_curation_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."curation_periods"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "period_playlists" ADD CONSTRAINT "period_playlists_period_id_curation_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."curation_periods"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "period_playlists" ADD CONSTRAINT "period_playlists_category_id_user_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."user_categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_categories" ADD CONSTRAINT "user_categories_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_categories" ADD CONSTRAINT "user_categories_style_id_styles_id_fk" FOREIGN KEY ("style_id") REFERENCES "public"."styles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connections" ADD CONSTRAINT "connections_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "track_matches" ADD CONSTRAINT "track_matches_track_id_tracks_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."tracks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "track_matches" ADD CONSTRAINT "track_matches_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mirror_versions" ADD CONSTRAINT "mirror_versions_mirror_id_mirrors_id_fk" FOREIGN KEY ("mirror_id") REFERENCES "public"."mirrors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mirrors" ADD CONSTRAINT "mirrors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mirrors" ADD CONSTRAINT "mirrors_period_id_curation_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."curation_periods"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mirrors" ADD CONSTRAINT "mirrors_period_playlist_id_period_playlists_id_fk" FOREIGN KEY ("period_playlist_id") REFERENCES "public"."period_playlists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mirrors" ADD CONSTRAINT "mirrors_category_id_user_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."user_categories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "external_data_pending" ON "external_data" USING btree ("provider","entity_type") WHERE "external_data"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "releases_label" ON "releases" USING btree ("label_id");--> statement-breakpoint
CREATE INDEX "track_artists_artist" ON "track_artists" USING btree ("artist_id");--> statement-breakpoint
CREATE INDEX "tracks_style_week" ON "tracks" USING btree ("style_id","publish_date");--> statement-breakpoint
CREATE INDEX "tracks_recording" ON "tracks" USING btree ("recording_key");--> statement-breakpoint
CREATE INDEX "tracks_release" ON "tracks" USING btree ("release_id");--> statement-breakpoint
CREATE INDEX "tracks_isrc" ON "tracks" USING btree ("isrc");--> statement-breakpoint
CREATE INDEX "collection_items_payload" ON "collection_items" USING btree ("external_data_id");--> statement-breakpoint
CREATE INDEX "curation_tracks_bronze" ON "curation_tracks" USING btree ("period_id","position");--> statement-breakpoint
CREATE INDEX "curation_tracks_silver" ON "curation_tracks" USING btree ("current_silver_playlist_id","silver_position");--> statement-breakpoint
CREATE INDEX "curation_tracks_of_track" ON "curation_tracks" USING btree ("track_id");--> statement-breakpoint
CREATE INDEX "decisions_journal" ON "decisions" USING btree ("period_id","id");--> statement-breakpoint
CREATE INDEX "golden_tracks_order" ON "golden_tracks" USING btree ("category_id","position");--> statement-breakpoint
CREATE INDEX "golden_tracks_of_track" ON "golden_tracks" USING btree ("track_id");--> statement-breakpoint
CREATE UNIQUE INDEX "user_categories_shortcut" ON "user_categories" USING btree ("user_id","style_id","shortcut") WHERE "user_categories"."archived_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "user_categories_one_trash" ON "user_categories" USING btree ("user_id","style_id") WHERE "user_categories"."is_trash";--> statement-breakpoint
CREATE INDEX "track_matches_due" ON "track_matches" USING btree ("provider","status","next_check_at");--> statement-breakpoint
CREATE INDEX "mirror_versions_newest" ON "mirror_versions" USING btree ("mirror_id","created_at");--> statement-breakpoint
CREATE INDEX "mirrors_user" ON "mirrors" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "mirrors_behind" ON "mirrors" USING btree ("updated_at") WHERE "mirrors"."desired_version" > "mirrors"."mirrored_version";--> statement-breakpoint
CREATE INDEX "jobs_recent" ON "jobs" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "jobs_subject" ON "jobs" USING btree ("kind","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_one_open" ON "jobs" USING btree ("kind","subject_id") WHERE "jobs"."status" in ('queued', 'running', 'waiting');