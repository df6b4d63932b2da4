import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { appendRow, createItem, createRun, type Listener } from "./library-rows";

/** Every part of a library was read a minute ago. Answers when that was. */
export async function readLibrary(db: Db, listener: Listener): Promise<string> {
  const at = new Date(Date.now() - 60_000).toISOString();
  const counts = { appended: 1, gone: 0 };
  await createRun(db, listener, { at, parts: { saved_tracks: counts, saved_albums: counts } });
  await db.execute(sql`update sync_run_parts set finished_at = now()`);
  return at;
}

/** Saves an album with Drift by Ada on it, which is `drift1` at Spotify. */
export async function saveAlbum(db: Db, listener: Listener, at: string): Promise<void> {
  const track = { id: "drift1", name: "Drift", artists: [{ name: "Ada" }] };
  const album = { tracks: { items: [track], next: null } };
  const item = { externalId: "album1", kind: "album", name: "An Album" } as const;
  const itemId = await createItem(db, listener, item);
  await db.execute(sql`
    update provider_items set raw = ${JSON.stringify(album)}::jsonb where id = ${itemId}
  `);
  await appendRow(db, listener, "user_saved_albums", { at, externalId: "album1", itemId });
}
