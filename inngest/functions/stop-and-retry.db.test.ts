import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  collections,
  externalData,
  jobs,
  mirrors,
  styles,
  trackMatches,
  tracks,
} from "@/db/schema";
import { emptyTables } from "@/db/testing/empty-tables";
import { createUser } from "@/db/testing/factories";
import { createConnectedWeek, startSpotify } from "@/db/testing/mirrored-week";
import { startBackground, until } from "@/inngest/testing/background";
import type { JobKind } from "@/lib/jobs/status";
import { freePort } from "@/scripts/lib/free-port.mjs";

const spotify = await startSpotify({ scale: 0.15 });
const enginePort = await freePort();
process.env.INNGEST_BASE_URL = `http://127.0.0.1:${enginePort}`;
process.env.BEATPORT_API_URL = `${spotify.url}/beatport/v4`;
process.env.BEATPORT_CLIENT_ID = "clouder-demo";
process.env.BEATPORT_CLIENT_SECRET = "clouder-demo-secret";
process.env.BEATPORT_REQUESTS_PER_30_S = "60000";

const { db } = await import("@/db/client");
const { inngest } = await import("@/inngest/client");
const events = await import("@/inngest/events");
const { claimStandingStill } = await import("@/db/queries/collections");
const { listWeeksToMatch } = await import("@/db/queries/matches");
const { claimNeglectedMirrors } = await import("@/db/queries/mirrors");
const { ensureStyles } = await import("@/lib/catalog/ensure-styles");
const { requestCollection } = await import("@/lib/collection/request-collection");
const { cancelJob } = await import("@/lib/jobs/cancel-job");
const { retryJob } = await import("@/lib/jobs/retry-job");
const { collectWeek } = await import("./collect-week");
const { matchTracks } = await import("./match-tracks");
const { refreshStyles } = await import("./refresh-styles");
const { syncMirror } = await import("./sync-mirror");

const HOURS_S = 5_000;
let background: Awaited<ReturnType<typeof startBackground>>;
let owner = { id: "", role: "owner" as const };

beforeAll(async () => {
  const functions = [collectWeek, matchTracks, refreshStyles, syncMirror];
  background = await startBackground({ client: inngest, functions, enginePort });
}, 60_000);
afterAll(async () => {
  await background.close();
  await spotify.close();
});
beforeEach(async () => {
  await emptyTables(db, "styles", "collections", "external_data", "tracks", "jobs", "users");
  await answersAgain();
  owner = { id: (await createUser(db)).id, role: "owner" };
});

/** A far end that asks for hours of patience. */
const refuses = (path: string, method = "GET") =>
  spotify.control("/faults", { kind: "rate-limit", retryAfter: HOURS_S, match: { method, path } });

async function answersAgain() {
  await fetch(`${spotify.url}/__sandbox/faults`, { method: "DELETE" });
  await emptyTables(db, "provider_cooldowns");
}

async function jobOf(kind: JobKind) {
  const [job] = await db.select().from(jobs).where(eq(jobs.kind, kind));
  return job;
}
const isNow = (kind: JobKind, status: string) => async () => (await jobOf(kind))?.status === status;

async function collection() {
  await ensureStyles(db);
  const [style] = await db.select().from(styles).where(eq(styles.beatportId, 6));
  const wish = { styleId: style?.id ?? "", year: 2026, week: 46 };
  return (await requestCollection(db, wish)).collection.id;
}

type Started = Promise<{ status: string }[]>;

/** Stops the job as the page does; its run ends on the engine. */
async function stop(kind: JobKind, run: Started) {
  const job = await jobOf(kind);
  if (!job) throw new Error("no such job");
  const args = { jobId: job.id, viewer: owner };
  expect(await cancelJob(db, args)).toMatchObject({ kind, subjectId: job.subjectId });
  expect(await cancelJob(db, args)).toBeNull();
  await inngest.send(events.jobCancelled.create({ kind, subjectId: job.subjectId }));
  expect(await run).toMatchObject([{ status: "Cancelled" }]);
  expect(await jobOf(kind)).toMatchObject({ status: "cancelled", finishedAt: expect.any(Date) });
  return args;
}

/** Presses "Try again" twice: one of them counts. */
async function retry(args: { jobId: string; viewer: typeof owner }) {
  expect(await retryJob(db, args)).toMatchObject({ wasOpen: false });
  expect(await retryJob(db, args)).toBeNull();
}

const attempts = { attempts: 2, status: "done" };

