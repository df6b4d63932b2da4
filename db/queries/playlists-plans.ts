import "server-only";
import { and, desc, eq, isNull, lt, notInArray, or, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { playlistPlans } from "@/db/schema";
import type { PlaylistPlanStatus } from "@/lib/playlists/plan-status";

export type OwnPlan = { planId: string; userId: string };

const ofPlan = ({ planId, userId }: OwnPlan) =>
  and(eq(playlistPlans.id, planId), eq(playlistPlans.userId, userId));

export const planColumns = {
  id: playlistPlans.id,
  userId: playlistPlans.userId,
  connectionId: playlistPlans.connectionId,
  playlistId: playlistPlans.playlistId,
  name: playlistPlans.name,
  kind: playlistPlans.kind,
  ruleSetId: playlistPlans.ruleSetId,
  follows: playlistPlans.follows,
  status: playlistPlans.status,
  problem: playlistPlans.problem,
  waitingUntil: playlistPlans.waitingUntil,
  baseUris: playlistPlans.baseUris,
  baseOwners: playlistPlans.baseOwners,
  targetUris: playlistPlans.targetUris,
  targetOwners: playlistPlans.targetOwners,
  removedByHand: playlistPlans.removedByHand,
  adds: playlistPlans.adds,
  removes: playlistPlans.removes,
  moves: playlistPlans.moves,
  duplicates: playlistPlans.duplicates,
  keptByHand: playlistPlans.keptByHand,
  waiting: playlistPlans.waiting,
  leftOut: playlistPlans.leftOut,
  lost: playlistPlans.lost,
  writes: playlistPlans.writes,
  requests: playlistPlans.requests,
  seconds: playlistPlans.seconds,
  replaces: playlistPlans.replaces,
  takenOut: playlistPlans.takenOut,
  mostPerWrite: playlistPlans.mostPerWrite,
  refusedUris: playlistPlans.refusedUris,
  undoOf: playlistPlans.undoOf,
  creationStartedAt: playlistPlans.creationStartedAt,
  startedAt: playlistPlans.startedAt,
  appliedAt: playlistPlans.appliedAt,
  createdAt: playlistPlans.createdAt,
};

export async function insertPlan(
  db: Db,
  plan: Omit<typeof playlistPlans.$inferInsert, "id" | "updatedAt">,
): Promise<StoredPlan> {
  const [row] = await db.insert(playlistPlans).values(plan).returning(planColumns);
  if (!row) throw new Error("the plan was not stored");
  return row;
}

export type StoredPlan = NonNullable<Awaited<ReturnType<typeof findPlan>>>;

export async function findPlan(db: Db, plan: OwnPlan) {
  const [row] = await db.select(planColumns).from(playlistPlans).where(ofPlan(plan));
  return row ?? null;
}

/** Nobody else decides on the plan until the transaction ends. */
export async function lockPlan(db: Db, plan: OwnPlan): Promise<StoredPlan | null> {
  const [row] = await db
    .select(planColumns)
    .from(playlistPlans)
    .where(ofPlan(plan))
    .for("no key update");
  return row ?? null;
}

type Change = Partial<
  Pick<
    typeof playlistPlans.$inferInsert,
    | "status"
    | "problem"
    | "waitingUntil"
    | "playlistId"
    | "baseUris"
    | "baseOwners"
    | "targetUris"
    | "targetOwners"
    | "removedByHand"
    | "mostPerWrite"
    | "refusedUris"
    | "creationStartedAt"
    | "startedAt"
    | "appliedAt"
  >
>;

export async function updatePlan(db: Db, { planId, userId, ...change }: OwnPlan & Change) {
  await db
    .update(playlistPlans)
    .set({ ...change, updatedAt: sql`now()` })
    .where(ofPlan({ planId, userId }));
}

/** A plan that nobody decided on goes without a trace. Answers whether it was there. */
export async function deletePlan(db: Db, plan: OwnPlan): Promise<boolean> {
  const gone = await db
    .delete(playlistPlans)
    .where(and(ofPlan(plan), eq(playlistPlans.status, "proposed")))
    .returning({ id: playlistPlans.id });
  return gone.length > 0;
}

type OwnPlaylist = { userId: string; playlistId: string };

/** Until the transaction ends nobody else begins a change of the playlist; a second one waits here. */
export async function lockPlaylist(db: Db, { userId, playlistId }: OwnPlaylist) {
  const key = `playlist:${userId}:${playlistId}`;
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}

/** The plan that is being carried out on a playlist; null when there is none. */
export async function findApplyingPlan(
  db: Db,
  { userId, playlistId }: OwnPlaylist,
): Promise<{ id: string } | null> {
  const [row] = await db
    .select({ id: playlistPlans.id })
    .from(playlistPlans)
    .where(
      and(
        eq(playlistPlans.userId, userId),
        eq(playlistPlans.playlistId, playlistId),
        eq(playlistPlans.status, "applying"),
      ),
    );
  return row ?? null;
}

/**
 * The plan that wrote to a playlist last, where it gave up or was stopped before its end in the last
 * month: what the playlist holds is half a change. Null once a plan was carried out since, or there
 * was nothing to undo; after a month it is what its person made of it.
 */
export async function findUnfinishedPlan(
  db: Db,
  { userId, playlistId }: OwnPlaylist,
): Promise<{ id: string; ruleSetId: string | null; problem: string | null } | null> {
  const [row] = await db.execute<{ id: string; ruleSetId: string | null; problem: string | null }>(
    sql`
      select p.id, p.rule_set_id as "ruleSetId", p.problem
      from (
        select s.plan_id, s.created_at from playlist_states s
        where s.user_id = ${userId}::uuid and s.playlist_id = ${playlistId}
          and s.reason = 'before_write' and s.created_at > now() - interval '30 days'
        order by s.sequence desc limit 1
      ) written
      join playlist_plans p on p.id = written.plan_id and p.user_id = ${userId}::uuid
      where p.status = 'failed' and p.mirror_id is null and not exists (
        select from playlist_plans other
        where other.user_id = p.user_id and other.playlist_id = p.playlist_id and other.id <> p.id
          and (other.applied_at >= written.created_at
            or other.undo_of = p.id and other.created_at >= written.created_at
              and other.adds + other.removes + other.moves = 0)
      )
    `,
  );
  return row ?? null;
}

/** The newest plan that takes another one back and was not thrown away. */
export async function findUndo(db: Db, { planId, userId }: OwnPlan) {
  const [row] = await db
    .select({ id: playlistPlans.id, status: playlistPlans.status })
    .from(playlistPlans)
    .where(
      and(
        eq(playlistPlans.userId, userId),
        eq(playlistPlans.undoOf, planId),
        notInArray(playlistPlans.status, ["discarded", "stale"]),
      ),
    )
    .orderBy(desc(playlistPlans.createdAt))
    .limit(1);
  return row ?? null;
}

type Wanted = {
  userId: string;
  playlistId?: string;
  status?: PlaylistPlanStatus;
  /** Only older ones than this. */
  before?: { createdAt: Date; id: string };
  limit: number;
};

/** The newest plans that a person was shown, without their rows. */
export async function listPlans(db: Db, { userId, playlistId, status, before, limit }: Wanted) {
  const { baseUris, baseOwners, targetUris, targetOwners, takenOut, removedByHand, ...small } =
    planColumns;
  return db
    .select(small)
    .from(playlistPlans)
    .where(
      and(
        eq(playlistPlans.userId, userId),
        isNull(playlistPlans.mirrorId),
        playlistId === undefined ? undefined : eq(playlistPlans.playlistId, playlistId),
        status && eq(playlistPlans.status, status),
        before &&
          or(
            lt(playlistPlans.createdAt, before.createdAt),
            and(eq(playlistPlans.createdAt, before.createdAt), lt(playlistPlans.id, before.id)),
          ),
      ),
    )
    .orderBy(desc(playlistPlans.createdAt), desc(playlistPlans.id))
    .limit(limit);
}

export type ListedPlan = Awaited<ReturnType<typeof listPlans>>[number];

/** Takes up plans that nobody works on: their event was lost, or their wait is over. */
export async function claimNeglectedPlans(db: Db, { limit }: { limit: number }) {
  const rows = await db.execute<{ id: string; user_id: string }>(sql`
    update playlist_plans set updated_at = now()
    where id in (
      select p.id from playlist_plans p
      join connections c on c.id = p.connection_id and c.status = 'active'
      where p.status = 'applying' and p.mirror_id is null and p.updated_at < now() - interval '5 minutes'
        and (p.waiting_until is null or p.waiting_until < now() - interval '5 minutes')
      order by p.updated_at
      limit ${limit}
      for update of p skip locked
    )
    returning id, user_id
  `);
  return rows.map(({ id, user_id }) => ({ planId: id, userId: user_id }));
}
