import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  collectionItems,
  collections,
  externalData,
  jobs,
  providerCooldowns,
  styles,
  tracks,
} from "@/db/schema";
import { emptyTables } from "@/db/testing/empty-tables";
import { startBackground, until } from "@/inngest/testing/background";
import { startSandbox } from "@/sandbox/server";
import { freePort } from "@/scripts/lib/free-port.mjs";

const NOW = new Date("2026-11-21T12:00:00Z");
const sandbox = await startSandbox({ now: () => NOW });
const enginePort = await freePort();
process.env.INNGEST_BASE_URL = `http://127.0.0.1:${enginePort}`;
process.env.BEATPORT_API_URL = `${sandbox.url}/beatport/v4`;
process.env.BEATPORT_CLIENT_ID = "clouder-demo";
process.env.BEATPORT_CLIENT_SECRET = "clouder-demo-secret";
process.env.BEATPORT_REQUESTS_PER_30_S = "6000";

const { db } = await import("@/db/client");
const { inngest } = await import("@/inngest/client");
const { collectionRequested } = await import("@/inngest/events");
const { collectWeek } = await import("./collect-week");
const { requestCollection } = await import("@/lib/collection/request-collection");
const { ensureStyles } = await import("@/lib/catalog/ensure-styles");

let background: Awaited<ReturnType<typeof startBackground>>;
let styleId = "";
const week = { year: 2026, week: 46 };

beforeAll(async () => {
  background = await startBackground({ client: inngest, functions: [collectWeek], enginePort });
  await ensureStyles(db);
  const [style] = await db.select().from(styles).where(eq(styles.beatportId, 6));
  styleId = style?.id ?? "";
});
afterAll(async () => {
  await background.close();
  await sandbox.close();
});
beforeEach(async () => {
  await emptyTables(db, "collections", "external_data", "tracks", "jobs");
  await fetch(`${sandbox.url}/__sandbox/faults`, { method: "DELETE" });
});

/** Has the simulated Beatport misbehave on pages of tracks. */
async function fault(rule: object, page = "\\d+") {
  const match = { path: `/catalog/tracks/.*[?&]page=${page}(&|$)` };
  const response = await fetch(`${sandbox.url}/__sandbox/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ match, ...rule }),
  });
  expect(response.status).toBe(201);
}

async function collect({ refresh = false } = {}) {
  const { collection } = await requestCollection(db, { styleId, ...week, refresh });
  const runs = await background.run(collectionRequested.create({ collectionId: collection.id }));
  const [row] = await db.select().from(collections).where(eq(collections.id, collection.id));
  if (!row) throw new Error("no collection");
  return { collection: row, run: runs[0] };
}

/** Everything that a second run must leave as it is, with the moments of its rows. */
const contents = async () => ({
  tracks: await db.select().from(tracks).orderBy(tracks.beatportId),
  credits: await db.execute(sql`select * from track_artists order by track_id, role, position`),
  releases: await db.execute(sql`select * from releases order by beatport_id`),
  labels: await db.execute(sql`select * from labels order by beatport_id`),
  artists: await db.execute(sql`select * from artists order by beatport_id`),
  payloads: await db.select().from(externalData).orderBy(externalData.externalId),
});

test("a week is complete when everything Beatport counts is in the catalogue", async () => {
  const { collection, run } = await collect();
  expect(run).toMatchObject({ status: "Completed", output: { status: "complete" } });
  expect(collection).toMatchObject({ status: "complete", problem: null, invalid: 0 });
  expect(collection.expected).toBeGreaterThan(100);
  expect(collection.stored).toBe(collection.expected);
  expect(collection.fetched).toBe(collection.expected);
  expect(await db.$count(tracks)).toBe(collection.expected);
  expect(await db.$count(collectionItems)).toBe(collection.expected);

  const [job] = await db.select().from(jobs);
  expect(job).toMatchObject({
    kind: "collection",
    subjectId: collection.id,
    status: "done",
    done: collection.expected,
    title: "Techno (Peak Time / Driving) 2026-W46",
  });
});

test("run twice, the same rows: nothing is added and nothing is touched", async () => {
  await collect();
  const before = await contents();
  const { collection } = await collect({ refresh: true });
  expect(collection).toMatchObject({ status: "complete", generation: 2 });
  expect(await contents()).toEqual(before);
});

test("a week that is there is not fetched again by the event alone", async () => {
  const { collection } = await collect();
  const runs = await background.run(collectionRequested.create({ collectionId: collection.id }));
  expect(runs[0]?.output).toEqual({ status: "nothing to do" });
});

test.each([
  { kind: "rate-limit", retryAfter: 1, times: 1 },
  { kind: "rate-limit", retryAfter: "missing", body: "text", times: 1 },
  { kind: "status", status: 503, times: 2 },
  { kind: "truncated", times: 1 },
  { kind: "html", times: 1 },
  { kind: "reset", times: 1 },
  { kind: "unauthorized", times: 1 },
])("a week read through a fault is as complete as any: %j", async (rule) => {
  await fault(rule);
  const { collection } = await collect();
  expect(collection).toMatchObject({ status: "complete", generation: 1 });
  expect(collection.stored).toBe(collection.expected);
});

test("a long wait is slept through: what was read stays, the job says until when, no page is lost", async () => {
  await fault({ kind: "rate-limit", retryAfter: 5_000, times: 1 }, "2");
  const collecting = collect();
  const job = async () => (await db.select().from(jobs).where(eq(jobs.kind, "collection")))[0];
  await until(async () => (await job())?.status === "waiting");
  expect(await job()).toMatchObject({
    done: 100,
    waitingUntil: expect.any(Date),
    message: expect.stringContaining("Beatport asks us to wait"),
  });
  expect(await db.select().from(collections)).toMatchObject([{ status: "running", fetched: 100 }]);

  await db.delete(providerCooldowns);
  await background.wakeSleepers();
  const { collection, run } = await collecting;
  expect(run?.status).toBe("Completed");
  expect(collection).toMatchObject({ status: "complete", generation: 1 });
});

test("a refusal that cannot heal fails the week in a plain sentence, and the next wish starts over", async () => {
  await fault({ kind: "status", status: 403, body: '{"detail":"Territory Restricted."}' });
  const { collection, run } = await collect();
  expect(run?.status).toBe("Failed");
  await until(async () => {
    const [row] = await db.select().from(collections);
    return row?.status === "failed";
  });
  const [failed] = await db.select().from(collections).where(eq(collections.id, collection.id));
  expect(failed?.problem).toBe("Beatport answered 403: Territory Restricted.");
  expect(await db.select().from(jobs)).toMatchObject([{ status: "failed" }]);

  await fetch(`${sandbox.url}/__sandbox/faults`, { method: "DELETE" });
  expect((await collect()).collection).toMatchObject({ status: "complete", generation: 2 });
});
