ALTER TYPE "public"."provider" ADD VALUE 'apple';--> statement-breakpoint
ALTER TYPE "public"."item_kind" ADD VALUE 'video' BEFORE 'unreadable';--> statement-breakpoint
ALTER TYPE "public"."item_kind" ADD VALUE 'station' BEFORE 'unreadable';--> statement-breakpoint
ALTER TYPE "public"."library_part" ADD VALUE 'top_albums' BEFORE 'recently_played';--> statement-breakpoint
ALTER TYPE "public"."library_part" ADD VALUE 'recent_tracks' BEFORE 'playlists';--> statement-breakpoint
ALTER TYPE "public"."library_part" ADD VALUE 'recently_added' BEFORE 'playlists';--> statement-breakpoint
CREATE TABLE "user_recent_tracks" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"connection_id" uuid NOT NULL,
	"provider" "provider" NOT NULL,
	"run_id" uuid,
	"fetched_at" timestamp with time zone DEFAULT now() NOT NULL,
	"external_id" text NOT NULL,
	"item_id" bigint,
	"gone" boolean DEFAULT false NOT NULL,
	"rank" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_recently_added" (
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
CREATE TABLE "user_top_albums" (
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
ALTER TABLE "user_recent_tracks" ADD CONSTRAINT "user_recent_tracks_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_recent_tracks" ADD CONSTRAINT "user_recent_tracks_item_id_provider_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."provider_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_recently_added" ADD CONSTRAINT "user_recently_added_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_recently_added" ADD CONSTRAINT "user_recently_added_item_id_provider_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."provider_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_top_albums" ADD CONSTRAINT "user_top_albums_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_top_albums" ADD CONSTRAINT "user_top_albums_item_id_provider_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."provider_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "user_recent_tracks_state" ON "user_recent_tracks" USING btree ("connection_id","external_id","id");--> statement-breakpoint
CREATE INDEX "user_recent_tracks_of_item" ON "user_recent_tracks" USING btree ("item_id") WHERE "user_recent_tracks"."item_id" is not null;--> statement-breakpoint
CREATE INDEX "user_recent_tracks_of_run" ON "user_recent_tracks" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "user_recently_added_state" ON "user_recently_added" USING btree ("connection_id","external_id","id");--> statement-breakpoint
CREATE INDEX "user_recently_added_of_item" ON "user_recently_added" USING btree ("item_id") WHERE "user_recently_added"."item_id" is not null;--> statement-breakpoint
CREATE INDEX "user_recently_added_of_run" ON "user_recently_added" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "user_top_albums_state" ON "user_top_albums" USING btree ("connection_id","range","external_id","id");--> statement-breakpoint
CREATE INDEX "user_top_albums_of_item" ON "user_top_albums" USING btree ("item_id") WHERE "user_top_albums"."item_id" is not null;--> statement-breakpoint
CREATE INDEX "user_top_albums_of_run" ON "user_top_albums" USING btree ("run_id");