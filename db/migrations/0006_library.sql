CREATE TYPE "public"."item_kind" AS ENUM('track', 'episode', 'local', 'album', 'artist', 'playlist');--> statement-breakpoint
CREATE TYPE "public"."top_range" AS ENUM('short', 'medium', 'long', 'heavy_rotation');--> statement-breakpoint
CREATE TYPE "public"."play_source" AS ENUM('live', 'export');--> statement-breakpoint
CREATE TYPE "public"."library_part" AS ENUM('top_tracks', 'top_artists', 'recently_played', 'playlists', 'saved_tracks', 'saved_albums', 'followed_artists');--> statement-breakpoint
CREATE TYPE "public"."sync_mode" AS ENUM('full', 'incremental');--> statement-breakpoint
CREATE TYPE "public"."sync_status" AS ENUM('pending', 'running', 'waiting', 'complete', 'partial', 'failed', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."sync_trigger" AS ENUM('connect', 'manual', 'schedule');--> statement-breakpoint
CREATE TABLE "provider_items" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"connection_id" uuid NOT NULL,
	"provider" "provider" NOT NULL,
	"kind" "item_kind" NOT NULL,
	"external_id" text NOT NULL,
	"fact_hash" text NOT NULL,
	"name" text NOT NULL,
	"artists" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"album_id" text,
	"album_name" text,
	"cover_url" text,
	"duration_ms" integer,
	"isrc" text,
	"explicit" boolean,
	"released_on" text,
	"genres" text[] DEFAULT '{}' NOT NULL,
	"url" text,
	"raw" jsonb NOT NULL,
	"run_id" uuid,
	"fetched_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "provider_items_version" UNIQUE("connection_id","kind","external_id","fact_hash")
);
--> statement-breakpoint
CREATE TABLE "user_followed_artists" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"connection_id" uuid NOT NULL,
	"provider" "provider" NOT NULL,
	"run_id" uuid,
	"fetched_at" timestamp with time zone DEFAULT now() NOT NULL,
	"external_id" text NOT NULL,
	"item_id" bigint,
	"gone" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_playlist_tracks" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"connection_id" uuid NOT NULL,
	"provider" "provider" NOT NULL,
	"run_id" uuid,
	"fetched_at" timestamp with time zone DEFAULT now() NOT NULL,
	"external_id" text,
	"item_id" bigint,
	"gone" boolean DEFAULT false NOT NULL,
	"playlist_id" text NOT NULL,
	"occurrence" uuid NOT NULL,
	"position" text collate "C" NOT NULL,
	"added_at" timestamp with time zone,
	"added_by" text,
	"kind" "item_kind"
);
--> statement-breakpoint
CREATE TABLE "user_playlists" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"connection_id" uuid NOT NULL,
	"provider" "provider" NOT NULL,
	"run_id" uuid,
	"fetched_at" timestamp with time zone DEFAULT now() NOT NULL,
	"external_id" text NOT NULL,
	"item_id" bigint,
	"gone" boolean DEFAULT false NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"owner_id" text,
	"owner_name" text,
	"is_owned" boolean NOT NULL,
	"is_collaborative" boolean NOT NULL,
	"is_public" boolean,
	"snapshot_id" text,
	"total" integer,
	"items_readable" boolean NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_saved_albums" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"connection_id" uuid NOT NULL,
	"provider" "provider" NOT NULL,
	"run_id" uuid,
	"fetched_at" timestamp with time zone DEFAULT now() NOT NULL,
	"external_id" text NOT NULL,
	"item_id" bigint,
	"gone" boolean DEFAULT false NOT NULL,
	"added_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "user_saved_tracks" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"connection_id" uuid NOT NULL,
	"provider" "provider" NOT NULL,
	"run_id" uuid,
	"fetched_at" timestamp with time zone DEFAULT now() NOT NULL,
	"external_id" text NOT NULL,
	"item_id" bigint,
	"gone" boolean DEFAULT false NOT NULL,
	"added_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "user_top_artists" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"connection_id" uuid NOT NULL,
	"provider" "provider" NOT NULL,
	"run_id" uuid,
	"fetched_at" timestamp with time zone DEFAULT now() NOT NULL,
	"external_id" text NOT NULL,
	"item_id" bigint,
	"gone" boolean DEFAULT false NOT NULL,
	"range" "top_range" NOT NULL,
	"rank" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_top_tracks" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"connection_id" uuid NOT NULL,
	"provider" "provider" NOT NULL,
	"run_id" uuid,
	"fetched_at" timestamp with time zone DEFAULT now() NOT NULL,
	"external_id" text NOT NULL,
	"item_id" bigint,
	"gone" boolean DEFAULT false NOT NULL,
	"range" "top_range" NOT NULL,
	"rank" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "play_gaps" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"connection_id" uuid NOT NULL,
	"run_id" uuid,
	"after" timestamp with time zone NOT NULL,
	"before" timestamp with time zone NOT NULL,
	"detected_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "play_gaps_once" UNIQUE("connection_id","after","before")
);
--> statement-breakpoint
CREATE TABLE "user_recently_played" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"connection_id" uuid NOT NULL,
	"provider" "provider" NOT NULL,
	"run_id" uuid,
	"source" "play_source" NOT NULL,
	"fetched_at" timestamp with time zone DEFAULT now() NOT NULL,
	"played_at" timestamp with time zone NOT NULL,
	"external_id" text NOT NULL,
	"item_id" bigint,
	"track_name" text NOT NULL,
	"artist_name" text,
	"album_name" text,
	"ms_played" integer,
	"context_uri" text,
	"details" jsonb,
	CONSTRAINT "user_recently_played_once" UNIQUE("connection_id","played_at","external_id")
);
--> statement-breakpoint
CREATE TABLE "sync_pages" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"run_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"part" "library_part" NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"cursor" text NOT NULL,
	"read_at" timestamp with time zone,
	"rows" integer,
	CONSTRAINT "sync_pages_once" UNIQUE("run_id","part","subject","cursor")
);
--> statement-breakpoint
CREATE TABLE "sync_run_parts" (
	"run_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"part" "library_part" NOT NULL,
	"status" "sync_status" DEFAULT 'pending' NOT NULL,
	"requested" integer,
	"stored" integer DEFAULT 0 NOT NULL,
	"appended" integer DEFAULT 0 NOT NULL,
	"gone" integer DEFAULT 0 NOT NULL,
	"requests" integer DEFAULT 0 NOT NULL,
	"waits" integer DEFAULT 0 NOT NULL,
	"waiting_until" timestamp with time zone,
	"problem" text,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "sync_run_parts_run_id_part_pk" PRIMARY KEY("run_id","part")
);
--> statement-breakpoint
CREATE TABLE "sync_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"connection_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"provider" "provider" NOT NULL,
	"trigger" "sync_trigger" NOT NULL,
	"mode" "sync_mode" NOT NULL,
	"status" "sync_status" DEFAULT 'pending' NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sync_settings" (
	"connection_id" uuid PRIMARY KEY NOT NULL,
	"is_paused" boolean DEFAULT false NOT NULL,
	"every_hours" integer DEFAULT 24 NOT NULL,
	"next_sync_at" timestamp with time zone DEFAULT now() NOT NULL,
	"next_full_sync_at" timestamp with time zone DEFAULT now() NOT NULL,
	"next_plays_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sync_sightings" (
	"run_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"part" "library_part" NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"position" integer NOT NULL,
	"external_id" text,
	"item_id" bigint,
	"facts" jsonb NOT NULL,
	CONSTRAINT "sync_sightings_run_id_part_subject_position_pk" PRIMARY KEY("run_id","part","subject","position")
);
--> statement-breakpoint
ALTER TABLE "provider_items" ADD CONSTRAINT "provider_items_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_items" ADD CONSTRAINT "provider_items_run_id_sync_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."sync_runs"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_followed_artists" ADD CONSTRAINT "user_followed_artists_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_followed_artists" ADD CONSTRAINT "user_followed_artists_run_id_sync_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."sync_runs"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_followed_artists" ADD CONSTRAINT "user_followed_artists_item_id_provider_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."provider_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_playlist_tracks" ADD CONSTRAINT "user_playlist_tracks_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_playlist_tracks" ADD CONSTRAINT "user_playlist_tracks_run_id_sync_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."sync_runs"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_playlist_tracks" ADD CONSTRAINT "user_playlist_tracks_item_id_provider_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."provider_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_playlists" ADD CONSTRAINT "user_playlists_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_playlists" ADD CONSTRAINT "user_playlists_run_id_sync_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."sync_runs"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_playlists" ADD CONSTRAINT "user_playlists_item_id_provider_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."provider_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_saved_albums" ADD CONSTRAINT "user_saved_albums_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_saved_albums" ADD CONSTRAINT "user_saved_albums_run_id_sync_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."sync_runs"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_saved_albums" ADD CONSTRAINT "user_saved_albums_item_id_provider_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."provider_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_saved_tracks" ADD CONSTRAINT "user_saved_tracks_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_saved_tracks" ADD CONSTRAINT "user_saved_tracks_run_id_sync_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."sync_runs"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_saved_tracks" ADD CONSTRAINT "user_saved_tracks_item_id_provider_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."provider_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_top_artists" ADD CONSTRAINT "user_top_artists_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_top_artists" ADD CONSTRAINT "user_top_artists_run_id_sync_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."sync_runs"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_top_artists" ADD CONSTRAINT "user_top_artists_item_id_provider_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."provider_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_top_tracks" ADD CONSTRAINT "user_top_tracks_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_top_tracks" ADD CONSTRAINT "user_top_tracks_run_id_sync_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."sync_runs"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_top_tracks" ADD CONSTRAINT "user_top_tracks_item_id_provider_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."provider_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "play_gaps" ADD CONSTRAINT "play_gaps_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "play_gaps" ADD CONSTRAINT "play_gaps_run_id_sync_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."sync_runs"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_recently_played" ADD CONSTRAINT "user_recently_played_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_recently_played" ADD CONSTRAINT "user_recently_played_run_id_sync_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."sync_runs"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_recently_played" ADD CONSTRAINT "user_recently_played_item_id_provider_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."provider_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_pages" ADD CONSTRAINT "sync_pages_run_id_sync_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."sync_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_pages" ADD CONSTRAINT "sync_pages_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_run_parts" ADD CONSTRAINT "sync_run_parts_run_id_sync_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."sync_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_run_parts" ADD CONSTRAINT "sync_run_parts_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD CONSTRAINT "sync_runs_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD CONSTRAINT "sync_runs_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_settings" ADD CONSTRAINT "sync_settings_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_sightings" ADD CONSTRAINT "sync_sightings_run_id_sync_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."sync_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_sightings" ADD CONSTRAINT "sync_sightings_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "provider_items_isrc" ON "provider_items" USING btree ("isrc");--> statement-breakpoint
CREATE INDEX "user_followed_artists_state" ON "user_followed_artists" USING btree ("connection_id","external_id","id");--> statement-breakpoint
CREATE INDEX "user_followed_artists_of_item" ON "user_followed_artists" USING btree ("item_id") WHERE "user_followed_artists"."item_id" is not null;--> statement-breakpoint
CREATE INDEX "user_playlist_tracks_state" ON "user_playlist_tracks" USING btree ("connection_id","playlist_id","occurrence","id");--> statement-breakpoint
CREATE INDEX "user_playlist_tracks_item" ON "user_playlist_tracks" USING btree ("connection_id","external_id","id");--> statement-breakpoint
CREATE INDEX "user_playlist_tracks_of_item" ON "user_playlist_tracks" USING btree ("item_id") WHERE "user_playlist_tracks"."item_id" is not null;--> statement-breakpoint
CREATE INDEX "user_playlists_state" ON "user_playlists" USING btree ("connection_id","external_id","id");--> statement-breakpoint
CREATE INDEX "user_playlists_of_item" ON "user_playlists" USING btree ("item_id") WHERE "user_playlists"."item_id" is not null;--> statement-breakpoint
CREATE INDEX "user_saved_albums_state" ON "user_saved_albums" USING btree ("connection_id","external_id","id");--> statement-breakpoint
CREATE INDEX "user_saved_albums_of_item" ON "user_saved_albums" USING btree ("item_id") WHERE "user_saved_albums"."item_id" is not null;--> statement-breakpoint
CREATE INDEX "user_saved_tracks_state" ON "user_saved_tracks" USING btree ("connection_id","external_id","id");--> statement-breakpoint
CREATE INDEX "user_saved_tracks_of_item" ON "user_saved_tracks" USING btree ("item_id") WHERE "user_saved_tracks"."item_id" is not null;--> statement-breakpoint
CREATE INDEX "user_top_artists_state" ON "user_top_artists" USING btree ("connection_id","range","external_id","id");--> statement-breakpoint
CREATE INDEX "user_top_artists_of_item" ON "user_top_artists" USING btree ("item_id") WHERE "user_top_artists"."item_id" is not null;--> statement-breakpoint
CREATE INDEX "user_top_tracks_state" ON "user_top_tracks" USING btree ("connection_id","range","external_id","id");--> statement-breakpoint
CREATE INDEX "user_top_tracks_of_item" ON "user_top_tracks" USING btree ("item_id") WHERE "user_top_tracks"."item_id" is not null;--> statement-breakpoint
CREATE INDEX "user_recently_played_track" ON "user_recently_played" USING btree ("connection_id","external_id","played_at");--> statement-breakpoint
CREATE INDEX "user_recently_played_of_item" ON "user_recently_played" USING btree ("item_id") WHERE "user_recently_played"."item_id" is not null;--> statement-breakpoint
CREATE INDEX "sync_runs_recent" ON "sync_runs" USING btree ("connection_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sync_runs_one_open" ON "sync_runs" USING btree ("connection_id") WHERE "sync_runs"."status" in ('pending', 'running', 'waiting');