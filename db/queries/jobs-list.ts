import "server-only";
import {
  and,
  count,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Db } from "@/db/handle";
import { jobs } from "@/db/schema/work";
import type { ActivityCounts, JobView } from "@/lib/jobs/job-view";
import { paceOf } from "@/lib/jobs/pace";
import { type ActivityState, isOpenStatus, type JobKind } from "@/lib/jobs/status";
import { contains } from "./contains";
import { openJobs } from "./jobs";

const RECENT_MINUTES = 10;
const MOST_SHOWN = 50;
const MOST_OPEN = 300;

/** Who looks: people see their own and shared work; the owner of the installation may act on shared work. */
export type Viewer = { id: string; role: "owner" | "member" };

export const visibleTo = ({ id }: Viewer) => or(eq(jobs.userId, id), isNull(jobs.userId));

/** Whom nothing was heard of for so long stands still. */
export const STILL_MINUTES = 3;
const isSilent = sql`${jobs.updatedAt} < now() - make_interval(mins => ${STILL_MINUTES})`;
export const standsStill = sql<boolean>`(
  (${jobs.status} = 'running' and ${isSilent})
  or (${jobs.status} = 'waiting' and ${isSilent}
    and ${jobs.waitingUntil} < now() - make_interval(mins => ${STILL_MINUTES}))
)`;

/** A job can be tried again when it got stuck or left something, and no newer one of its subject exists. */
export const retriable = sql<boolean>`(
  (${jobs.status} in ('failed', 'partial', 'cancelled') or ${standsStill}
    or (${jobs.status} = 'queued' and ${isSilent}))
  and not exists (
    select 1 from jobs newer where newer.kind = jobs.kind and newer.subject_id = jobs.subject_id
      and (newer.created_at, newer.id) > (jobs.created_at, jobs.id)
  )
)`;

const columns = {
  id: jobs.id,
  userId: jobs.userId,
  kind: jobs.kind,
  title: jobs.title,
  status: jobs.status,
  phase: jobs.phase,
  message: jobs.message,
  total: jobs.total,
  done: jobs.done,
  failed: jobs.failed,
  warnings: jobs.warnings,
  attempts: jobs.attempts,
  samples: jobs.samples,
  standsStill,
  retriable,
  waitingUntil: jobs.waitingUntil,
  createdAt: jobs.createdAt,
  startedAt: jobs.startedAt,
  finishedAt: jobs.finishedAt,
  updatedAt: jobs.updatedAt,
  now: sql<number>`floor(extract(epoch from clock_timestamp()) * 1000)::float8`,
};

const select = (db: Db) => db.select(columns).from(jobs);
type Row = Awaited<ReturnType<typeof select>>[number];

function viewFor(viewer: Viewer) {
  return ({ userId, samples, retriable, now, ...row }: Row): JobView => {
    const mayAct = userId === viewer.id || (userId === null && viewer.role === "owner");
    const isOpen = isOpenStatus(row.status);
    const total = row.total === null ? null : Math.max(row.total, row.done + row.failed);
    const goesOn = row.status === "running" && !row.standsStill;
    const pace = goesOn ? paceOf({ ...row, samples, total }, now) : null;
    return {
      ...row,
      total,
      perMinute: pace?.perMinute ?? null,
      secondsLeft: pace?.secondsLeft ?? null,
      waitingUntil: row.waitingUntil?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
      startedAt: row.startedAt?.toISOString() ?? null,
      finishedAt: row.finishedAt?.toISOString() ?? null,
      updatedAt: row.updatedAt.toISOString(),
      canRetry: mayAct && retriable,
      canCancel: mayAct && isOpen,
    };
  };
}

/** What a person may watch: their own and shared work that is open or ended minutes ago, newest first. */
export async function listVisibleJobs(db: Db, viewer: Viewer): Promise<JobView[]> {
  const isRecent = gt(jobs.finishedAt, sql`now() - make_interval(mins => ${RECENT_MINUTES})`);
  const rows = await select(db)
    .where(and(visibleTo(viewer), or(openJobs, isRecent)))
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(MOST_SHOWN);
  return rows.map(viewFor(viewer));
}

/** How many of what a person may watch failed since then and were not tried again. */
export async function countFailedSince(
  db: Db,
  { since, ...viewer }: Viewer & { since: Date },
): Promise<number> {
  const failed = and(visibleTo(viewer), eq(jobs.status, "failed"), gt(jobs.finishedAt, since));
  const [row] = await db.select({ count: count() }).from(jobs).where(failed);
  return row?.count ?? 0;
}

export type Wanted = { state: ActivityState | null; kind: JobKind | null; text: string };

