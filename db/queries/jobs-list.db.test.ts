import { randomUUID } from "node:crypto";
import { eq, type SQL, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { jobs } from "@/db/schema/work";
import { createUser } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import {
  countFailedSince,
  countJobs,
  findJob,
  listEndedJobs,
  listOpenJobs,
  listVisibleJobs,
  type Viewer,
} from "./jobs-list";

type Insert = typeof jobs.$inferInsert;
type Values = { [Column in keyof Insert]?: Insert[Column] | SQL };
const everything = { state: null, kind: null, text: "" };

async function add(tx: Db, title: string, values: Values = {}) {
  const ended = (["done", "partial", "failed", "cancelled"] as const).some(
    (status) => status === values.status,
  );
  const [row] = await tx
    .insert(jobs)
    .values({
      kind: "collection",
      subjectId: randomUUID(),
      title,
      finishedAt: ended ? sql`now()` : null,
      ...values,
    })
    .returning();
  if (!row) throw new Error("no job was made");
  return row;
}

async function people(tx: Db) {
  const [owner, member] = [await createUser(tx), await createUser(tx)];
  return {
    owner: { id: owner.id, role: "owner" } satisfies Viewer,
    member: { id: member.id, role: "member" } satisfies Viewer,
  };
}

const titles = (list: readonly { title: string }[]) => list.map(({ title }) => title);

test("a person sees their own and shared work, open or just ended, and nobody else's", () =>
  withRollback(async (tx) => {
    const { owner, member } = await people(tx);
    await add(tx, "Shared");
    await add(tx, "Mine", { userId: member.id });
    const theirs = await add(tx, "Theirs", { userId: owner.id });
    const failed = { status: "failed", userId: owner.id } as const;
    await add(tx, "Theirs, failed", failed);
    await add(tx, "Long ago", { status: "done", finishedAt: sql`now() - interval '1 hour'` });

    expect(titles(await listVisibleJobs(tx, member)).sort()).toEqual(["Mine", "Shared"]);
    const wanted = { ...everything, viewer: member };
    expect(titles(await listOpenJobs(tx, wanted)).sort()).toEqual(["Mine", "Shared"]);
    const ended = await listEndedJobs(tx, { ...wanted, before: null, limit: 9 });
    expect(titles(ended.jobs)).toEqual(["Long ago"]);
    const none = { waiting: 0, failed: 0 };
    expect(await countJobs(tx, wanted)).toEqual({ ...none, running: 2, ended: 1 });
    expect(await findJob(tx, { jobId: theirs.id, viewer: member })).toBeNull();
    expect(await countFailedSince(tx, { ...member, since: new Date(0) })).toBe(0);
    expect(await countFailedSince(tx, { ...owner, since: new Date(0) })).toBe(1);
  }));

test("shared work is the owner's to act on, one's own is one's own", () =>
  withRollback(async (tx) => {
    const { owner, member } = await people(tx);
    await add(tx, "Shared, open");
    await add(tx, "Shared, failed", { status: "failed" });
    await add(tx, "Mine, open", { userId: member.id });
    const may = async (viewer: Viewer) => {
      const seen = await listVisibleJobs(tx, viewer);
      const named = seen.filter(({ canCancel, canRetry }) => canCancel || canRetry);
      return titles(named).sort();
    };
    expect(await may(member)).toEqual(["Mine, open"]);
    expect(await may(owner)).toEqual(["Shared, failed", "Shared, open"]);
  }));

test("what failed can be tried again, unless a newer job of its subject exists", () =>
  withRollback(async (tx) => {
    const { owner } = await people(tx);
    const subjectId = randomUUID();
    const createdAt = sql`now() - interval '1 day'`;
    await add(tx, "Before", { subjectId, status: "failed", createdAt });
    await add(tx, "Since", { subjectId, status: "done" });
    await add(tx, "Gaps", { status: "partial" });
    await add(tx, "Stopped", { status: "cancelled" });
    const seen = await listVisibleJobs(tx, owner);
    expect(titles(seen.filter(({ canRetry }) => canRetry)).sort()).toEqual(["Gaps", "Stopped"]);
  }));

test("a job that nothing is heard of stands still; one that waits for a moment to come does not", () =>
  withRollback(async (tx) => {
    const { owner } = await people(tx);
    const updatedAt = sql`now() - interval '4 minutes'`;
    await add(tx, "Silent", { status: "running", updatedAt });
    await add(tx, "At work", { status: "running" });
    const soon = sql`now() + interval '1 hour'`;
    await add(tx, "Waits", { status: "waiting", updatedAt, waitingUntil: soon });
    await add(tx, "Overslept", { status: "waiting", updatedAt, waitingUntil: updatedAt });
    await add(tx, "Queued", { updatedAt });
    const seen = await listVisibleJobs(tx, owner);
    const still = seen.filter(({ standsStill }) => standsStill);
    expect(titles(still).sort()).toEqual(["Overslept", "Silent"]);
    expect(titles(seen.filter(({ canRetry }) => canRetry)).sort()).toEqual([
      "Overslept",
      "Queued",
      "Silent",
    ]);
  }));

test("the bar never lies: the total holds what is behind, and a waiting job has no pace", () =>
  withRollback(async (tx) => {
    const { owner } = await people(tx);
    const now = Date.now();
    const samples = [0, 1, 2, 3].map((step): [number, number] => [
      now - 8_000 + step * 2_000,
      step * 10,
    ]);
    const work = { total: 20, done: 30, failed: 2, samples };
    const one = await add(tx, "Runs", { status: "running", ...work });
    const view = async () => (await findJob(tx, { jobId: one.id, viewer: owner }))?.job;
    expect(await view()).toMatchObject({ total: 32, done: 30, secondsLeft: 0 });
    expect((await view())?.perMinute).toBeGreaterThan(100);
    await tx.update(jobs).set({ status: "waiting" }).where(eq(jobs.id, one.id));
    expect(await view()).toMatchObject({ perMinute: null, secondsLeft: null });
  }));

test("filters by state, kind and text, in which a percent sign is a percent sign", () =>
  withRollback(async (tx) => {
    const { owner } = await people(tx);
    await add(tx, "Techno 2026-W46");
    await add(tx, "100% House", { kind: "matching", status: "waiting" });
    await add(tx, "Techno on Spotify", { kind: "matching", status: "failed" });
    await add(tx, "House 2026-W46", { status: "done" });
    const find = async (wanted: Partial<Parameters<typeof listOpenJobs>[1]>) => {
      const args = { ...everything, viewer: owner, ...wanted };
      const { jobs: ended } = await listEndedJobs(tx, { ...args, before: null, limit: 9 });
      return titles([...(await listOpenJobs(tx, args)), ...ended]).sort();
    };
    expect(await find({ state: "running" })).toEqual(["Techno 2026-W46"]);
    expect(await find({ state: "waiting" })).toEqual(["100% House"]);
    expect(await find({ state: "failed" })).toEqual(["Techno on Spotify"]);
    expect(await find({ state: "ended" })).toEqual(["House 2026-W46", "Techno on Spotify"]);
    expect(await find({ kind: "matching" })).toEqual(["100% House", "Techno on Spotify"]);
    expect(await find({ text: "techno" })).toEqual(["Techno 2026-W46", "Techno on Spotify"]);
    expect(await find({ text: "100%" })).toEqual(["100% House"]);
    expect(await countJobs(tx, { viewer: owner, kind: "matching", text: "" })).toEqual({
      running: 0,
      waiting: 1,
      failed: 1,
      ended: 1,
    });
  }));

test("the history is read page by page: each job once, also those that ended together", () =>
  withRollback(async (tx) => {
    const { owner } = await people(tx);
    for (let number = 0; number < 7; number += 1) {
      const minutes = Math.floor(number / 3);
      const finishedAt = sql`now() - make_interval(mins => ${minutes}, secs => 0.000123)`;
      await add(tx, `Job ${number}`, { status: "done", finishedAt });
    }
    const seen: string[] = [];
    let before: Awaited<ReturnType<typeof listEndedJobs>>["older"] = null;
    do {
      const args = { ...everything, viewer: owner, before, limit: 2 };
      const page: Awaited<ReturnType<typeof listEndedJobs>> = await listEndedJobs(tx, args);
      seen.push(...titles(page.jobs));
      before = page.older;
    } while (before);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
    expect(seen.at(-1)).toBe("Job 6");
  }));
