import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { collections, externalData, jobs } from "@/db/schema";
import { emptyTables } from "@/db/testing/empty-tables";
import { createStyle, createUser } from "@/db/testing/factories";
import { beatportRow, startBeatport } from "@/lib/testing/beatport-week";

const beatport = await startBeatport(() => [beatportRow(1), beatportRow(2)]);
process.env.BEATPORT_API_URL = `${beatport.url}/v4`;
process.env.BEATPORT_CLIENT_ID = "id";
process.env.BEATPORT_CLIENT_SECRET = "secret";
process.env.BEATPORT_REQUESTS_PER_30_S = "6000";

const { db } = await import("@/db/client");
const { beginCollection } = await import("@/lib/collection/begin-collection");
const { processCollection } = await import("@/lib/collection/process-collection");
const { readPage } = await import("@/lib/collection/read-page");
const { requestCollection } = await import("@/lib/collection/request-collection");
const { failCollection, settleCollection } = await import("@/lib/collection/settle-collection");
const { cancelJob } = await import("./cancel-job");
const { retryJob } = await import("./retry-job");

const runId = "run-1";
let collectionId = "";
let jobId = "";
let owner = { id: "", role: "owner" as const };

beforeEach(async () => {
  await emptyTables(db, "styles", "collections", "external_data", "tracks", "jobs", "users");
  owner = { id: (await createUser(db)).id, role: "owner" };
  const style = await createStyle(db, { beatportId: 6 });
  const wish = { styleId: style.id, year: 2026, week: 46 };
  collectionId = (await requestCollection(db, wish)).collection.id;
  const [job] = await db.select().from(jobs);
  jobId = job?.id ?? "";
});
afterAll(() => beatport.close());

const begin = async (run = runId) => {
  const reading = await beginCollection(db, { collectionId, runId: run });
  if (!reading) throw new Error("nothing to do");
  return reading;
};
const jobNow = async () => (await db.select().from(jobs).where(eq(jobs.id, jobId)))[0];

test("a step that is under way when its job is stopped stores nothing, and nothing after it does", async () => {
  const reading = await begin();
  await cancelJob(db, { jobId, viewer: owner });
  const over = { code: "CONFLICT" };
  await expect(readPage(db, { collectionId, reading })).rejects.toMatchObject(over);
  await expect(processCollection(db, { collectionId, runId })).rejects.toMatchObject(over);
  await expect(settleCollection(db, { collectionId, runId })).rejects.toMatchObject(over);
  await failCollection(db, { collectionId, runId, problem: "No." });
  expect(await db.$count(externalData)).toBe(0);
  expect(await db.select().from(collections)).toMatchObject([{ status: "cancelled" }]);
  expect(await jobNow()).toMatchObject({ status: "cancelled" });
  expect(await beginCollection(db, { collectionId, runId: "run-2" })).toBeNull();
});

test("a run that was overtaken stores nothing, the one that took over does", async () => {
  const first = await begin();
  await cancelJob(db, { jobId, viewer: owner });
  await retryJob(db, { jobId, viewer: owner });
  const second = await begin("run-2");
  await expect(readPage(db, { collectionId, reading: first })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  expect(await readPage(db, { collectionId, reading: second })).toBeNull();
  expect(await db.$count(externalData)).toBe(2);
  expect(await jobNow()).toMatchObject({ done: 2, total: 2, attempts: 2 });
});

test("what is running well is not tried again, what is done is neither tried again nor stopped", async () => {
  await begin();
  expect(await retryJob(db, { jobId, viewer: owner })).toBeNull();
  await db.update(jobs).set({ status: "done", finishedAt: sql`now()` });
  expect(await retryJob(db, { jobId, viewer: owner })).toBeNull();
  expect(await cancelJob(db, { jobId, viewer: owner })).toBeNull();
  expect(await jobNow()).toMatchObject({ status: "done" });
});

test("a job that failed while another took its place is not tried again", async () => {
  await db.update(jobs).set({ status: "failed", finishedAt: sql`now()` });
  await db.insert(jobs).values({ kind: "collection", subjectId: collectionId, title: "Newer" });
  expect(await retryJob(db, { jobId, viewer: owner })).toBeNull();
});

test("shared work is the owner's to act on, a person's own work nobody else's", async () => {
  const other = { id: (await createUser(db)).id, role: "member" as const };
  for (const act of [cancelJob, retryJob]) {
    await expect(act(db, { jobId, viewer: other })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(act(db, { jobId: randomUUID(), viewer: owner })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  }
  const mine = { kind: "mirror" as const, subjectId: randomUUID(), userId: other.id };
  const [theirs] = await db
    .insert(jobs)
    .values({ ...mine, title: "Bronze" })
    .returning();
  const args = { jobId: theirs?.id ?? "", viewer: owner };
  await expect(cancelJob(db, args)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(retryJob(db, args)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await cancelJob(db, { ...args, viewer: other })).toMatchObject({ id: args.jobId });
});
