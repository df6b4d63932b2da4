import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { PlaylistChange, PlaylistHead, PlaylistVersion } from "@/lib/library/playlist-history";
import { type OwnLibrary, ownConnection } from "./library-pages";

export type OfPlaylist = OwnLibrary & { playlistId: string };

/** A playlist as it was described last; null when the library never had it. */
export async function findPlaylist(db: Db, playlist: OfPlaylist): Promise<PlaylistHead | null> {
  const rows = await db.execute<PlaylistHead>(sql`
    select p.external_id as "playlistId", p.name, p.description, p.owner_name as "ownerName",
      p.is_owned as "isOwned", p.is_collaborative as "isCollaborative", p.total,
      p.items_readable as "itemsReadable", p.gone,
      to_json(p.fetched_at) #>> '{}' as "seenAt", i.cover_url as "coverUrl", i.url
    from user_playlists p left join provider_items i on i.id = p.item_id
    where p.connection_id = ${ownConnection(playlist)} and p.external_id = ${playlist.playlistId}
    order by p.id desc limit 1
  `);
  return rows[0] ?? null;
}

const rowsOf = ({ playlistId, ...own }: OfPlaylist) => sql`user_playlist_tracks t
  where t.connection_id = ${ownConnection(own)} and t.playlist_id = ${playlistId}`;

/**
 * The states a playlist had, the newest first: what was noticed at once is one. A version's moment is
 * a thousandth of a second late, which asks for what was kept at it.
 */
export async function listVersions(
  db: Db,
  { limit, ...playlist }: OfPlaylist & { limit: number },
): Promise<PlaylistVersion[]> {
  const rows = await db.execute<PlaylistVersion>(sql`
    with rows as (
      select t.fetched_at, t.gone,
        lag(t.gone) over (partition by t.occurrence order by t.id) as was_gone
      from ${rowsOf(playlist)}
    )
    select to_json(date_trunc('milliseconds', fetched_at) + interval '1 millisecond') #>> '{}' as at,
      count(*) filter (where not gone and coalesce(was_gone, true))::int as came,
      count(*) filter (where gone)::int as went,
      count(*) filter (where not gone and not was_gone)::int as changed
    from rows group by fetched_at order by fetched_at desc limit ${limit}
  `);
  return [...rows];
}

const stateAt = (playlist: OfPlaylist, at: Date | null): SQL => sql`(
  select * from (
    select distinct on (t.occurrence) t.occurrence, t.position, t.external_id, t.item_id, t.gone
    from ${rowsOf(playlist)}
      ${at ? sql`and t.fetched_at <= ${at.toISOString()}::timestamptz` : sql``}
    order by t.occurrence desc, t.id desc
  ) s where not s.gone
)`;

/** What is different between two states of a playlist: first what left, then what came or moved. */
export async function compareStates(
  db: Db,
  { from, to, limit, ...playlist }: OfPlaylist & { from: Date; to: Date | null; limit: number },
): Promise<{ changes: PlaylistChange[]; counts: Record<PlaylistChange["kind"], number> }> {
  const rows = await db.execute<PlaylistChange & { all: number }>(sql`
    with old as (
      select *, row_number() over (order by position, occurrence)::int as place
      from ${stateAt(playlist, from)} o
    ),
    new as (
      select *, row_number() over (order by position, occurrence)::int as place
      from ${stateAt(playlist, to)} n
    ),
    changes as (
      select coalesce(new.occurrence, old.occurrence) as occurrence,
        case when old.occurrence is null then 'plus' when new.occurrence is null then 'minus'
          else 'moved' end as kind,
        old.place as "placeBefore", new.place,
        coalesce(new.item_id, old.item_id) as item_id,
        coalesce(new.external_id, old.external_id) as "externalId"
      from old full join new on new.occurrence = old.occurrence
      where old.occurrence is null or new.occurrence is null or old.position <> new.position
    ),
    placed as (
      select *, count(*) over (partition by kind)::int as all,
        row_number() over (
          partition by kind order by coalesce(place, "placeBefore")
        ) as number
      from changes
    )
    select c.occurrence, c.kind, c.place, c."placeBefore", c."externalId", c.all, i.kind as "itemKind",
      coalesce(i.name, '') as name,
      coalesce((select array_agg(a.value ->> 'name' order by a.ordinality)
        from jsonb_array_elements(i.artists) with ordinality a), '{}') as artists,
      i.cover_url as "coverUrl", i.url
    from placed c left join provider_items i on i.id = c.item_id
    where c.number <= ${limit}
    order by array_position(array['minus', 'plus', 'moved'], c.kind), c.number
  `);
  const counts = { plus: 0, minus: 0, moved: 0 };
  for (const { kind, all } of rows) counts[kind] = all;
  return { changes: rows.map(({ all: _, ...change }) => change), counts };
}
