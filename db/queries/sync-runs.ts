import "server-only";
import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { connections } from "@/db/schema/identity";
import { syncPages, syncRunParts, syncRuns, syncSettings, syncSightings } from "@/db/schema/sync";
import type { Provider } from "@/lib/connections/provider";
import {
  type LibraryPart,
  PROOF,
  type SyncMode,
  type SyncStatus,
  type SyncTrigger,
} from "@/lib/library/part";

/** A run and whose it is; no statement is about one without the other. */
export type OwnSync = { syncId: string; userId: string };

const ofSync = ({ syncId, userId }: OwnSync) =>
  and(eq(syncRuns.id, syncId), eq(syncRuns.userId, userId));

const isOpen = inArray(syncRuns.status, ["pending", "running", "waiting"]);
const unfinished: SyncStatus[] = ["pending", "running", "waiting"];

/** What decides how a library is read next; null when the user has no such connection. */
export async function lockLibrary(
  db: Db,
  { userId, provider }: { userId: string; provider: Provider },
) {
  const [row] = await db
    .select({
      connectionId: connections.id,
      status: connections.status,
      displayName: connections.displayName,
      openSyncId: sql<string | null>`(
        select r.id from sync_runs r
        where r.connection_id = ${connections.id} and r.status in ('pending', 'running', 'waiting')
      )`,
      isFullDue: sql<boolean>`coalesce(${syncSettings.nextFullSyncAt} <= now(), true)`,
      wasReadLately: sql<boolean>`exists (
        select 1 from sync_runs r
        where r.connection_id = ${connections.id} and r.status = 'complete'
          and r.finished_at > now() - interval '1 hour'
      )`,
    })
    .from(connections)
    .leftJoin(syncSettings, eq(syncSettings.connectionId, connections.id))
    .where(and(eq(connections.userId, userId), eq(connections.provider, provider)))
    .for("update", { of: connections });
  return row ?? null;
}

/** Makes a run with its parts. The library must be locked and have no open one. */
export async function insertSync(
  db: Db,
  args: {
    userId: string;
    connectionId: string;
    provider: Provider;
    trigger: SyncTrigger;
    mode: SyncMode;
    parts: readonly LibraryPart[];
  },
): Promise<string> {
  const { parts, ...run } = args;
  const [row] = await db.insert(syncRuns).values(run).returning({ id: syncRuns.id });
  if (!row) throw new Error("A sync was not made.");
  const { connectionId } = run;
  await db
    .insert(syncRunParts)
    .values(parts.map((part) => ({ runId: row.id, connectionId, part })));
  return row.id;
}

/** The next one of everything is a full while away; the one of plays comes at its own pace. */
export async function scheduleSync(db: Db, { connectionId }: { connectionId: string }) {
  await db
    .insert(syncSettings)
    .values({ connectionId, nextSyncAt: sql`now() + interval '24 hours'` })
    .onConflictDoUpdate({
      target: syncSettings.connectionId,
      set: {
        nextSyncAt: sql`now() + make_interval(hours => ${syncSettings.everyHours})`,
        updatedAt: sql`now()`,
      },
    });
}

/** After everything was read, the next reading of everything is a week away. */
export async function scheduleFullSync(db: Db, { connectionId }: { connectionId: string }) {
  await db
    .update(syncSettings)
    .set({ nextFullSyncAt: sql`now() + interval '7 days'`, updatedAt: sql`now()` })
    .where(eq(syncSettings.connectionId, connectionId));
}

export type OpenSync = NonNullable<Awaited<ReturnType<typeof lockOpenSync>>>;

/** What a run has to know; null unless it is open. Locked until the transaction ends. */
export async function lockOpenSync(db: Db, sync: OwnSync) {
  const [row] = await db
    .select({
      connectionId: syncRuns.connectionId,
      provider: syncRuns.provider,
      mode: syncRuns.mode,
      profileId: connections.profileId,
      scopes: connections.scopes,
    })
    .from(syncRuns)
    .innerJoin(connections, eq(connections.id, syncRuns.connectionId))
    .where(and(ofSync(sync), isOpen))
    .for("update", { of: syncRuns });
  return row ?? null;
}

export async function markSyncRunning(db: Db, sync: OwnSync) {
  await db
    .update(syncRuns)
    .set({ status: "running", startedAt: sql`coalesce(${syncRuns.startedAt}, now())` })
    .where(and(ofSync(sync), isOpen));
}

export async function markSyncWaiting(db: Db, sync: OwnSync) {
  await db
    .update(syncRuns)
    .set({ status: "waiting" })
    .where(and(ofSync(sync), isOpen));
}

/** The parts of a run, in the order they are read. */
export function listSyncParts(db: Db, sync: OwnSync) {
  return db
    .select({
      part: syncRunParts.part,
      status: syncRunParts.status,
      requested: syncRunParts.requested,
      stored: syncRunParts.stored,
      appended: syncRunParts.appended,
      gone: syncRunParts.gone,
      unreadable: syncRunParts.unreadable,
      problem: syncRunParts.problem,
    })
    .from(syncRunParts)
    .innerJoin(syncRuns, eq(syncRuns.id, syncRunParts.runId))
    .where(ofSync(sync))
    .orderBy(syncRunParts.part);
}

/** Ends a run, unless it was ended before; what it had only noted for itself goes. */
export async function endSync(
  db: Db,
  { status, ...sync }: OwnSync & { status: "complete" | "partial" | "failed" | "cancelled" },
): Promise<boolean> {
  const [run] = await db
    .update(syncRuns)
    .set({ status, finishedAt: sql`now()` })
    .where(and(ofSync(sync), isOpen))
    .returning({ id: syncRuns.id });
  if (!run) return false;
  const left = status === "cancelled" ? "cancelled" : "failed";
  await db
    .update(syncRunParts)
    .set({ status: left, waitingUntil: null, finishedAt: sql`now()` })
    .where(and(eq(syncRunParts.runId, run.id), inArray(syncRunParts.status, unfinished)));
  await db.delete(syncPages).where(eq(syncPages.runId, run.id));
  await db.delete(syncSightings).where(eq(syncSightings.runId, run.id));
  return true;
}

/**
 * Opens a run again to read what is missing of the parts that are not complete. False when there is
 * no such run of the user's, or another one of the same library is open or newer.
 */
export async function reopenSync(db: Db, sync: OwnSync): Promise<boolean> {
  const [run] = await db
    .update(syncRuns)
    .set({ status: "pending", finishedAt: null })
    .where(
      and(
        ofSync(sync),
        sql`not exists (
          select 1 from sync_runs other where other.connection_id = sync_runs.connection_id
            and other.id <> sync_runs.id and (other.status in ('pending', 'running', 'waiting')
              or other.created_at > sync_runs.created_at)
        )`,
      ),
    )
    .returning({ id: syncRuns.id });
  if (!run) return false;
  const parts = await db
    .update(syncRunParts)
    .set({
      status: "pending",
      requested: null,
      stored: 0,
      unreadable: 0,
      problem: null,
      waitingUntil: null,
      finishedAt: null,
    })
    .where(
      and(
        eq(syncRunParts.runId, run.id),
        notInArray(syncRunParts.status, ["complete", ...unfinished]),
      ),
    )
    .returning({ part: syncRunParts.part });
  await db.execute(sql`
    delete from sync_lists where run_id = ${run.id}::uuid
      and part = any(${sql.param(parts.map(({ part }) => part))}::library_part[])
      and (status <> 'settled' or problem is not null or subject in ('', ${PROOF}))
  `);
  return true;
}
