import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";

export type OwnPlaylist = {
  id: string;
  name: string;
  isOwned: boolean;
  /** Whether the person sees its rows. */
  itemsReadable: boolean;
  /** Null where Spotify does not say. */
  total: number | null;
  coverUrl: string | null;
  url: string | null;
  /** A mirror of Clouder keeps it equal to a list of its own. */
  isMirror: boolean;
  /** It is not in the library any more. */
  isGone: boolean;
};

type Wanted = {
  userId: string;
  playlistId?: string;
  /** With those that are not in the library any more. */
  withGone?: boolean;
  /** The id of the one before. */
  after?: string;
  limit: number;
};

/** The playlists of a person's Spotify library whose rows they see, by name. */
export async function listOwnPlaylists(
  db: Db,
  { userId, playlistId, withGone = false, after, limit }: Wanted,
): Promise<OwnPlaylist[]> {
  const rows = await db.execute<OwnPlaylist>(sql`
    with newest as (
      select distinct on (p.external_id) p.external_id as id, p.name, p.is_owned as "isOwned",
        p.items_readable as "itemsReadable", p.total, p.item_id, p.gone
      from user_playlists p
      join connections c on c.id = p.connection_id and c.user_id = ${userId}::uuid
        and c.provider = 'spotify'
      ${playlistId === undefined ? sql`` : sql`where p.external_id = ${playlistId}`}
      order by p.external_id, p.id desc
    )
    select n.id, n.name, n."isOwned", n."itemsReadable", n.total, i.cover_url as "coverUrl", i.url,
      exists (
        select 1 from mirrors m
        where m.user_id = ${userId}::uuid and m.spotify_playlist_id = n.id
          and m.status <> 'removed'
      ) as "isMirror", n.gone as "isGone"
    from newest n
    left join provider_items i on i.id = n.item_id
    where (${withGone} or not n.gone) and n."itemsReadable"
      ${after === undefined ? sql`` : sql`and (n.name, n.id) > (select a.name, a.id from newest a where a.id = ${after})`}
    order by n.name, n.id
    limit ${limit}
  `);
  return [...rows];
}

/** Whether somebody else owns a playlist, as the person's library says; false where it says nothing. */
export async function isForeign(
  db: Db,
  { userId, playlistId }: { userId: string; playlistId: string },
): Promise<boolean> {
  const [row] = await db.execute<{ isOwned: boolean }>(sql`
    select p.is_owned as "isOwned" from connections c
    join user_playlists p on p.connection_id = c.id and p.external_id = ${playlistId}
    where c.user_id = ${userId}::uuid and c.provider = 'spotify'
    order by p.id desc limit 1
  `);
  return row?.isOwned === false;
}

/** Whether a mirror of Clouder keeps the playlist equal to a list of its own. */
export async function isMirrored(
  db: Db,
  { userId, playlistId }: { userId: string; playlistId: string },
): Promise<boolean> {
  const rows = await db.execute(sql`
    select 1 from mirrors
    where user_id = ${userId}::uuid and spotify_playlist_id = ${playlistId}
      and status <> 'removed' limit 1
  `);
  return rows.length > 0;
}
