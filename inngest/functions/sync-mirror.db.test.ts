import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { collections, curationTracks, mirrors, trackMatches } from "@/db/schema";
import { createMatch, createTrack } from "@/db/testing/factories";
import { createConnectedWeek, startSpotify } from "@/db/testing/mirrored-week";
import { startBackground, until } from "@/inngest/testing/background";
import { freePort } from "@/scripts/lib/free-port.mjs";

const spotify = await startSpotify();
const enginePort = await freePort();
process.env.INNGEST_BASE_URL = `http://127.0.0.1:${enginePort}`;

const { db } = await import("@/db/client");
const { inngest } = await import("@/inngest/client");
const { collectionFinished, matchingSettled, mirrorChanged } = await import("@/inngest/events");
const { claimNeglectedMirrors } = await import("@/db/queries/mirrors");
const { listStalePeriods } = await import("@/db/queries/periods");
const { moveTracks } = await import("@/lib/curation/move-tracks");
const { fillPeriods } = await import("./fill-periods");
const { relanePeriods } = await import("./relane-periods");
const { syncMirror } = await import("./sync-mirror");

let background: Awaited<ReturnType<typeof startBackground>>;
let uris: string[] = [];

beforeAll(async () => {
  const functions = [syncMirror, fillPeriods, relanePeriods];
  background = await startBackground({ client: inngest, functions, enginePort });
  uris = await spotify.findUris(6);
}, 60_000);
afterAll(async () => {
  await background.close();
  await spotify.close();
});
beforeEach(async () => {
  await spotify.reset();
});

const week = () => createConnectedWeek(spotify, uris.slice(0, 4));
type MadeWeek = Awaited<ReturnType<typeof week>>;

const mirrorOf = async ({ bronze }: MadeWeek) => {
  const [row] = await db.select().from(mirrors).where(eq(mirrors.id, bronze.mirrorId));
  return row;
};
const inStep = (made: MadeWeek) => async () => {
  const row = await mirrorOf(made);
  return row?.status === "idle" && row.mirroredVersion === row.desiredVersion;
};

test("many changes in a breath are one sync, and the playlist holds the last of them", async () => {
  const made = await week();
  const categoryId = made.categories[0]?.id ?? null;
  for (let track = 0; track < 3; track += 1) {
    await moveTracks(db, { ...made.press(track), categoryId });
    await inngest.send(mirrorChanged.create(made.bronze));
  }
  await until(inStep(made));
  expect(await spotify.held("Bronze")).toEqual(uris.slice(3, 4));
  const writes = (await spotify.requests()).filter((request) => /^(POST|PUT|DELETE)/.test(request));
  expect(writes).toHaveLength(2);
});

test("a sync that was cut off in the middle of a write is taken up again by itself", async () => {
  const made = await week();
  const match = { method: "POST", path: "/items$" };
  await spotify.fail({ kind: "applied-then-status", status: 500, match, times: 1 });
  const running = background.run(mirrorChanged.create(made.bronze));
  const doubt = "select 1 from playlist_states where reason = 'before_write'";
  await until(async () => (await db.execute(doubt)).length > 0);
  await db.execute("update playlist_states set created_at = created_at - interval '1 minute'");
  await running;
  expect(await inStep(made)()).toBe(true);
  expect(await spotify.held("Bronze")).toEqual(uris.slice(0, 4));
});

test("a revoked account leaves the mirror failed, in words, and the sweep leaves it alone", async () => {
  const made = await week();
  await spotify.revoke();
  const [run] = await background.run(mirrorChanged.create(made.bronze));
  expect(run?.status).toBe("Failed");
  await until(async () => (await mirrorOf(made))?.status === "failed");
  expect((await mirrorOf(made))?.problem).toBe("Spotify withdrew Clouder's access. Reconnect it.");
  await db.execute("update mirrors set updated_at = now() - interval '1 hour'");
  expect(await claimNeglectedMirrors(db, { limit: 10 })).toEqual([]);
});

test("the sweep takes up a mirror whose event was lost, once, and none that is in step or removed", async () => {
  const made = await week();
  await db.execute("update mirrors set updated_at = now() - interval '2 minutes'");
  expect(await claimNeglectedMirrors(db, { limit: 10 })).toEqual([made.bronze]);
  expect(await claimNeglectedMirrors(db, { limit: 10 })).toEqual([]);
  for (const change of ["status = 'removed'", "status = 'idle', mirrored_version = 1"]) {
    await db.execute(`update mirrors set updated_at = now() - interval '2 minutes', ${change}`);
    expect(await claimNeglectedMirrors(db, { limit: 10 })).toEqual([]);
  }
});

async function collected(made: MadeWeek) {
  const [collection] = await db
    .insert(collections)
    .values({ styleId: made.style.id, year: 2026, week: 46, status: "complete" })
    .returning();
  return { collectionId: collection?.id ?? "" };
}

test("a finished collection fills the boards that are open on it, twice as once", async () => {
  const made = await week();
  const { collectionId } = await collected(made);
  await createTrack(db, { styleId: made.style.id, title: "Late" });
  expect(await listStalePeriods(db)).toEqual([{ periodId: made.period.id, userId: made.userId }]);
  await background.run(collectionFinished.create({ collectionId }));
  await background.run(collectionFinished.create({ collectionId }));
  const placed = await db
    .select()
    .from(curationTracks)
    .where(eq(curationTracks.periodId, made.period.id));
  expect(placed).toHaveLength(5);
  expect(await listStalePeriods(db)).toEqual([]);
});

test("Spotify's answers change lanes, and a track found later enters its playlist", async () => {
  const made = await week();
  const { collectionId } = await collected(made);
  await background.run(mirrorChanged.create(made.bronze));
  const [lost, late] = made.tracks.map(({ trackId }) => trackId);
  await db
    .update(trackMatches)
    .set({ status: "not_found" })
    .where(eq(trackMatches.trackId, lost ?? ""));
  const found = await createTrack(db, { styleId: made.style.id });
  await createMatch(db, { trackId: found.id, externalUri: uris[5] ?? "" });
  await db
    .insert(curationTracks)
    .values({ periodId: made.period.id, trackId: found.id, lane: "new", position: 1_000_000 });

  const trackIds = [lost ?? "", late ?? "", found.id];
  await background.run(matchingSettled.create({ collectionId, trackIds }));
  const [relaned] = await db
    .select()
    .from(curationTracks)
    .where(eq(curationTracks.trackId, lost ?? ""));
  expect(relaned).toMatchObject({ lane: "not_on_spotify", laneReason: "not on Spotify" });
  await until(inStep(made));
  expect(await spotify.held("Bronze")).toEqual([...uris.slice(1, 4), uris[5]]);
});
