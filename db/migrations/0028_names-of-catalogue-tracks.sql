ALTER TABLE "tracks" ADD COLUMN "name_key" text;--> statement-breakpoint
CREATE INDEX "tracks_name" ON "tracks" USING btree ("name_key");