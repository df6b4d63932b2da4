import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { jobs } from "@/db/schema";
import { createUser } from "@/db/testing/factories";
import { startSpotify } from "@/db/testing/mirrored-week";
import { startBackground, until } from "@/inngest/testing/background";
import { NOW } from "@/sandbox/testing/client";
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
const { collectionRequested, mirrorChanged } = await import("@/inngest/events");
const { ensureStyles } = await import("@/lib/catalog/ensure-styles");
const { moveTracks } = await import("@/lib/curation/move-tracks");
const { promoteTracks } = await import("@/lib/curation/promote-tracks");
const { readBoardPage } = await import("@/lib/curation/read-board-page");
const { setUpStyle } = await import("@/lib/curation/set-up-style");
const { starterCategories } = await import("@/lib/curation/starter-categories");
const { undoPress } = await import("@/lib/curation/undo-press");
const { functions } = await import("./index");

const styleSlug = "techno-peak-time-driving";
let background: Awaited<ReturnType<typeof startBackground>>;

beforeAll(async () => {
  background = await startBackground({ client: inngest, functions, enginePort });
  await ensureStyles(db);
}, 60_000);
afterAll(async () => {
  await background.close();
  await spotify.close();
});

const inStep = async () => {
  const [row] = await db.execute<{ behind: number }>(sql`
    select count(*)::int as behind from mirrors
    where desired_version > mirrored_version or status <> 'idle'
  `);
  const open = await db.select().from(jobs).where(eq(jobs.status, "running"));
  return row?.behind === 0 && open.length === 0;
};

test("from an unknown style to the right tracks in the right playlists", async () => {
  const { id: userId } = await createUser(db);
  await spotify.connect(db, userId);
  const tell = (mirrorIds: string[]) =>
    mirrorIds.length > 0 &&
    inngest.send(mirrorIds.map((mirrorId) => mirrorChanged.create({ mirrorId, userId })));
  const board = async () => {
    const page = await readBoardPage(db, { styleSlug, week: "2026-W47", userId, now: NOW });
    if (!page?.board) throw new Error("the week has no board");
    return { ...page.board, collection: page.collection, mirrors: page.mirrors };
  };

  const categories = starterCategories(styleSlug);
  const done = await setUpStyle(db, { styleSlug, categories, startWeek: true, userId, now: NOW });
  await tell(done.mirrorIds);
  const { collectionId } = done;
  if (!collectionId) throw new Error("nothing was asked for");
  await inngest.send(collectionRequested.create({ collectionId }));
  await until(async () => {
    const { tracks } = await board();
    return tracks.length > 0 && tracks.every(({ spotify: { status } }) => status !== "pending");
  });
  await until(inStep);

  const started = await board();
  expect(started.collection).toMatchObject({ status: "complete", stored: started.tracks.length });
  const uriOf = new Map(
    (
      await db.execute<{ track_id: string; uri: string }>(sql`
        select track_id, external_uri as uri from track_matches where status = 'found'
      `)
    ).map(({ track_id, uri }) => [track_id, uri]),
  );
  const urisOf = (tracks: readonly { trackId: string }[]) => [
    ...new Set(tracks.flatMap(({ trackId }) => uriOf.get(trackId) ?? [])),
  ];
  const bronzeName = "Techno (Peak Time / Driving) 2026-W47 · Bronze";
  expect(await spotify.held(bronzeName)).toEqual(urisOf(started.tracks));
  expect(started.tracks.filter(({ lane }) => lane === "not_on_spotify").length).toBe(
    started.tracks.filter(({ spotify: { status } }) =>
      ["not_found", "unavailable", "rejected"].includes(status),
    ).length,
  );

  const period = { periodId: started.period.id, userId };
  const press = (tracks: typeof started.tracks) => ({
    ...period,
    trackIds: tracks.map(({ id }) => id),
    idempotencyKey: crypto.randomUUID(),
  });
  const [warmUp, peakTime] = started.categories;
  const trash = started.categories.find(({ isTrash }) => isTrash);
  const found = started.tracks.filter(({ trackId }) => uriOf.has(trackId));
  const [early, late, gone] = [found.slice(0, 3), found.slice(3, 6), found.slice(6, 8)];
  for (const [tracks, category] of [
    [early, warmUp],
    [late, peakTime],
    [gone, trash],
  ] as const) {
    const moved = { ...press(tracks), categoryId: category?.id ?? null };
    await tell((await moveTracks(db, moved)).mirrorIds);
  }
  await tell((await promoteTracks(db, press(late.slice(1)))).mirrorIds);
  await tell((await moveTracks(db, { ...press(early), categoryId: null })).mirrorIds);
  await tell((await undoPress(db, press([]))).mirrorIds);
  await until(inStep);

  const sorted = new Set([...early, ...late, ...gone].map(({ id }) => id));
  const left = started.tracks.filter(({ id }) => !sorted.has(id));
  const week = "Techno (Peak Time / Driving) 2026-W47";
  expect(await spotify.held(bronzeName)).toEqual(urisOf(left));
  expect(await spotify.held(`${week} · Warm-up`)).toEqual(urisOf(early));
  expect(await spotify.held(`${week} · Peak Time`)).toEqual(urisOf(late));
  expect(await spotify.held("Peak Time · Techno (Peak Time / Driving)")).toEqual(
    urisOf(late.slice(1)),
  );
  expect(await spotify.held("Warm-up · Techno (Peak Time / Driving)")).toEqual([]);
  expect(await spotify.playlists()).toHaveLength(7);
  expect(new Set((await board()).mirrors.map(({ words }) => words))).toEqual(
    new Set(["In step with Spotify"]),
  );
}, 120_000);
