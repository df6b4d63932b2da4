DROP INDEX "source_tracks_of_connection";--> statement-breakpoint
ALTER TABLE "source_tracks" ADD COLUMN "external_id" text;--> statement-breakpoint
CREATE INDEX "source_tracks_of_connection" ON "source_tracks" USING btree ("connection_id","external_id");--> statement-breakpoint
UPDATE "source_tracks" t SET "external_id" = substr(t."spotify_uri", 15) FROM "connections" c
WHERE c."id" = t."connection_id" AND c."provider" = 'spotify' AND t."spotify_uri" LIKE 'spotify:track:%';--> statement-breakpoint
UPDATE "source_tracks" t SET "external_id" = i."external_id" FROM (
  SELECT i."connection_id", i."name", array(SELECT a ->> 'name' FROM jsonb_array_elements(i."artists") AS a) AS "artists",
    min(i."external_id") AS "external_id"
  FROM "provider_items" i JOIN "connections" c ON c."id" = i."connection_id" AND c."provider" = 'apple'
  WHERE i."kind" = 'track'
  GROUP BY 1, 2, 3 HAVING count(DISTINCT i."external_id") = 1
) i
WHERE i."connection_id" = t."connection_id" AND i."name" = t."title" AND i."artists" = t."artists";
