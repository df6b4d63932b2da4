import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { LibraryFilter } from "@/lib/library/library-filters";
import type { ItemKind } from "@/lib/library/part";
import type { LibraryItem, PlaylistFacts } from "@/lib/library/provider-library";
import { contains } from "./contains";
import { passes } from "./library-filter";
import { stands, wholeSince } from "./library-gone";

/** The lists of a library that have a state; plays only add up. */
export const stateParts = [
  "top_tracks",
  "top_artists",
  "top_albums",
  "recent_tracks",
  "recently_added",
  "playlists",
  "playlist_items",
  "saved_tracks",
  "saved_albums",
  "followed_artists",
] as const;
export type StatePart = (typeof stateParts)[number];

/** `list` is the order the list itself has: by rank, by place, the newest first. */
export const stateSorts = [
  "list",
  "name",
  "artist",
  "album",
  "added",
  "duration",
  "released",
] as const;
export type StateSort = (typeof stateSorts)[number];

export type StateWish = {
  userId: string;
  connectionId: string;
  /** A range of the tops, or the playlist whose items are asked for. */
  subject?: string;
  /** In the name, the artists or the album; upper and lower case are the same. */
  text?: string;
  /** About the same moment as the list. */
  filter?: LibraryFilter | null;
  /** Only what the provider says was added by then; for a time that nobody read. */
  addedUntil?: Date | null;
  /** With what one reading alone has missed, of the saved tracks and the places of a playlist. */
  withMissedOnce?: boolean;
  sort?: StateSort;
  descending?: boolean;
  offset?: number;
  limit: number;
};

type ItemFacts = Omit<LibraryItem, "kind" | "externalId" | "raw">;

export type StateRow = ItemFacts & {
  /** Of the history row that is the state. */
  id: number;
  /** Null in a playlist where the provider no longer names what stands there. */
  externalId: string | null;
  /** Null where there is no item; then the name is empty. */
  kind: ItemKind | null;
  /** When the state was read, an ISO string as all moments are. */
  fetchedAt: string;
  addedAt: string | null;
  addedBy: string | null;
  /** 1 is the top; null outside the tops. */
  rank: number | null;
  /** Which of the places of a playlist; null elsewhere. */
  occurrence: string | null;
  playlist: Omit<PlaylistFacts, "snapshotId"> | null;
};

export type StatePage = { rows: StateRow[] /** Of all pages. */; total: number };

/** What a list holds now, a page of it. */
export const currentState = (db: Db, part: StatePart, wish: StateWish): Promise<StatePage> =>
  readState(db, part, null, wish);

/** What a list held at a moment, as far as it was known then. */
export const stateAsOf = (db: Db, part: StatePart, at: Date, wish: StateWish): Promise<StatePage> =>
  readState(db, part, at, wish);

type List = {
  table: string;
  key?: string;
  subject?: (subject: string) => SQL;
  order: SQL;
  columns?: SQL;
};

const ofRange = (range: string) => sql`and t.range = ${range}::top_range`;
const ofPlaylist = (playlistId: string) => sql`and t.playlist_id = ${playlistId}`;

const none = sql`null::text as added_at, null::text as added_by, null::int as rank,
  null::uuid as occurrence, null::jsonb as playlist`;
const ranked = sql`null::text as added_at, null::text as added_by, p.rank,
  null::uuid as occurrence, null::jsonb as playlist`;
const saved = sql`to_json(p.added_at) #>> '{}' as added_at, null::text as added_by,
  null::int as rank, null::uuid as occurrence, null::jsonb as playlist`;
const placed = sql`to_json(p.added_at) #>> '{}' as added_at, p.added_by, null::int as rank,
  p.occurrence, null::jsonb as playlist`;
const described = sql`null::text as added_at, null::text as added_by, null::int as rank,
  null::uuid as occurrence,
  jsonb_build_object(
    'description', p.description, 'ownerId', p.owner_id, 'ownerName', p.owner_name,
    'isOwned', p.is_owned, 'isCollaborative', p.is_collaborative, 'isPublic', p.is_public,
    'total', p.total, 'itemsReadable', p.items_readable
  ) as playlist`;

const lists: Record<StatePart, List> = {
  top_tracks: { table: "user_top_tracks", subject: ofRange, order: sql`l.rank`, columns: ranked },
  top_artists: { table: "user_top_artists", subject: ofRange, order: sql`l.rank`, columns: ranked },
  top_albums: { table: "user_top_albums", subject: ofRange, order: sql`l.rank`, columns: ranked },
  recent_tracks: { table: "user_recent_tracks", order: sql`l.rank`, columns: ranked },
  recently_added: {
    table: "user_recently_added",
    order: sql`l.added_at desc nulls last`,
    columns: saved,
  },
  playlists: { table: "user_playlists", order: sql`l.position`, columns: described },
  playlist_items: {
    table: "user_playlist_tracks",
    key: "occurrence",
    subject: ofPlaylist,
    order: sql`l.position`,
    columns: placed,
  },
  saved_tracks: {
    table: "user_saved_tracks",
    order: sql`l.added_at desc nulls last`,
    columns: saved,
  },
  saved_albums: {
    table: "user_saved_albums",
    order: sql`l.added_at desc nulls last`,
    columns: saved,
  },
  followed_artists: { table: "user_followed_artists", order: sql`lower(i.name)` },
};

