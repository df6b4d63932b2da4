import { randomUUID } from "node:crypto";
import { eq, type SQL, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { jobLog, jobs } from "@/db/schema/work";
import { createUser } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { listJobLines } from "./job-log";
import {
  cancelJob,
  continueJob,
  deleteOldJobs,
  endSilentJobs,
  listSilentJobs,
  lockJob,
  noteSilentJobs,
  reopenJob,
} from "./jobs-control";

type Insert = typeof jobs.$inferInsert;
type Values = { [Column in keyof Insert]?: Insert[Column] | SQL };

async function add(tx: Db, values: Values = {}) {
  const [row] = await tx
    .insert(jobs)
    .values({ kind: "matching", subjectId: randomUUID(), title: "Week", ...values })
    .returning();
  if (!row) throw new Error("no job was made");
  return row;
}
const again = async (tx: Db, { id }: { id: string }) => {
  const [row] = await tx.select().from(jobs).where(eq(jobs.id, id));
  return row;
};
const messages = async (tx: Db, { id }: { id: string }) =>
  (await listJobLines(tx, { jobId: id })).map(({ message }) => message);

test("another user's job cannot be taken up for a decision", () =>
  withRollback(async (tx) => {
    const [me, other] = [await createUser(tx), await createUser(tx)];
    const job = await add(tx, { userId: other.id });
    const viewer = (id: string) => ({ id, role: "owner" as const });
    expect(await lockJob(tx, { jobId: job.id, viewer: viewer(me.id) })).toBeNull();
    expect(await lockJob(tx, { jobId: job.id, viewer: viewer(other.id) })).toMatchObject({
      id: job.id,
    });
  }));

test("open work of people of which nothing was heard is found, whoever's it is; what waits is not silent", () =>
  withRollback(async (tx) => {
    const { id: userId } = await createUser(tx);
    const longAgo = sql`now() - interval '6 minutes'`;
    const silent = { kind: "enrichment", userId, updatedAt: longAgo } as const;
    const { subjectId } = await add(tx, silent);
    await add(tx, { ...silent, updatedAt: sql`now()` });
    await add(tx, { ...silent, status: "failed", finishedAt: longAgo });
    await add(tx, { ...silent, status: "waiting", waitingUntil: sql`now() + interval '1 hour'` });
    await add(tx, { ...silent, kind: "classification" });
    await add(tx, { ...silent, userId: null });
    const wanted = { kind: "enrichment", minutes: 5, limit: 10 } as const;
    expect(await listSilentJobs(tx, wanted)).toEqual([{ subjectId, userId }]);
    expect(await listSilentJobs(tx, { ...wanted, limit: 0 })).toEqual([]);
  }));

test("a job that is stopped and opened again starts from nothing, held by no run, with its whole log", () =>
  withRollback(async (tx) => {
    const work = { done: 7, failed: 2, total: 9, attempts: 2, runId: "run-1" };
    const job = await add(tx, { status: "running", ...work });
    await cancelJob(tx, { jobId: job.id, message: "Stopped." });
    const stopped = { status: "cancelled", done: 7, finishedAt: expect.any(Date) };
    expect(await again(tx, job)).toMatchObject(stopped);
    await reopenJob(tx, { jobId: job.id, message: "Once more." });
    const opened = { status: "queued", done: 0, failed: 0, total: null, runId: null, attempts: 2 };
    expect(await again(tx, job)).toMatchObject({ ...opened, finishedAt: null });
    expect(await messages(tx, job)).toEqual(["Once more.", "Stopped."]);
  }));

test("only the newest job of a subject goes on, when it was done lately", () =>
  withRollback(async (tx) => {
    const finishedAt = sql`now() - interval '5 minutes'`;
    const job = await add(tx, { kind: "mirror", status: "done", finishedAt, done: 4 });
    const mirror = { kind: "mirror" as const, subjectId: job.subjectId };
    expect(await continueJob(tx, { ...mirror, minutes: 4 })).toBe(false);
    expect(await continueJob(tx, { ...mirror, minutes: 6 })).toBe(true);
    expect(await again(tx, job)).toMatchObject({ status: "queued", done: 4, attempts: 0 });
    expect(await continueJob(tx, { ...mirror, minutes: 6 })).toBe(false);

    await tx.update(jobs).set({ status: "failed", finishedAt }).where(eq(jobs.id, job.id));
    expect(await continueJob(tx, { ...mirror, minutes: 6 })).toBe(false);
  }));

test("silence is noted once in the log, and again only when something was heard in between", () =>
  withRollback(async (tx) => {
    const updatedAt = sql`now() - interval '4 minutes'`;
    const silent = await add(tx, { status: "running", updatedAt });
    const heard = await add(tx, { status: "running" });
    expect(await noteSilentJobs(tx)).toBe(1);
    expect(await noteSilentJobs(tx)).toBe(0);
    expect(await messages(tx, silent)).toEqual([expect.stringContaining("No news for 3 minutes")]);
    expect(await again(tx, silent)).toMatchObject({ status: "running", warnings: 1 });
    expect(await messages(tx, heard)).toEqual([]);

    await tx.update(jobLog).set({ at: sql`now() - interval '9 minutes'` });
    expect(await noteSilentJobs(tx)).toBe(1);
  }));

test("after an hour of silence a job ends as failed; one that waits, is new, or of another kind does not", () =>
  withRollback(async (tx) => {
    const updatedAt = sql`now() - interval '2 hours'`;
    const gone = await add(tx, { status: "running", updatedAt });
    const others = [
      await add(tx, { status: "waiting", updatedAt, waitingUntil: sql`now() + interval '1 hour'` }),
      await add(tx, { status: "running" }),
      await add(tx, { kind: "collection", status: "running", updatedAt }),
    ];
    const ending = { kinds: ["matching", "mirror"], minutes: 60, message: "Silent." } as const;
    expect(await endSilentJobs(tx, ending)).toBe(1);
    const ended = { status: "failed", message: "Silent.", finishedAt: expect.any(Date) };
    expect(await again(tx, gone)).toMatchObject(ended);
    for (const job of others) expect((await again(tx, job))?.finishedAt).toBeNull();
  }));

test("what ended longer ago than is kept is forgotten with its log, what is open never", () =>
  withRollback(async (tx) => {
    const long = sql`now() - interval '91 days'`;
    const old = await add(tx, { status: "done", finishedAt: long, createdAt: long });
    const open = await add(tx, { status: "waiting", createdAt: long });
    await tx.insert(jobLog).values({ jobId: old.id, message: "Done." });
    expect(await deleteOldJobs(tx, { days: 90 })).toBe(1);
    expect(await again(tx, old)).toBeUndefined();
    expect(await again(tx, open)).toBeDefined();
    expect(await tx.select().from(jobLog)).toEqual([]);
  }));
