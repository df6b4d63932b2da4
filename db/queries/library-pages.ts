import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { Provider } from "@/lib/connections/provider";
import type { LibraryFilter } from "@/lib/library/library-filters";
import type { Library, LibraryCounts, LibraryEntry } from "@/lib/library/library-view";
import type { TopRange } from "@/lib/library/part";
import { contains } from "./contains";
import { passes } from "./library-filter";

export type OwnLibrary = { userId: string; connectionId: string };

/** The connection's id, provided that it is the user's. */
export const ownConnection = ({ userId, connectionId }: OwnLibrary) => sql`(
  select c.id from connections c
  where c.id = ${connectionId}::uuid and c.user_id = ${userId}::uuid
)`;

export async function findLibrary(
  db: Db,
  { userId, provider }: { userId: string; provider: Provider },
): Promise<Library | null> {
  const [row] = await db.execute<Library>(sql`
    select id as "connectionId", provider, display_name as "displayName", status
    from connections where user_id = ${userId}::uuid and provider = ${provider}::provider
  `);
  return row ?? null;
}

const until = (at: Date | null, column: SQL) =>
  at ? sql`and ${column} <= ${at.toISOString()}::timestamptz` : sql``;

/** When the rows of each list that says when they were added were first read; null before that. */
export async function firstReadings(
  db: Db,
  own: OwnLibrary,
): Promise<Record<"saved_tracks" | "saved_albums" | "playlists" | "library", Date | null>> {
  const first = (table: string) => sql`(
    select extract(epoch from min(t.fetched_at))::float8 * 1000 from ${sql.identifier(table)} t
    where t.connection_id = ${ownConnection(own)}
  )`;
  const [row] = await db.execute<Record<string, number | null>>(sql`
    select ${first("user_saved_tracks")} as saved_tracks,
      ${first("user_saved_albums")} as saved_albums,
      ${first("user_playlist_tracks")} as playlists,
      (select extract(epoch from min(r.started_at))::float8 * 1000 from sync_runs r
        where r.connection_id = ${ownConnection(own)}) as library
  `);
  const moment = (ms: number | null | undefined) => (ms == null ? null : new Date(Math.ceil(ms)));
  return {
    saved_tracks: moment(row?.saved_tracks),
    saved_albums: moment(row?.saved_albums),
    playlists: moment(row?.playlists),
    library: moment(row?.library),
  };
}

/** A list before it was first read: what the first reading found, as far as it was added by then. */
export type Before = { readAt: Date; addedUntil: Date };

/** How long each list is, or was at a moment. */
export async function countLibrary(
  db: Db,
  {
    at,
    range,
    savedTracks,
    savedAlbums,
    ...own
  }: OwnLibrary & {
    at: Date | null;
    range: TopRange;
    savedTracks?: Before;
    savedAlbums?: Before;
  },
): Promise<LibraryCounts> {
  const count = (table: string, { before, where }: { before?: Before; where?: SQL } = {}) => sql`(
    select count(*)::int from (
      select distinct on (external_id) * from ${sql.identifier(table)} t
      where t.connection_id = ${ownConnection(own)} ${where ?? sql``}
        ${until(before?.readAt ?? at, sql`t.fetched_at`)}
      order by external_id desc, id desc
    ) s where not s.gone ${before ? until(before.addedUntil, sql`s.added_at`) : sql``}
  )`;
  const inRange = sql`and t.range = ${range}::top_range`;
  const [row] = await db.execute<LibraryCounts>(sql`
    select ${count("user_top_tracks", { where: inRange })} as top_tracks,
      ${count("user_top_artists", { where: inRange })} as top_artists,
      ${count("user_top_albums")} as top_albums,
      ${count("user_recent_tracks")} as recent_tracks,
      ${count("user_recently_added")} as recently_added,
      (select count(*)::int from user_recently_played t
        where t.connection_id = ${ownConnection(own)} ${until(at, sql`t.played_at`)}
      ) as recently_played,
      ${count("user_playlists")} as playlists,
      ${count("user_saved_tracks", { before: savedTracks })} as saved_tracks,
      ${count("user_saved_albums", { before: savedAlbums })} as saved_albums,
      ${count("user_followed_artists")} as followed_artists
  `);
  if (!row) throw new Error("Counting a library answered nothing.");
  return row;
}

type PlayWish = OwnLibrary & {
  at: Date | null;
  text: string;
  filter: LibraryFilter | null;
  sort: "added" | "name" | "artist";
  descending: boolean;
  offset: number;
  limit: number;
};

const namesFit = (text: string) => {
  const fits = contains(text);
  return sql`(${fits(sql`l.track_name`)} or ${fits(sql`l.artist_name`)} or ${fits(sql`l.album_name`)})`;
};

/** What was played until a moment; a page of it is found before its items are looked up. */
export async function listPlays(
  db: Db,
  wish: PlayWish,
): Promise<{ rows: LibraryEntry[]; total: number }> {
  const { at, text, filter, sort, descending, offset, limit, ...own } = wish;
  const { connectionId } = own;
  const direction = descending ? sql`desc` : sql`asc`;
  const orders = {
    // as the index has it, that is read from its end
    added: sql`l.played_at ${direction}, l.external_id ${direction}`,
    name: sql`lower(l.track_name) ${direction} nulls last, l.id`,
    artist: sql`lower(l.artist_name) ${direction} nulls last, l.id`,
  };
  const order = orders[sort];
  const shown = sql`l.connection_id = ${ownConnection(own)} ${until(at, sql`l.played_at`)}
    ${text ? sql`and ${namesFit(text)}` : sql``}
    ${filter ? sql`and ${passes(filter, { connectionId, at })}` : sql``}`;
  const [count, rows] = await Promise.all([
    db.execute<{ total: number }>(
      sql`select count(*)::int as total from user_recently_played l where ${shown}`,
    ),
    db.execute<Omit<LibraryEntry, "rank" | "addedBy" | "playlist">>(sql`
      select l.id::text as key, l.external_id as "externalId", coalesce(i.kind, 'track') as kind,
        coalesce(i.name, l.track_name) as name,
        coalesce(
          (select array_agg(a.value ->> 'name' order by a.ordinality)
            from jsonb_array_elements(i.artists) with ordinality a),
          array_remove(array[l.artist_name], null)
        ) as artists,
        coalesce(i.album_name, l.album_name) as "albumName", i.cover_url as "coverUrl",
        coalesce(i.duration_ms, l.ms_played) as "durationMs", i.released_on as "releasedOn",
        coalesce(i.genres, '{}') as genres, i.url, to_json(l.played_at) #>> '{}' as at
      from (
        select * from user_recently_played l where ${shown}
        order by ${order} limit ${limit} offset ${offset}
      ) l left join provider_items i on i.id = l.item_id
      order by ${order}
    `),
  ]);
  const none = { rank: null, addedBy: null, playlist: null };
  return { rows: rows.map((row) => ({ ...row, ...none })), total: count[0]?.total ?? 0 };
}
