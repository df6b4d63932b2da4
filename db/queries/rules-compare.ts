import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { keptRows, type Selection } from "./rules-selection";

/** What one user's two rule sets take, and both of them. */
export type Overlap = { one: number; other: number; both: number };

const keysOf = (selection: Selection) =>
  sql`select recording_key as key from (${keptRows(selection)}) k`;

/** How far two rule sets of a user take the same tracks. */
export async function countOverlap(
  db: Db,
  { one, other }: { one: Selection; other: Selection },
): Promise<Overlap> {
  const [row] = await db.execute<Overlap>(sql`
    select count(a.key)::int as one, count(b.key)::int as other,
      count(*) filter (where a.key = b.key)::int as both
    from (${keysOf(one)}) a full join (${keysOf(other)}) b on a.key = b.key
  `);
  return row ?? { one: 0, other: 0, both: 0 };
}

/** The recordings that both rule sets take, a page of them. */
export async function listOverlap(
  db: Db,
  { one, other, offset, size }: { one: Selection; other: Selection; offset: number; size: number },
): Promise<string[]> {
  const rows = await db.execute<{ key: string }>(sql`
    select a.key from (${keysOf(one)}) a join (${keysOf(other)}) b on a.key = b.key
    order by a.key limit ${size}::int offset ${offset}::int
  `);
  return rows.map(({ key }) => key);
}

type Unmatched = { userId: string; selections: readonly Selection[] };

function unmatchedKeys({ userId, selections }: Unmatched): SQL {
  const taken = selections.map(keysOf);
  return sql`
    select recording_key collate "C" as key from track_facts where user_id = ${userId}::uuid
    ${taken.length === 0 ? sql`` : sql`except (${sql.join(taken, sql` union all `)})`}
  `;
}

/** How many of a user's tracks none of these rule sets takes. */
export async function countUnmatched(db: Db, unmatched: Unmatched): Promise<number> {
  const [row] = await db.execute<{ tracks: number }>(
    sql`select count(*)::int as tracks from (${unmatchedKeys(unmatched)}) u`,
  );
  return row?.tracks ?? 0;
}

/** The recordings that none of these rule sets takes, by their keys from `after` on: a page, or all. */
export async function listUnmatched(
  db: Db,
  { after = null, size, ...unmatched }: Unmatched & { after?: string | null; size?: number },
): Promise<string[]> {
  const rows = await db.execute<{ key: string }>(sql`
    select key from (${unmatchedKeys(unmatched)}) u
    ${after === null ? sql`` : sql`where key > ${after}::text`}
    order by key ${size === undefined ? sql`` : sql`limit ${size}::int`}
  `);
  return rows.map(({ key }) => key);
}

/** The recordings that one rule set takes and the other does not, by their keys, a page of them. */
export async function listOnly(
  db: Db,
  {
    one,
    without,
    offset,
    size,
  }: { one: Selection; without: Selection; offset: number; size: number },
): Promise<string[]> {
  const rows = await db.execute<{ key: string }>(sql`
    select key from ((${keysOf(one)}) except (${keysOf(without)})) d
    order by key limit ${size}::int offset ${offset}::int
  `);
  return rows.map(({ key }) => key);
}

/** What each of several rule sets takes, and how much of it another one takes as well. */
export async function countOverlaps(
  db: Db,
  { one, others }: { one: Selection; others: readonly Selection[] },
): Promise<{ other: number; both: number }[]> {
  if (others.length === 0) return [];
  const each = others.map(
    (other, at) => sql`select ${at}::int as at, o.* from (${keysOf(other)}) o`,
  );
  const rows = await db.execute<{ at: number; other: number; both: number }>(sql`
    with mine as materialized (${keysOf(one)})
    select o.at, count(*)::int as other, count(m.key)::int as both
    from (${sql.join(each, sql` union all `)}) o left join mine m on m.key = o.key
    group by o.at
  `);
  const byPlace = new Map(rows.map(({ at, ...counts }) => [at, counts]));
  return others.map((_, at) => byPlace.get(at) ?? { other: 0, both: 0 });
}
