DROP INDEX "mirror_versions_newest";--> statement-breakpoint
ALTER TABLE "mirror_versions" ADD COLUMN "sequence" bigserial NOT NULL;--> statement-breakpoint
CREATE INDEX "mirror_versions_newest" ON "mirror_versions" USING btree ("mirror_id","sequence");