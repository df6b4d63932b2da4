import "server-only";
import { and, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { trackFacts } from "@/db/schema";
import { inChunks } from "@/lib/in-chunks";
import { foldFacts, type RuleTrack, type TrackFacts } from "@/lib/rules/track-facts";

const { userId: _, updatedAt: __, ...columns } = getTableColumns(trackFacts);
const sqlName = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const declared = Object.entries(columns)
  .map(([name, column]) => `"${name}" ${column.getSQLType()}`)
  .join(", ");
const listed = (nameOf: (name: string) => string) =>
  sql.raw(Object.keys(columns).map(nameOf).join(", "));

const BATCH = 2000;

/** Writes what is known of a user's recordings; rows that say the same as before are not touched. */
export async function writeFacts(
  db: Db,
  { userId, facts }: { userId: string; facts: readonly TrackFacts[] },
): Promise<void> {
  for (const some of inChunks(facts, BATCH)) {
    const rows = JSON.stringify(some.map(foldFacts));
    await db.execute(sql`
      insert into track_facts as t (user_id, ${listed(sqlName)})
      select ${userId}::uuid, ${listed((name) => `r."${name}"`)}
      from jsonb_to_recordset(${rows}::jsonb) as r(${sql.raw(declared)})
      order by r."recordingKey"
      on conflict (user_id, recording_key) do update
        set ${listed((name) => `${sqlName(name)} = excluded.${sqlName(name)}`)}, updated_at = now()
        where (${listed((name) => `t.${sqlName(name)}`)})
          is distinct from (${listed((name) => `excluded.${sqlName(name)}`)})
    `);
  }
}

/** What is known of some of a user's recordings, as rules ask it. */
export async function listFacts(
  db: Db,
  { userId, recordingKeys }: { userId: string; recordingKeys: readonly string[] },
): Promise<RuleTrack[]> {
  return db
    .select(columns)
    .from(trackFacts)
    .where(
      and(eq(trackFacts.userId, userId), inArray(trackFacts.recordingKey, [...recordingKeys])),
    );
}
