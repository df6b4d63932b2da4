-- Folded texts have quotes and dashes as a keyboard writes them; see lib/rules/fold-text.ts.
CREATE FUNCTION pg_temp.keyboard(folded text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	SELECT translate(folded, '‘’‚‛ʼ“”„‟‐‑‒–—―−', '''''''''''""""-------')
$$;--> statement-breakpoint
CREATE FUNCTION pg_temp.keyboard_all(folded text[]) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
	SELECT coalesce(array_agg(pg_temp.keyboard(one) ORDER BY place), '{}')
	FROM unnest(folded) WITH ORDINALITY each(one, place)
$$;--> statement-breakpoint
DELETE FROM "track_tags" WHERE ctid IN (
	SELECT ctid FROM (
		SELECT ctid, row_number() OVER (
			PARTITION BY "user_id", "recording_key", pg_temp.keyboard("folded") ORDER BY "created_at"
		) AS nth FROM "track_tags"
	) written WHERE nth > 1
);--> statement-breakpoint
UPDATE "track_tags" SET "folded" = pg_temp.keyboard("folded") WHERE "folded" ~ '[‘’‚‛ʼ“”„‟‐‑‒–—―−]';--> statement-breakpoint
UPDATE "track_facts" SET
	"title_folded" = pg_temp.keyboard("title_folded"),
	"mix_name_folded" = pg_temp.keyboard("mix_name_folded"),
	"label_folded" = pg_temp.keyboard("label_folded"),
	"artists_folded" = pg_temp.keyboard_all("artists_folded"),
	"remixers_folded" = pg_temp.keyboard_all("remixers_folded"),
	"genres_folded" = pg_temp.keyboard_all("genres_folded"),
	"playlists_folded" = pg_temp.keyboard_all("playlists_folded"),
	"categories_folded" = pg_temp.keyboard_all("categories_folded"),
	"tags_folded" = pg_temp.keyboard_all("tags_folded"),
	"classifications_folded" = pg_temp.keyboard_all("classifications_folded"),
	"source_names_folded" = pg_temp.keyboard_all("source_names_folded")
WHERE concat_ws(' ', "title_folded", "mix_name_folded", "label_folded",
	"artists_folded"::text, "remixers_folded"::text, "genres_folded"::text, "playlists_folded"::text, "categories_folded"::text, "tags_folded"::text, "classifications_folded"::text, "source_names_folded"::text)
	~ '[‘’‚‛ʼ“”„‟‐‑‒–—―−]';
