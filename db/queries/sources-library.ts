import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { stands, wholeSince } from "./library-gone";
import { type OwnLibrary, ownConnection } from "./library-pages";

/** An album that was saved, as the provider described it; its tracks are in the payload. */
export type SavedAlbum = {
  albumId: string;
  name: string;
  addedAt: string | null;
  payload: unknown;
};

/** Albums that were saved at a moment, the newest first; with those that one reading alone missed. */
export async function listSavedAlbums(
  db: Db,
  { at, offset, limit, ...own }: OwnLibrary & { at: Date; offset: number; limit: number },
): Promise<SavedAlbum[]> {
  const until = at.toISOString();
  const ended = sql`p.finished_at <= ${until}::timestamptz`;
  const rows = await db.execute<SavedAlbum>(sql`
    select l.external_id as "albumId", i.name, to_json(l.added_at) #>> '{}' as "addedAt",
      i.raw as payload
    from (
      select distinct on (external_id) * from user_saved_albums
      where connection_id = ${ownConnection(own)}
        and fetched_at <= ${until}::timestamptz
      order by external_id desc, id desc
    ) l join provider_items i on i.id = l.item_id
    where ${stands(sql`l`, wholeSince(ownConnection(own), "saved_albums", ended))}
    order by l.added_at desc nulls last, l.id offset ${offset} limit ${limit}
  `);
  return [...rows];
}

/** What is known of a provider's track beside what the list says of it. */
export type KnownTrack = {
  externalId: string;
  /** Of the catalogue's track that it was matched with. */
  recordingKey: string | null;
  trackId: string | null;
  isrc: string | null;
};

/** Finds tracks by the provider's ids: in the catalogue, as it was matched, and in the library. */
export async function listKnownTracks(
  db: Db,
  { externalIds, ...own }: OwnLibrary & { externalIds: readonly string[] },
): Promise<KnownTrack[]> {
  const rows = await db.execute<KnownTrack>(sql`
    with asked as (
      select distinct id from unnest(${sql.param([...externalIds])}::text[]) as id
    ),
    matched as (
      select distinct on (a.id) a.id, t.recording_key, t.id as track_id
      from asked a
      join track_matches m on m.external_uri = 'spotify:track:' || a.id
        and m.provider = 'spotify' and m.status = 'found'
      join tracks t on t.id = m.track_id
      order by a.id, t.id
    ),
    held as (
      select distinct on (a.id) a.id, i.isrc
      from asked a
      join provider_items i on i.connection_id = ${ownConnection(own)} and i.kind = 'track'
        and i.external_id = a.id
      where i.isrc is not null
      order by a.id, i.id desc
    )
    select a.id as "externalId", m.recording_key as "recordingKey", m.track_id as "trackId", h.isrc
    from asked a left join matched m on m.id = a.id left join held h on h.id = a.id
  `);
  return [...rows];
}
