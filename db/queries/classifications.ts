import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { type Classification, fits } from "@/lib/enrichment/classification";

type Own = { userId: string };
type Labelled = { recordingKey: string; labels: readonly string[] };

/** What rules and the user say of some recordings. */
export async function listClassifications(
  db: Db,
  { userId, recordingKeys }: Own & { recordingKeys: readonly string[] },
): Promise<(Classification & { recordingKey: string })[]> {
  const rows = await db.execute<Classification & { recordingKey: string }>(sql`
    select recording_key as "recordingKey", label, origin, holds from track_classifications
    where user_id = ${userId}::uuid
      and recording_key = any(${sql.param([...recordingKeys])}::text[])
    order by recording_key, label, origin
  `);
  return [...rows];
}

/** Replaces what rules say of some recordings; what a person said is not touched. */
export async function replaceRuleLabels(
  db: Db,
  { userId, labelled }: Own & { labelled: readonly Labelled[] },
): Promise<void> {
  if (labelled.length === 0) return;
  await db.execute(sql`
    with told as materialized (
      select r."recordingKey" as recording_key, r.labels
      from jsonb_to_recordset(${JSON.stringify(labelled)}::jsonb)
        as r("recordingKey" text, labels text[])
    ),
    dropped as (
      delete from track_classifications c using told
      where c.user_id = ${userId}::uuid and c.recording_key = told.recording_key
        and c.origin = 'rule' and c.label <> all(told.labels)
    )
    insert into track_classifications (user_id, recording_key, label, origin)
    select ${userId}::uuid, told.recording_key, label, 'rule'
    from told, unnest(told.labels) as label
    order by told.recording_key, label
    on conflict do nothing
  `);
}

/** A person says that a label is right, or that it is not; it stays so until they say otherwise. */
export async function saveManualLabel(
  db: Db,
  { userId, ...said }: Own & { recordingKey: string; label: string; holds: boolean },
): Promise<void> {
  await db.execute(sql`
    insert into track_classifications as c (user_id, recording_key, label, origin, holds)
    values (${userId}::uuid, ${said.recordingKey}, ${said.label}, 'manual', ${said.holds})
    on conflict (user_id, recording_key, label, origin) do update
      set holds = excluded.holds, at = now() where c.holds <> excluded.holds
  `);
}

/** Takes back what a person said of a label: the rules decide again. */
export async function deleteManualLabel(
  db: Db,
  { userId, recordingKey, label }: Own & { recordingKey: string; label: string },
): Promise<void> {
  await db.execute(sql`
    delete from track_classifications
    where user_id = ${userId}::uuid and recording_key = ${recordingKey} and origin = 'manual'
      and label = ${label}
  `);
}

/** Takes back that some labels are right; what a person denied stays denied. */
export async function withdrawLabels(
  db: Db,
  { userId, recordingKey, labels }: Own & { recordingKey: string; labels: readonly string[] },
): Promise<void> {
  await db.execute(sql`
    delete from track_classifications
    where user_id = ${userId}::uuid and recording_key = ${recordingKey} and origin = 'manual'
      and holds and label = any(${sql.param([...labels])}::text[])
  `);
}

/**
 * A category has a new name: what a person said of fitting it goes with it, and stays under the old
 * name while another category has that. The recordings are in line to be gathered again.
 */
export async function renameFits(
  db: Db,
  { userId, from, to }: Own & { from: string; to: string },
): Promise<void> {
  await db.execute(sql`
    with said as materialized (
      select recording_key, holds, at from track_classifications
      where user_id = ${userId}::uuid and origin = 'manual' and label = ${fits(from)}
    ),
    moved as (
      insert into track_classifications (user_id, recording_key, label, origin, holds, at)
      select ${userId}::uuid, recording_key, ${fits(to)}, 'manual', holds, at from said
      on conflict do nothing
    ),
    left_behind as (
      delete from track_classifications
      where user_id = ${userId}::uuid and origin = 'manual' and label = ${fits(from)}
        and not exists (
          select from user_categories where user_id = ${userId}::uuid and name = ${from}
        )
    )
    insert into stale_facts (user_id, recording_key)
    select ${userId}::uuid, recording_key from said
    on conflict do nothing
  `);
}
