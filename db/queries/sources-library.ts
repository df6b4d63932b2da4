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

/** The ISRCs of a provider's tracks, as far as the library has them. */
export async function listIsrcs(
  db: Db,
  { externalIds, ...own }: OwnLibrary & { externalIds: readonly string[] },
): Promise<{ externalId: string; isrc: string }[]> {
  const rows = await db.execute<{ externalId: string; isrc: string }>(sql`
    select distinct on (i.external_id) i.external_id as "externalId", i.isrc
    from provider_items i
    where i.connection_id = ${ownConnection(own)} and i.kind = 'track' and i.isrc is not null
      and i.external_id = any(${sql.param([...externalIds])}::text[])
    order by i.external_id, i.id desc
  `);
  return [...rows];
}
