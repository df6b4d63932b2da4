import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { jobs } from "@/db/schema/work";
import { createUser } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { advanceJob, finishJob, listVisibleJobs, openJob, waitJob } from "./jobs";

const job = () => ({ kind: "collection" as const, subjectId: randomUUID() });

test("opening twice is one job, and a finished one makes room for the next", () =>
  withRollback(async (tx) => {
    const subject = job();
    await openJob(tx, { ...subject, title: "One" });
    await openJob(tx, { ...subject, title: "Renamed", total: 5 });
    expect(await tx.select().from(jobs)).toMatchObject([{ title: "Renamed", total: 5 }]);

    await finishJob(tx, { ...subject, status: "done" });
    await openJob(tx, { ...subject, title: "Again" });
    const titles = (await tx.select().from(jobs)).map(({ title, status }) => `${title} ${status}`);
    expect(titles.sort()).toEqual(["Again queued", "Renamed done"]);
  }));

test("a job that waited runs again with its next progress, and progress ends with the job", () =>
  withRollback(async (tx) => {
    const user = await createUser(tx);
    const subject = job();
    const view = async () => (await listVisibleJobs(tx, { userId: user.id }))[0];
    await openJob(tx, { ...subject, title: "Week", total: 10 });
    await advanceJob(tx, { ...subject, done: 3, phase: "Reading Beatport" });
    const until = new Date("2026-11-21T14:20:00Z");
    await waitJob(tx, { ...subject, until, message: "Beatport asks us to wait." });
    expect(await view()).toMatchObject({
      status: "waiting",
      waitingUntil: "2026-11-21T14:20:00.000Z",
      done: 3,
      total: 10,
    });

    await advanceJob(tx, { ...subject, done: 4 });
    expect(await view()).toMatchObject({ status: "running", waitingUntil: null, message: null });
    await finishJob(tx, { ...subject, status: "failed", message: "No." });
    await advanceJob(tx, { ...subject, done: 9 });
    expect(await view()).toMatchObject({ status: "failed", message: "No.", done: 4 });
  }));

test("a person sees their own and shared work, open or just ended, and nobody else's", () =>
  withRollback(async (tx) => {
    const [me, other] = [await createUser(tx), await createUser(tx)];
    const old = job();
    await openJob(tx, { ...job(), title: "Shared" });
    await openJob(tx, { ...job(), title: "Mine", userId: me.id });
    await openJob(tx, { ...job(), title: "Theirs", userId: other.id });
    await openJob(tx, { ...old, title: "Long ago" });
    await finishJob(tx, { ...old, status: "done" });
    await tx
      .update(jobs)
      .set({ finishedAt: sql`now() - interval '1 hour'` })
      .where(sql`${jobs.title} = 'Long ago'`);

    const titles = (await listVisibleJobs(tx, { userId: me.id })).map(({ title }) => title);
    expect(titles.sort()).toEqual(["Mine", "Shared"]);
  }));
