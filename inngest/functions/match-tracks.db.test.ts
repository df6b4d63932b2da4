import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { jobs, styles, trackMatches, tracks } from "@/db/schema";
import { startBackground, until } from "@/inngest/testing/background";
import { startSandbox } from "@/sandbox/server";
import { freePort } from "@/scripts/lib/free-port.mjs";

const sandbox = await startSandbox({ now: () => new Date("2026-11-21T12:00:00Z") });
const enginePort = await freePort();
process.env.INNGEST_BASE_URL = `http://127.0.0.1:${enginePort}`;
process.env.BEATPORT_API_URL = `${sandbox.url}/beatport/v4`;
process.env.BEATPORT_CLIENT_ID = "clouder-demo";
process.env.BEATPORT_CLIENT_SECRET = "clouder-demo-secret";
process.env.BEATPORT_REQUESTS_PER_30_S = "6000";
process.env.SPOTIFY_ACCOUNTS_URL = `${sandbox.url}/spotify/accounts`;
process.env.SPOTIFY_API_URL = `${sandbox.url}/spotify/v1`;
process.env.SPOTIFY_CLIENT_ID = "clouder-demo";
process.env.SPOTIFY_CLIENT_SECRET = "clouder-demo-secret";
process.env.SPOTIFY_REQUESTS_PER_30_S = "6000";

const { db } = await import("@/db/client");
const { inngest } = await import("@/inngest/client");
const { collectionRequested, matchingSettled } = await import("@/inngest/events");
const { collectWeek } = await import("./collect-week");
const { matchTracks } = await import("./match-tracks");
const { requestCollection } = await import("@/lib/collection/request-collection");
const { ensureStyles } = await import("@/lib/catalog/ensure-styles");

const announced: string[] = [];
const listener = inngest.createFunction(
  { id: "listener", triggers: [matchingSettled] },
  async ({ event }) => {
    announced.push(...event.data.trackIds);
  },
);

let background: Awaited<ReturnType<typeof startBackground>>;
beforeAll(async () => {
  const functions = [collectWeek, matchTracks, listener];
  background = await startBackground({ client: inngest, functions, enginePort });
});
afterAll(async () => {
  await background.close();
  await sandbox.close();
});

test("a collected week is looked for on Spotify, and every track gets an honest outcome", async () => {
  await ensureStyles(db);
  const [style] = await db.select().from(styles).where(eq(styles.beatportId, 6));
  const wish = { styleId: style?.id ?? "", year: 2026, week: 45 };
  const { collection } = await requestCollection(db, wish);
  await background.run(collectionRequested.create({ collectionId: collection.id }));

  const jobOf = async () => (await db.select().from(jobs).where(eq(jobs.kind, "matching"))).at(0);
  await until(async () => (await jobOf())?.status === "done");

  const matches = await db.select().from(trackMatches);
  const total = await db.$count(tracks);
  expect(matches).toHaveLength(total);
  const settled = new Set(["found", "review", "not_found", "unavailable"]);
  expect(matches.every(({ status }) => settled.has(status))).toBe(true);
  expect(matches.filter(({ status }) => status === "found").length).toBeGreaterThan(total * 0.7);
  expect(matches.every(({ status, externalUri }) => status !== "found" || externalUri)).toBe(true);

  await until(() => announced.length >= total);
  expect(new Set(announced)).toEqual(new Set(matches.map(({ trackId }) => trackId)));
});
