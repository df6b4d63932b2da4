import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { CatalogRows } from "@/lib/catalog/catalog-rows";
import type { Rekeyed } from "./recordings-said";

/** Rows travel as one JSON parameter: one statement for any number of them. */
const rowset = (rows: unknown[], columns: SQL) =>
  sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${columns})`;

const namedColumns = sql.raw(`"beatportId" int, name text, slug text, "imageUrl" text`);

function upsertNamed(db: Db, table: "labels" | "artists", rows: CatalogRows["labels"]) {
  const target = sql.identifier(table);
  return db.execute(sql`
    insert into ${target} as t (beatport_id, name, slug, image_url)
    select "beatportId", name, slug, "imageUrl" from ${rowset(rows, namedColumns)}
    order by 1
    on conflict (beatport_id) do update
      set name = excluded.name, slug = excluded.slug, image_url = excluded.image_url,
        updated_at = now()
      where (t.name, t.slug, t.image_url)
        is distinct from (excluded.name, excluded.slug, excluded.image_url)
  `);
}

function upsertReleases(db: Db, rows: CatalogRows["releases"]) {
  const columns = sql.raw(
    `"beatportId" int, name text, slug text, "labelBeatportId" int, "catalogNumber" text, "coverUrl" text`,
  );
  return db.execute(sql`
    insert into releases as t (beatport_id, name, slug, label_id, catalog_number, cover_url)
    select r."beatportId", r.name, r.slug, l.id, r."catalogNumber", r."coverUrl"
    from ${rowset(rows, columns)} left join labels l on l.beatport_id = r."labelBeatportId"
    order by 1
    on conflict (beatport_id) do update
      set name = excluded.name, slug = excluded.slug, label_id = excluded.label_id,
        catalog_number = excluded.catalog_number, cover_url = excluded.cover_url,
        updated_at = now()
      where (t.name, t.slug, t.label_id, t.catalog_number, t.cover_url)
        is distinct from (excluded.name, excluded.slug, excluded.label_id,
          excluded.catalog_number, excluded.cover_url)
  `);
}

const trackColumns = {
  title: "text",
  mixName: "text",
  slug: "text",
  isrc: "text",
  bpm: "int",
  camelotKey: "text",
  keyName: "text",
  subGenre: "text",
  lengthMs: "int",
  publishDate: "date",
  originalDate: "date",
  encodedAt: "timestamptz",
  preOrder: "boolean",
  exclusive: "boolean",
  previewUrl: "text",
  previewStartMs: "int",
  previewEndMs: "int",
  waveformUrl: "text",
  recordingKey: "text",
  nameKey: "text",
} as const;

const columnOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const columnNames = ["style_id", "release_id", ...Object.keys(trackColumns).map(columnOf)];
const listed = (prefix: string) =>
  sql.raw(columnNames.map((name) => `${prefix}${name}`).join(", "));

/** Tracks of a genre that is no style are left out. Answers which are another recording than before. */
async function upsertTracks(db: Db, rows: CatalogRows["tracks"]): Promise<Rekeyed[]> {
  const declared = Object.entries(trackColumns).map(([name, type]) => `"${name}" ${type}`);
  const columns = sql.raw(
    [`"beatportId" int`, `"genreId" int`, `"releaseBeatportId" int`, ...declared].join(", "),
  );
  const values = sql.raw(
    Object.keys(trackColumns)
      .map((name) => `r."${name}"`)
      .join(", "),
  );
  const assignments = sql.raw(columnNames.map((name) => `${name} = excluded.${name}`).join(", "));
  const rekeyed = await db.execute<Rekeyed>(sql`
    with wanted as materialized (select * from ${rowset(rows, columns)}),
    saved as (
      insert into tracks as t (beatport_id, ${listed("")})
      select r."beatportId", s.id, l.id, ${values}
      from wanted r
      join styles s on s.beatport_id = r."genreId"
      join releases l on l.beatport_id = r."releaseBeatportId"
      order by 1
      on conflict (beatport_id) do update set ${assignments}, updated_at = now()
        where (${listed("t.")}) is distinct from (${listed("excluded.")})
      returning t.id, t.recording_key
    )
    select distinct b.recording_key as was, saved.recording_key as now
    from saved join tracks b on b.id = saved.id where b.recording_key <> saved.recording_key
  `);
  return [...rekeyed];
}

/** Makes the credits of these tracks exactly these; a track with other ones than before has changed. */
function replaceCredits(db: Db, { tracks, credits }: CatalogRows) {
  const columns = sql.raw(
    `"trackBeatportId" int, "artistBeatportId" int, role artist_role, position int`,
  );
  const ids = JSON.stringify(tracks.map(({ beatportId }) => beatportId));
  return db.execute(sql`
    with wanted as (
      select t.id as track_id, a.id as artist_id, r.role, r.position
      from ${rowset(credits, columns)}
      join tracks t on t.beatport_id = r."trackBeatportId"
      join artists a on a.beatport_id = r."artistBeatportId"
    ),
    gone as (
      delete from track_artists c using tracks t
      where t.id = c.track_id
        and t.beatport_id in (select jsonb_array_elements_text(${ids}::jsonb)::int)
        and not exists (
          select 1 from wanted w
          where (w.track_id, w.role, w.position) = (c.track_id, c.role, c.position)
        )
      returning c.track_id
    ),
    come as (
      insert into track_artists as c (track_id, artist_id, role, position)
      select track_id, artist_id, role, position from wanted
      on conflict (track_id, role, position) do update set artist_id = excluded.artist_id
        where c.artist_id <> excluded.artist_id
      returning c.track_id
    )
    update tracks set updated_at = now()
    where id in (select track_id from gone union select track_id from come) and updated_at < now()
  `);
}

/**
 * Five statements for any number of tracks; rows that say the same as before are not touched. Answers
 * which recordings go by another key than before.
 */
export async function upsertCatalog(db: Db, rows: CatalogRows): Promise<Rekeyed[]> {
  await upsertNamed(db, "labels", rows.labels);
  await upsertNamed(db, "artists", rows.artists);
  await upsertReleases(db, rows.releases);
  const rekeyed = await upsertTracks(db, rows.tracks);
  await replaceCredits(db, rows);
  return rekeyed;
}
