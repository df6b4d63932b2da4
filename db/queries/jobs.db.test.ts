import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { jobLog, jobs } from "@/db/schema/work";
import { withRollback } from "@/db/testing/rollback";
import { addJobLine, LINES_KEPT, listJobLines } from "./job-log";
import { advanceJob, beginJob, finishJob, openJob, tellJob, waitJob } from "./jobs";

const job = () => ({ kind: "collection" as const, subjectId: randomUUID() });
const held = () => ({ ...job(), runId: "run-1" });
const phase = "Reading Beatport";
const rowOf = async (tx: Db, { subjectId }: { subjectId: string }) => {
  const [row] = await tx.select().from(jobs).where(eq(jobs.subjectId, subjectId));
  if (!row) throw new Error("no such job");
  return row;
};

async function begun(tx: Db) {
  const run = held();
  await openJob(tx, { kind: run.kind, subjectId: run.subjectId, title: "Week", total: 10 });
  await beginJob(tx, { ...run, phase });
  return run;
}

test("opening twice is one job, and a finished one makes room for the next", () =>
  withRollback(async (tx) => {
    const run = held();
    const subject = { kind: run.kind, subjectId: run.subjectId };
    await openJob(tx, { ...subject, title: "One" });
    await openJob(tx, { ...subject, title: "Renamed", total: 5 });
    expect(await tx.select().from(jobs)).toMatchObject([{ title: "Renamed", total: 5 }]);

    await beginJob(tx, { ...run, phase });
    await finishJob(tx, { ...run, status: "done" });
    await openJob(tx, { ...subject, title: "Again" });
    const titles = (await tx.select().from(jobs)).map(({ title, status }) => `${title} ${status}`);
    expect(titles.sort()).toEqual(["Again queued", "Renamed done"]);
  }));

test("a job that waited runs again with its next progress, and progress ends with the job", () =>
  withRollback(async (tx) => {
    const run = await begun(tx);
    await advanceJob(tx, { ...run, done: 3 });
    const until = new Date("2026-11-21T14:20:00Z");
    await waitJob(tx, { ...run, until, message: "Beatport asks us to wait." });
    const waiting = { status: "waiting", waitingUntil: until, done: 3, total: 10, samples: [] };
    expect(await rowOf(tx, run)).toMatchObject(waiting);

    await advanceJob(tx, { ...run, done: 4 });
    const running = { status: "running", waitingUntil: null, message: null };
    expect(await rowOf(tx, run)).toMatchObject(running);
    expect(await finishJob(tx, { ...run, status: "failed", message: "No." })).toBe(true);
    expect(await advanceJob(tx, { ...run, done: 9 })).toBe(false);
    expect(await rowOf(tx, run)).toMatchObject({ status: "failed", message: "No.", done: 4 });
  }));

test("progress never falls, and keeps a bounded trail of where it stood", () =>
  withRollback(async (tx) => {
    const run = await begun(tx);
    for (const done of [1, 5, 3]) await advanceJob(tx, { ...run, done });
    const { done, samples } = await rowOf(tx, run);
    expect(done).toBe(5);
    expect(samples.map(([, progress]) => progress)).toEqual([1, 5, 5]);
    for (let more = 0; more < 30; more += 1) await advanceJob(tx, { ...run, more: 1, left: 7 });
    const later = await rowOf(tx, run);
    expect(later).toMatchObject({ done: 35, total: 41 });
    expect(later.samples).toHaveLength(24);
    expect(later.samples.at(-1)).toEqual([expect.any(Number), 35]);
  }));

test("only the run that began last reports; the one before is told that it is over", () =>
  withRollback(async (tx) => {
    const first = await begun(tx);
    const second = { ...first, runId: "run-2" };
    await beginJob(tx, { ...first, phase });
    expect(await rowOf(tx, first)).toMatchObject({ attempts: 1 });
    await beginJob(tx, { ...second, phase });
    expect(await rowOf(tx, first)).toMatchObject({ attempts: 2, runId: "run-2" });

    const wait = { until: new Date(), message: "Wait." };
    expect(await advanceJob(tx, { ...first, done: 9 })).toBe(false);
    expect(await waitJob(tx, { ...first, ...wait })).toBe(false);
    expect(await finishJob(tx, { ...first, status: "failed" })).toBe(false);
    await tellJob(tx, { ...first, message: "Not heard." });
    expect(await rowOf(tx, first)).toMatchObject({ status: "running", done: 0 });

    expect(await finishJob(tx, { ...second, status: "done" })).toBe(true);
    expect(await finishJob(tx, { ...second, status: "done" })).toBe(true);
    const lines = await listJobLines(tx, { jobId: (await rowOf(tx, first)).id });
    expect(lines.map(({ message }) => message)).toEqual([
      "Done.",
      "Taken up again, for the 2nd time.",
      "Begun.",
      "Asked for.",
    ]);
  }));

test("the log tells phases, waits and problems; warnings are counted", () =>
  withRollback(async (tx) => {
    const run = await begun(tx);
    await advanceJob(tx, { ...run, done: 1, line: { message: "Page 1 read." } });
    await tellJob(tx, { ...run, level: "warning", message: "Beatport answered 503." });
    await waitJob(tx, { ...run, until: new Date(0), message: "Beatport asks us to wait." });
    await finishJob(tx, { ...run, status: "partial", message: "2 are missing." });
    const row = await rowOf(tx, run);
    expect(row.warnings).toBe(3);
    const lines = await listJobLines(tx, { jobId: row.id });
    expect(lines.slice(0, 4).map(({ level, message }) => `${level} ${message}`)).toEqual([
      "warning 2 are missing.",
      "warning Beatport asks us to wait.",
      "warning Beatport answered 503.",
      "info Page 1 read.",
    ]);
    expect(lines[1]?.details).toEqual({ until: "1970-01-01T00:00:00.000Z" });
  }));

test("a log keeps its newest lines only, and no other job's are touched", () =>
  withRollback(async (tx) => {
    const [one, other] = [await rowOf(tx, await begun(tx)), await rowOf(tx, await begun(tx))];
    await tx
      .insert(jobLog)
      .values(
        Array.from({ length: LINES_KEPT + 20 }, () => ({ jobId: one.id, message: "Older." })),
      );
    await addJobLine(tx, { jobId: one.id, message: "Newest." });
    const lines = await listJobLines(tx, { jobId: one.id });
    expect(lines).toHaveLength(LINES_KEPT);
    expect(lines[0]?.message).toBe("Newest.");
    expect(await listJobLines(tx, { jobId: other.id })).toHaveLength(2);
  }));