const dated: ReadonlySet<StatePart> = new Set([
  "recently_added",
  "playlist_items",
  "saved_tracks",
  "saved_albums",
]);

function orderOf(part: StatePart, { sort = "list", descending = false }: StateWish): SQL {
  const own = lists[part].order;
  const by: Record<StateSort, SQL> = {
    list: own,
    name: sql`lower(i.name)`,
    artist: sql`lower(i.artists -> 0 ->> 'name')`,
    album: sql`lower(i.album_name)`,
    added: dated.has(part) ? sql`l.added_at` : own,
    duration: sql`i.duration_ms`,
    released: sql`i.released_on`,
  };
  const direction = sort !== "list" && descending ? sql`desc nulls last` : sql``;
  return sql`${by[sort]} ${direction}, l.id`;
}

/** The names of artists are picked out of a row only where anything of its artists fits. */
function matches(text: string | undefined): SQL {
  if (!text) return sql`true`;
  const fits = contains(text);
  const artists = sql`jsonb_path_query_array(i.artists, '$[*].name')::text`;
  return sql`(${fits(sql`i.name`)} or ${fits(sql`i.album_name`)}
    or (${fits(sql`i.artists::text`)} and ${fits(artists)}))`;
}

/** Which of the newest rows are there. */
function isThere(
  part: StatePart,
  at: Date | null,
  { withMissedOnce, connectionId }: StateWish,
): SQL {
  const read = { saved_tracks: "saved_tracks", playlist_items: "playlists" } as const;
  const isKnown = part === "saved_tracks" || part === "playlist_items";
  if (!withMissedOnce || !isKnown) return sql`not l.gone`;
  const ended = at ? sql`p.finished_at <= ${at.toISOString()}::timestamptz` : sql`true`;
  return stands(sql`l`, wholeSince(sql`${connectionId}::uuid`, read[part], ended));
}

async function readState(
  db: Db,
  part: StatePart,
  at: Date | null,
  wish: StateWish,
): Promise<StatePage> {
  const { userId, connectionId, subject, text, filter, addedUntil, offset = 0, limit } = wish;
  const list = lists[part];
  const key = sql.identifier(list.key ?? "external_id");
  const order = orderOf(part, wish);

  // only the rows of the page are put in order and numbered, not all that it is chosen from
  const rows = await db.execute<StateRow & { all: number }>(sql`
    with state as (
      select distinct on (${key}) t.*
      from ${sql.identifier(list.table)} t
      where t.connection_id = (
          select c.id from connections c
          where c.id = ${connectionId}::uuid and c.user_id = ${userId}::uuid
        )
        ${list.subject?.(subject ?? "")}
        ${at ? sql`and t.fetched_at <= ${at.toISOString()}::timestamptz` : sql``}
      order by ${key} desc, t.id desc
    ),
    page as (
      select *, row_number() over () as place from (
        select l.id, count(*) over ()::int as all
        from state l left join provider_items i on i.id = l.item_id
        where ${isThere(part, at, wish)} and ${matches(text)}
          ${filter ? sql`and ${passes(filter, { connectionId, at })}` : sql``}
          ${addedUntil ? sql`and l.added_at <= ${addedUntil.toISOString()}::timestamptz` : sql``}
        order by ${order} limit ${limit} offset ${offset}
      ) in_order
    )
    select p.id::float8 as id, p.external_id as "externalId", i.kind, coalesce(i.name, '') as name,
      coalesce(i.artists, '[]') as artists, i.album_id as "albumId", i.album_name as "albumName",
      i.cover_url as "coverUrl", i.duration_ms as "durationMs", i.isrc, i.explicit,
      i.released_on as "releasedOn", coalesce(i.genres, '{}') as genres, i.url,
      to_json(p.fetched_at) #>> '{}' as "fetchedAt", p.added_at as "addedAt",
      p.added_by as "addedBy", p.rank, p.occurrence, p.playlist, p.all
    from (
      select p.id, p.external_id, p.item_id, p.fetched_at, page.place, page.all,
        ${list.columns ?? none}
      from page join ${sql.identifier(list.table)} p on p.id = page.id
    ) p left join provider_items i on i.id = p.item_id
    order by p.place
  `);
  const total = rows[0]?.all ?? 0;
  return { rows: rows.map(({ all: _, ...row }) => row), total };
}
