CREATE INDEX "user_followed_artists_of_run" ON "user_followed_artists" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "user_playlist_tracks_of_run" ON "user_playlist_tracks" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "user_playlists_of_run" ON "user_playlists" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "user_saved_albums_of_run" ON "user_saved_albums" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "user_saved_tracks_of_run" ON "user_saved_tracks" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "user_top_artists_of_run" ON "user_top_artists" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "user_top_tracks_of_run" ON "user_top_tracks" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "user_recently_played_of_run" ON "user_recently_played" USING btree ("run_id") WHERE "user_recently_played"."run_id" is not null;