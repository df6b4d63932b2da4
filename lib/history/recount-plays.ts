import "server-only";
import type { Db } from "@/db/handle";
import { beginJob, finishJob } from "@/db/queries/jobs";
import {
  clearRecounts,
  countUncounted,
  lockTimeZone,
  recountPlays,
  showRecount,
} from "@/db/queries/plays-recounts";
import { jobIsOver, reportProgress } from "@/lib/jobs/report-progress";

const PLAYS_AT_ONCE = 20_000;
const SUMS_AT_ONCE = 50_000;
/** A step ends after so long, so that its run is heard of and can be stopped. */
const STEP_MS = 5_000;

export type Recount = { userId: string; runId: string };

const jobOf = ({ userId, runId }: Recount) =>
  ({ kind: "recount", subjectId: userId, runId }) as const;

/** Takes up the counting of a person's plays in the days of another zone. */
export async function beginRecount(db: Db, run: Recount): Promise<void> {
  await db.transaction(async (tx) => {
    await beginJob(tx, { ...jobOf(run), phase: "Looking how much there is to count" });
    await reportProgress(tx, { ...jobOf(run), left: await countUncounted(tx, run) });
  });
}

/** Counts on from where it stands, for some seconds; the old days are shown until all are counted. */
export async function goOnRecounting(
  db: Db,
  run: Recount,
  { stepMs = STEP_MS }: { stepMs?: number } = {},
): Promise<{ more: boolean }> {
  const until = performance.now() + stepMs;
  do {
    const { more } = await db.transaction((tx) => takePart(tx, run));
    if (!more) return { more };
  } while (performance.now() < until);
  return { more: true };
}

async function takePart(db: Db, run: Recount): Promise<{ more: boolean }> {
  const { userId } = run;
  const job = jobOf(run);
  const timeZone = await lockTimeZone(db, { userId });
  const plays = await recountPlays(db, { userId, limit: PLAYS_AT_ONCE });
  if (plays > 0) {
    await reportProgress(db, { ...job, phase: `Counting the days of ${timeZone}`, more: plays });
    return { more: true };
  }
  if (await showRecount(db, { userId })) {
    const line = { message: `The history is in the days of ${timeZone}.` };
    await reportProgress(db, { ...job, phase: "Clearing the old sums away", line });
    return { more: true };
  }
  if ((await clearRecounts(db, { userId, limit: SUMS_AT_ONCE })) > 0) {
    await reportProgress(db, job);
    return { more: true };
  }
  const isOurs = await finishJob(db, { ...job, status: "done" });
  if (!isOurs) throw jobIsOver();
  return { more: false };
}

/** Ends a counting whose run gave up; the old days stay, and trying again goes on. */
export async function failRecount(db: Db, { problem, ...run }: Recount & { problem: string }) {
  await finishJob(db, { ...jobOf(run), status: "failed", message: problem });
}
