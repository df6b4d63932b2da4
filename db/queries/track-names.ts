import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { creditedNames } from "./credits";

type UnnamedTrack = {
  id: string;
  title: string;
  mixName: string | null;
  artists: string[];
  remixers: string[];
};

/**
 * Tracks of the catalogue of which nobody worked out what they are called, locked until the transaction
 * ends; those that somebody else is writing are left out.
 */
export async function lockUnnamedTracks(
  db: Db,
  { limit }: { limit: number },
): Promise<UnnamedTrack[]> {
  const rows = await db.execute<UnnamedTrack>(sql`
    select t.id, t.title, t.mix_name as "mixName", ${creditedNames("artist")} as artists,
      ${creditedNames("remixer")} as remixers
    from tracks t where t.name_key is null order by t.id limit ${limit}::int
    for no key update of t skip locked
  `);
  return [...rows];
}

/** Keeps what tracks are called. Nothing else is new about them: they have not changed. */
export async function saveNameKeys(
  db: Db,
  named: readonly { id: string; nameKey: string }[],
): Promise<void> {
  if (named.length === 0) return;
  await db.execute(sql`
    update tracks t set name_key = r."nameKey"
    from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as r(id uuid, "nameKey" text)
    where t.id = r.id
  `);
}
