import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { OwnSource, SourceKind } from "@/lib/sources/source";
import { creditedNames } from "./credits";
import { weekName } from "./week-name";

type CatalogueKind = Extract<SourceKind, "golden" | "silver" | "style">;
type Filled = OwnSource & { kind: CatalogueKind; subject: string; edition: number };

/** Tracks of the catalogue in their order, each with what the source says of it. */
const listed: Record<CatalogueKind, (args: Filled) => SQL> = {
  golden: ({ userId, subject }) => sql`
    select g.track_id, g.added_at,
      ${weekName} as found_in,
      row_number() over (order by g.position, g.id) as place
    from golden_tracks g left join curation_periods w on w.id = g.period_id
    where g.user_id = ${userId}::uuid and g.category_id = ${subject}::uuid
  `,
  silver: ({ userId, subject }) => sql`
    select c.track_id, c.sorted_at as added_at,
      ${weekName} as found_in,
      row_number() over (order by w.year desc, w.week desc, c.silver_position, c.id) as place
    from curation_tracks c
    join period_playlists p on p.id = c.current_silver_playlist_id
    join curation_periods w on w.id = c.period_id
    where w.user_id = ${userId}::uuid and p.category_id = ${subject}::uuid
  `,
  style: ({ subject }) => sql`
    select t.id as track_id, t.publish_date::timestamptz as added_at, r.name as found_in,
      row_number() over (order by t.publish_date desc, t.id desc) as place
    from tracks t join releases r on r.id = t.release_id
    where t.style_id = ${subject}::uuid
  `,
};

/**
 * Notes what a list of the curation or a style's catalogue holds at this moment, with the matches
 * that were found. It is one statement, so that nothing moves meanwhile.
 */
export async function fillFromCatalogue(db: Db, args: Filled): Promise<number> {
  const rows = await db.execute<{ position: number }>(sql`
    insert into source_tracks (source_id, edition, position, recording_key, spotify_uri, track_id,
      title, artists, added_at, found_in)
    select s.id, ${args.edition}::int, l.place - 1, t.recording_key, m.external_uri, t.id,
      t.title || coalesce(' (' || nullif(t.mix_name, '') || ')', ''), ${creditedNames("artist")},
      l.added_at, l.found_in
    from sources s
    cross join (${listed[args.kind](args)}) l
    join tracks t on t.id = l.track_id
    left join track_matches m on m.track_id = t.id and m.provider = 'spotify'
      and m.status = 'found'
    where s.id = ${args.sourceId}::uuid and s.user_id = ${args.userId}::uuid
    on conflict (source_id, edition, position) do nothing
    returning position
  `);
  return rows.length;
}
