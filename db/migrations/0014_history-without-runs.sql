ALTER TABLE "provider_items" DROP CONSTRAINT "provider_items_run_id_sync_runs_id_fk";
--> statement-breakpoint
ALTER TABLE "user_followed_artists" DROP CONSTRAINT "user_followed_artists_run_id_sync_runs_id_fk";
--> statement-breakpoint
ALTER TABLE "user_playlist_tracks" DROP CONSTRAINT "user_playlist_tracks_run_id_sync_runs_id_fk";
--> statement-breakpoint
ALTER TABLE "user_playlists" DROP CONSTRAINT "user_playlists_run_id_sync_runs_id_fk";
--> statement-breakpoint
ALTER TABLE "user_saved_albums" DROP CONSTRAINT "user_saved_albums_run_id_sync_runs_id_fk";
--> statement-breakpoint
ALTER TABLE "user_saved_tracks" DROP CONSTRAINT "user_saved_tracks_run_id_sync_runs_id_fk";
--> statement-breakpoint
ALTER TABLE "user_top_artists" DROP CONSTRAINT "user_top_artists_run_id_sync_runs_id_fk";
--> statement-breakpoint
ALTER TABLE "user_top_tracks" DROP CONSTRAINT "user_top_tracks_run_id_sync_runs_id_fk";
--> statement-breakpoint
ALTER TABLE "play_gaps" DROP CONSTRAINT "play_gaps_run_id_sync_runs_id_fk";
--> statement-breakpoint
ALTER TABLE "user_recently_played" DROP CONSTRAINT "user_recently_played_run_id_sync_runs_id_fk";
--> statement-breakpoint
ALTER TABLE "sync_sightings" DROP CONSTRAINT "sync_sightings_connection_id_connections_id_fk";
