import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { Provider } from "@/lib/connections/provider";
import type { PlaylistFacts } from "@/lib/library/provider-library";
import type { ListOf } from "./sync-lists";

/** A place of a list, known or seen, as far as it is compared. */
export type Place = {
  /** Null where the provider no longer names what stands there. */
  externalId: string | null;
  itemId: number | null;
  addedAt: string | null;
  addedBy: string | null;
};

export type HeldPlace = Place & { occurrence: string; position: string };

/** What stands in a playlist as it is known, in its order. */
export async function listHeldPlaces(
  db: Db,
  { connectionId, playlistId }: { connectionId: string; playlistId: string },
): Promise<HeldPlace[]> {
  const rows = await db.execute<HeldPlace>(sql`
    select occurrence, position, external_id as "externalId", item_id::float8 as "itemId",
      to_json(added_at) #>> '{}' as "addedAt", added_by as "addedBy"
    from (
      select distinct on (occurrence) * from user_playlist_tracks
      where connection_id = ${connectionId}::uuid and playlist_id = ${playlistId}
      order by occurrence desc, id desc
    ) state
    where not gone order by position
  `);
  return [...rows];
}

/** What a run saw of a playlist, in its order. */
export async function listSeenPlaces(db: Db, list: ListOf): Promise<Place[]> {
  const rows = await db.execute<Place>(sql`
    select external_id as "externalId", item_id::float8 as "itemId",
      to_json((facts ->> 'addedAt')::timestamptz) #>> '{}' as "addedAt",
      facts ->> 'addedBy' as "addedBy"
    from sync_sightings
    where run_id = ${list.syncId}::uuid and part = ${list.part}::library_part
      and subject = ${list.subject}
    order by position
  `);
  return [...rows];
}

type OfRun = { syncId: string; connectionId: string; provider: Provider };

/** Appends what a playlist holds now, and what it no longer does. */
export async function appendPlaces(
  db: Db,
  args: OfRun & {
    playlistId: string;
    places: readonly (Place & { occurrence: string; position: string; gone: boolean })[];
  },
): Promise<void> {
  const { connectionId, provider, syncId, playlistId, places } = args;
  if (places.length === 0) return;
  await db.execute(sql`
    insert into user_playlist_tracks (
      connection_id, provider, run_id, playlist_id, external_id, item_id, gone, occurrence,
      position, added_at, added_by, kind
    )
    select ${connectionId}::uuid, ${provider}::provider, ${syncId}::uuid, ${playlistId},
      p."externalId", p."itemId", p.gone, p.occurrence, p.position, p."addedAt", p."addedBy", i.kind
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as p(
      "externalId" text, "itemId" bigint, gone boolean, occurrence uuid, position text,
      "addedAt" timestamptz, "addedBy" text
    )
    left join provider_items i on i.id = p."itemId"
  `);
}

/** A playlist of a user's list of playlists. */
export type ListedPlaylist = {
  externalId: string;
  itemId: number | null;
  name: string;
  facts: PlaylistFacts;
};

export type HeldPlaylist = ListedPlaylist & { position: string };

/** The playlists of a library as they are known, in the user's order. */
export async function listHeldPlaylists(
  db: Db,
  { connectionId }: { connectionId: string },
): Promise<HeldPlaylist[]> {
  const rows = await db.execute<HeldPlaylist>(sql`
    select position, external_id as "externalId", item_id::float8 as "itemId", name,
      jsonb_build_object(
        'description', description, 'ownerId', owner_id, 'ownerName', owner_name,
        'isOwned', is_owned, 'isCollaborative', is_collaborative, 'isPublic', is_public,
        'snapshotId', snapshot_id, 'total', total, 'itemsReadable', items_readable
      ) as facts
    from (
      select distinct on (external_id) * from user_playlists
      where connection_id = ${connectionId}::uuid
      order by external_id desc, id desc
    ) state
    where not gone order by position
  `);
  return [...rows];
}

/** The playlists a run saw, each once, in the user's order; those without a name are numbered. */
export async function listSeenPlaylists(
  db: Db,
  list: ListOf,
): Promise<(Omit<ListedPlaylist, "facts"> & { facts: PlaylistFacts | null })[]> {
  const rows = await db.execute<ListedPlaylist>(sql`
    select "externalId", "itemId", name, facts from (
      select distinct on (s.external_id) s.external_id as "externalId",
        s.item_id::float8 as "itemId", coalesce(i.name, '') as name, s.facts, s.position
      from (
        select coalesce(external_id,
            'missing:' || row_number() over (partition by external_id is null order by position)
          ) as external_id,
          item_id, facts -> 'playlist' as facts, position
        from sync_sightings
        where run_id = ${list.syncId}::uuid and part = ${list.part}::library_part
          and subject = ${list.subject}
      ) s left join provider_items i on i.id = s.item_id
      order by s.external_id, s.position
    ) seen order by position
  `);
  return [...rows];
}

/** Appends playlists that are new or have changed, and those that are gone. */
export async function appendPlaylists(
  db: Db,
  args: OfRun & { playlists: readonly (HeldPlaylist & { gone: boolean })[] },
): Promise<void> {
  const { connectionId, provider, syncId, playlists } = args;
  if (playlists.length === 0) return;
  const rows = playlists.map(({ facts, ...playlist }) => ({ ...playlist, ...facts }));
  await db.execute(sql`
    insert into user_playlists (
      connection_id, provider, run_id, external_id, item_id, gone, name, description, owner_id,
      owner_name, is_owned, is_collaborative, is_public, snapshot_id, total, items_readable, position
    )
    select ${connectionId}::uuid, ${provider}::provider, ${syncId}::uuid, "externalId", "itemId",
      gone, name, description, "ownerId", "ownerName", "isOwned", "isCollaborative", "isPublic",
      "snapshotId", total, "itemsReadable", position
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p(
      "externalId" text, "itemId" bigint, gone boolean, name text, description text, "ownerId" text,
      "ownerName" text, "isOwned" boolean, "isCollaborative" boolean, "isPublic" boolean,
      "snapshotId" text, total int, "itemsReadable" boolean, position text
    )
  `);
}

/** Whether a playlist is the user's own, as far as is known. */
export async function isOwnPlaylist(
  db: Db,
  { connectionId, playlistId }: { connectionId: string; playlistId: string },
): Promise<boolean> {
  const [row] = await db.execute<{ is_owned: boolean }>(sql`
    select is_owned from user_playlists
    where connection_id = ${connectionId}::uuid and external_id = ${playlistId}
    order by id desc limit 1
  `);
  return row?.is_owned ?? false;
}

/** Playlists of the user that Clouder itself wrote to within so many seconds. */
export async function listJustWritten(
  db: Db,
  { userId, seconds }: { userId: string; seconds: number },
): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select distinct playlist_id as id from playlist_states
    where user_id = ${userId}::uuid and uris is null
      and created_at > clock_timestamp() - make_interval(secs => ${seconds}::float8)
  `);
  return rows.map(({ id }) => id);
}