const isWaiting = eq(jobs.status, "waiting");
const isRunning = inArray(jobs.status, ["queued", "running"]);
const hasFailed = eq(jobs.status, "failed");
const hasEnded = isNotNull(jobs.finishedAt);

const whichState: Record<ActivityState, SQL> = {
  running: isRunning,
  waiting: isWaiting,
  failed: hasFailed,
  ended: hasEnded,
};

function fits(viewer: Viewer, { kind, text }: Omit<Wanted, "state">) {
  return and(
    visibleTo(viewer),
    kind === null ? undefined : eq(jobs.kind, kind),
    text === "" ? undefined : contains(text)(sql`${jobs.title}`),
  );
}

/** Everything open, newest first. */
export async function listOpenJobs(
  db: Db,
  { viewer, state, ...wanted }: Wanted & { viewer: Viewer },
): Promise<JobView[]> {
  const rows = await select(db)
    .where(and(fits(viewer, wanted), openJobs, state === null ? undefined : whichState[state]))
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(MOST_OPEN);
  return rows.map(viewFor(viewer));
}

/** Where a list of ended jobs goes on: when the last one ended, to the microsecond, and its id. */
export type Cursor = { at: string; id: string };

/** So many that ended, the newest first; `older` is where the next ones begin. */
export async function listEndedJobs(
  db: Db,
  args: Wanted & { viewer: Viewer; before: Cursor | null; limit: number },
): Promise<{ jobs: JobView[]; older: Cursor | null }> {
  const { viewer, state, before, limit, ...wanted } = args;
  const rows = await db
    .select({ ...columns, at: sql<string>`to_json(${jobs.finishedAt})#>>'{}'` })
    .from(jobs)
    .where(
      and(
        fits(viewer, wanted),
        hasEnded,
        state === null ? undefined : whichState[state],
        before
          ? sql`(${jobs.finishedAt}, ${jobs.id}) < (${before.at}::timestamptz, ${before.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(jobs.finishedAt), desc(jobs.id))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    jobs: shown.map(({ at: _, ...row }) => viewFor(viewer)(row)),
    older: last && rows.length > limit ? { at: last.at, id: last.id } : null,
  };
}

/** How many there are in each state. */
export async function countJobs(
  db: Db,
  { viewer, ...wanted }: Omit<Wanted, "state"> & { viewer: Viewer },
): Promise<ActivityCounts> {
  const countOf = (which: SQL) => sql<number>`(count(*) filter (where ${which}))::int`;
  const [row] = await db
    .select({
      running: countOf(isRunning),
      waiting: countOf(isWaiting),
      failed: countOf(hasFailed),
      ended: countOf(hasEnded),
    })
    .from(jobs)
    .where(fits(viewer, wanted));
  return row ?? { running: 0, waiting: 0, failed: 0, ended: 0 };
}

/** One job with the run that reports to it; null when there is none that this person may see. */
export async function findJob(
  db: Db,
  { jobId, viewer }: { jobId: string; viewer: Viewer },
): Promise<{ job: JobView; runId: string | null } | null> {
  const [row] = await db
    .select({ ...columns, runId: jobs.runId })
    .from(jobs)
    .where(and(eq(jobs.id, jobId), visibleTo(viewer)));
  if (!row) return null;
  const { runId, ...job } = row;
  return { job: viewFor(viewer)(job), runId };
}

/** The newest job of a subject; null when there is none that this person may see. */
export async function findJobOf(
  db: Db,
  { kind, subjectId, viewer }: { kind: JobKind; subjectId: string; viewer: Viewer },
): Promise<JobView | null> {
  const [row] = await select(db)
    .where(and(eq(jobs.kind, kind), eq(jobs.subjectId, subjectId), visibleTo(viewer)))
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(1);
  return row ? viewFor(viewer)(row) : null;
}

/** The newest job of each kind and subject that is asked for, as far as a person may see it. */
export async function listNewestJobs(
  db: Db,
  args: { kinds: readonly JobKind[]; subjectIds: readonly string[]; viewer: Viewer },
): Promise<(JobView & { subjectId: string })[]> {
  const { kinds, subjectIds, viewer } = args;
  const rows = await db
    .selectDistinctOn([jobs.kind, jobs.subjectId], { ...columns, subjectId: jobs.subjectId })
    .from(jobs)
    .where(
      and(
        inArray(jobs.kind, [...kinds]),
        inArray(jobs.subjectId, [...subjectIds]),
        visibleTo(viewer),
      ),
    )
    .orderBy(jobs.kind, jobs.subjectId, desc(jobs.createdAt), desc(jobs.id));
  return rows.map(({ subjectId, ...row }) => ({ ...viewFor(viewer)(row), subjectId }));
}
