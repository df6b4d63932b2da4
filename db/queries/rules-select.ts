import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { RuleSetTrack } from "@/lib/rules/rule-set-view";
import { keptRows, orderedKeys, type Selection } from "./rules-selection";

/** How many tracks a rule set takes. */
export async function countSelection(db: Db, selection: Selection): Promise<number> {
  const { rule } = selection;
  const uncounted = { ...selection, rule: { ...rule, sort: [], limit: null } };
  const isCounted = rule.perArtist !== null && rule.perLabel !== null;
  const [row] = await db.execute<{ pins: number; others: number }>(sql`
    select count(*) filter (where pinned)::int as pins,
      count(*) filter (where not pinned)::int as others
    from (${keptRows(isCounted ? { ...selection, rule: { ...rule, limit: null } } : uncounted)}) k
  `);
  const { pins, others } = row ?? { pins: 0, others: 0 };
  return pins + Math.min(others, Math.max(0, (rule.limit ?? Number.POSITIVE_INFINITY) - pins));
}

/** The recordings a rule set takes, in its order: all, or a page of them. */
export async function listSelection(
  db: Db,
  selection: Selection,
  page?: { offset: number; size: number },
): Promise<string[]> {
  const limits = page && sql`limit ${page.size}::int offset ${page.offset}::int`;
  const rows = await db.execute<{ key: string }>(orderedKeys(selection, limits));
  return rows.map(({ key }) => key);
}

/** Whether a rule set takes a recording. */
export async function isSelected(
  db: Db,
  selection: Selection,
  recordingKey: string,
): Promise<boolean> {
  const [row] = await db.execute<{ taken: boolean }>(sql`
    select exists (
      select from (${keptRows(selection)}) k where recording_key = ${recordingKey}::text
    ) as taken
  `);
  return row?.taken ?? false;
}

/** With the track of the catalogue that it is, if it is one. */
type SelectedTrack = RuleSetTrack & { trackId: string | null };

/** Recordings as a list shows them, in the order of their keys; of the user's only. */
export async function listSelectedTracks(
  db: Db,
  { userId, recordingKeys }: { userId: string; recordingKeys: readonly string[] },
): Promise<SelectedTrack[]> {
  const rows = await db.execute<SelectedTrack>(sql`
    select recording_key as "recordingKey", track_id as "trackId", spotify_uri as "spotifyUri",
      title, mix_name as "mixName", artists, label, bpm, key, length_s as "lengthS",
      to_char(released_on, 'YYYY-MM-DD') as "releasedOn"
    from unnest(${sql.param([...recordingKeys])}::text[]) with ordinality asked(recording_key, place)
    join track_facts using (recording_key)
    where user_id = ${userId}::uuid
    order by place
  `);
  return [...rows];
}
