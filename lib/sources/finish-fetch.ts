import "server-only";
import type { Db } from "@/db/handle";
import { finishJob } from "@/db/queries/jobs";
import { followKeys } from "@/db/queries/recordings-said";
import { calmSource, setSourceStatus, showFetch } from "@/db/queries/sources";
import { listRekeyed } from "@/db/queries/sources-tracks";
import { jobIsOver } from "@/lib/jobs/report-progress";
import { type Fetch, jobOf } from "./begin-fetch";
import type { Place } from "./read-tracks";
import type { OwnSource } from "./source";

const count = new Intl.NumberFormat("en");

/**
 * Shows what was fetched in place of what the source held before. What its user said of a track that
 * is another recording by now goes with it. Where it `isOther`, its recordings are to be asked about.
 */
export async function finishFetch(db: Db, fetch: Fetch, { shownAt }: Place) {
  return db.transaction(async (tx) => {
    const rekeyed = await listRekeyed(tx, fetch);
    const { total, isOther } = await showFetch(tx, { ...fetch, at: new Date(shownAt) });
    await followKeys(tx, { ...fetch, rekeyed });
    const message = `${count.format(total)} track${total === 1 ? "" : "s"}.`;
    const end = { status: "done", message, done: total } as const;
    if (!(await finishJob(tx, { ...jobOf(fetch), ...end }))) throw jobIsOver();
    return { total, isOther };
  });
}

/** Ends a fetch whose run gave up; the source shows what it held before. */
export async function failFetch(
  db: Db,
  { runId, problem, ...own }: OwnSource & { runId: string; problem: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    const job = jobOf({ ...own, runId });
    const isOurs = await finishJob(tx, { ...job, status: "failed", message: problem });
    if (isOurs) await setSourceStatus(tx, { ...own, status: "failed" });
  });
}

/** Ends a fetch by hand. */
export const stopSource = (db: Db, own: OwnSource): Promise<void> => calmSource(db, own);

/** Lets a source be fetched again from the start. */
export const resumeSource = (db: Db, own: OwnSource): Promise<void> =>
  setSourceStatus(db, { ...own, status: "fetching" });
