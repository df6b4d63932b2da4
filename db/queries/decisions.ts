import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { decisions } from "@/db/schema";
import type { Standing } from "@/lib/curation/placement";
import type { DecisionKind } from "@/lib/curation/status";

type OfPeriod = { periodId: string; userId: string };

/**
 * The presses that still stand, each with its newest decision: taken back ones are left out, and
 * ones that changed nothing. One pass over the period, whatever the statistics say.
 */
const standingPresses = ({ periodId, userId }: OfPeriod) => sql`
  select coalesce(undoes_key, idempotency_key) as key, max(id) as newest
  from decisions
  where period_id = ${periodId} and user_id = ${userId} and (kind = 'undone' or before <> after)
  group by 1
  having not bool_or(kind = 'undone')`;

/** Everything one press decided, in the order of its tracks. */
export async function listPress(
  db: Db,
  { userId, idempotencyKey }: { userId: string; idempotencyKey: string },
) {
  return db
    .select({
      periodId: decisions.periodId,
      curationTrackId: decisions.curationTrackId,
      kind: decisions.kind,
      before: decisions.before,
      after: decisions.after,
      undoesKey: decisions.undoesKey,
    })
    .from(decisions)
    .where(and(eq(decisions.userId, userId), eq(decisions.idempotencyKey, idempotencyKey)))
    .orderBy(asc(decisions.id));
}

export async function insertDecisions(
  db: Db,
  {
    periodId,
    userId,
    idempotencyKey,
    undoesKey,
    rows,
  }: OfPeriod & {
    idempotencyKey: string;
    undoesKey: string | null;
    rows: { id: string; kind: DecisionKind; before: Standing; after: Standing }[];
  },
) {
  await db.execute(sql`
    insert into decisions
      (user_id, period_id, curation_track_id, kind, idempotency_key, before, after, undoes_key)
    select ${userId}, ${periodId}, row.id, row.kind, ${idempotencyKey}, row.before, row.after,
      ${undoesKey}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row(id uuid, kind decision_kind, before jsonb, after jsonb)
  `);
}

/** The key of the newest press that can be taken back; null when there is none. */
export async function findNewestPress(db: Db, owner: OfPeriod): Promise<string | null> {
  const [row] = await db.execute<{ key: string }>(
    sql`${standingPresses(owner)} order by newest desc limit 1`,
  );
  return row?.key ?? null;
}

export async function countUndoable(db: Db, owner: OfPeriod): Promise<number> {
  const [row] = await db.execute<{ presses: number }>(
    sql`select count(*)::int as presses from (${standingPresses(owner)}) p`,
  );
  return row?.presses ?? 0;
}

const pressTimes = ({ periodId, userId }: OfPeriod, limit: number) => sql`
  select (extract(epoch from min(created_at)) * 1000)::float8 as at
  from decisions
  where period_id = ${periodId} and user_id = ${userId}
  group by idempotency_key
  order by max(id) desc
  limit ${limit}`;

/** When the newest presses were made, undone ones as well: they were work too. */
export async function listPressTimes(
  db: Db,
  { limit, ...owner }: OfPeriod & { limit: number },
): Promise<Date[]> {
  const rows = await db.execute<{ at: number }>(pressTimes(owner, limit));
  return rows.map(({ at }) => new Date(at));
}

/** How many presses can be taken back and when the newest were made, in one statement. */
export async function readPresses(
  db: Db,
  { limit, ...owner }: OfPeriod & { limit: number },
): Promise<{ undoable: number; times: Date[] }> {
  const [row] = await db.execute<{ undoable: number; times: number[] }>(sql`
    select (select count(*)::int from (${standingPresses(owner)}) p) as undoable,
      array(${pressTimes(owner, limit)}) as times
  `);
  return { undoable: row?.undoable ?? 0, times: row?.times.map((at) => new Date(at)) ?? [] };
}
