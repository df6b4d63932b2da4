import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";

/** What a user pinned, to whichever rule set. */
export const pinnedBy = (userId: string) => sql`
  select o.recording_key from rule_sets r
  join rule_overrides o on o.rule_set_id = r.id and o.kind = 'pin'
  where r.user_id = ${userId}::uuid`;

type Wanted = { userId: string; recordingKeys: readonly string[] };

const keysOf = ({ recordingKeys }: Wanted) => sql`${sql.param([...recordingKeys])}::text[]`;

/** Which of some recordings a user pinned. */
export async function listPinned(db: Db, wanted: Wanted): Promise<string[]> {
  const rows = await db.execute<{ key: string }>(sql`
    select distinct p.recording_key as key from (${pinnedBy(wanted.userId)}) p
    where p.recording_key = any(${keysOf(wanted)})
  `);
  return rows.map(({ key }) => key);
}

/** How many of some recordings neither the catalogue knows nor anything of the user's. */
export async function countUnknown(db: Db, wanted: Wanted): Promise<number> {
  const user = sql`${wanted.userId}::uuid`;
  const [row] = await db.execute<{ recordings: number }>(sql`
    select count(*)::int as recordings from unnest(${keysOf(wanted)}) as k(key)
    where not exists (select from tracks t where t.recording_key = k.key)
      and not exists (
        select from track_facts f where f.user_id = ${user} and f.recording_key = k.key
      )
      and not exists (
        select from connections c
        join library_recordings l on l.connection_id = c.id and l.recording_key = k.key
        where c.user_id = ${user}
      )
  `);
  return row?.recordings ?? 0;
}