test("a collection that is stopped keeps what it read, stays stopped, and starts over when tried again", async () => {
  const collectionId = await collection();
  const requested = events.collectionRequested.create({ collectionId });
  await refuses("/catalog/tracks/");
  const run = background.run(requested);
  await until(isNow("collection", "waiting"));
  const args = await stop("collection", run);
  await db.update(collections).set({ updatedAt: sql`now() - interval '1 hour'` });
  expect(await claimStandingStill(db, { minutes: 5 })).toEqual([]);
  expect(await db.select().from(collections)).toMatchObject([{ status: "cancelled" }]);

  await answersAgain();
  await retry(args);
  await background.run(requested);
  const [row] = await db.select().from(collections);
  expect(row).toMatchObject({ status: "complete", generation: 2, stored: row?.expected });
  expect(await jobOf("collection")).toMatchObject({ ...attempts, id: args.jobId });
});

test("matching that is stopped loses no answer and no track, and goes on when tried again", async () => {
  const collectionId = await collection();
  await background.run(events.collectionRequested.create({ collectionId }));
  await until(isNow("matching", "done"));
  await emptyTables(db, "track_matches", "jobs");
  await db.delete(externalData).where(eq(externalData.provider, "spotify"));
  await db.update(collections).set({ finishedAt: sql`now()` });

  const requested = events.matchingRequested.create({ collectionId });
  await refuses("/search");
  const run = background.run(requested);
  await until(isNow("matching", "waiting"));
  const args = await stop("matching", run);
  const sweep = () => listWeeksToMatch(db, { idleMinutes: 10, recentDays: 2 });
  expect(await sweep()).toEqual([]);
  const matches = () => db.select().from(trackMatches);
  expect((await matches()).every(({ claimedUntil }) => claimedUntil === null)).toBe(true);

  await answersAgain();
  await retry(args);
  expect(await sweep()).toEqual([]);
  await background.run(requested);
  expect(await jobOf("matching")).toMatchObject({ ...attempts, id: args.jobId });
  expect(await matches()).toHaveLength(await db.$count(tracks));
  expect((await matches()).some(({ status }) => status === "pending")).toBe(false);
});

test("a playlist whose sync is stopped is left as it is until somebody tries again, or its list changes", async () => {
  const uris = await spotify.findUris(4);
  const made = await createConnectedWeek(spotify, uris);
  owner = { id: made.userId, role: "owner" };
  const changed = events.mirrorChanged.create(made.bronze);
  await refuses("/items$", "POST");
  const run = background.run(changed);
  await until(isNow("mirror", "waiting"));
  const args = await stop("mirror", run);
  const mirror = async () => (await db.select().from(mirrors))[0];
  expect(await mirror()).toMatchObject({ status: "stopped", mirroredVersion: 0 });
  await db.update(mirrors).set({ updatedAt: sql`now() - interval '1 hour'` });
  expect(await claimNeglectedMirrors(db, { limit: 9 })).toEqual([]);
  await answersAgain();
  expect(await background.run(changed)).toMatchObject([{ output: { steps: 0 } }]);
  expect(await spotify.held("Bronze")).toEqual([]);

  await retry(args);
  await background.run(changed);
  expect(await spotify.held("Bronze")).toEqual(uris);
  expect(await jobOf("mirror")).toMatchObject({ ...attempts, id: args.jobId, userId: owner.id });
  expect(await mirror()).toMatchObject({ status: "idle", mirroredVersion: 1 });
});

test("the list of styles is read again when its stopped refresh is tried again", async () => {
  const requested = events.stylesRefreshRequested.create({});
  await refuses("/catalog/genres/");
  const run = background.run(requested);
  await until(isNow("styles", "waiting"));
  const args = await stop("styles", run);
  await answersAgain();
  await retry(args);
  await background.run(requested);
  expect(await jobOf("styles")).toMatchObject({ ...attempts, id: args.jobId });
});

test("a job that stands still is taken over by the run that follows; the one before writes nothing more", async () => {
  const collectionId = await collection();
  const requested = events.collectionRequested.create({ collectionId });
  await refuses("/catalog/tracks/");
  const stuck = background.run(requested);
  await until(isNow("collection", "waiting"));
  const long = sql`now() - interval '10 minutes'`;
  await db.update(jobs).set({ updatedAt: long, waitingUntil: long });
  const job = await jobOf("collection");
  const args = { jobId: job?.id ?? "", viewer: owner };
  expect(await retryJob(db, args)).toMatchObject({ wasOpen: true });

  await answersAgain();
  await inngest.send(events.jobCancelled.create({ kind: "collection", subjectId: collectionId }));
  expect(await stuck).toMatchObject([{ status: "Cancelled" }]);
  await background.run(requested);
  expect(await jobOf("collection")).toMatchObject({ ...attempts, id: args.jobId });
});
