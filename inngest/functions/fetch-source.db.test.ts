import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createGoldenTrack, createMatch, createTrack, createWeek } from "@/db/testing/factories";
import { runSync, startListener } from "@/db/testing/listener";
import { startBackground, until } from "@/inngest/testing/background";
import { freePort } from "@/scripts/lib/free-port.mjs";

const listener = await startListener();
const enginePort = await freePort();
process.env.INNGEST_BASE_URL = `http://127.0.0.1:${enginePort}`;

const { db } = await import("@/db/client");
const { gatherTracks } = await import("@/db/queries/sources-tracks");
const { claimStillSources, findSource, listSources } = await import("@/db/queries/sources");
const { inngest } = await import("@/inngest/client");
const { jobCancelled, sourceRequested } = await import("@/inngest/events");
const { cancelJob } = await import("@/lib/jobs/cancel-job");
const { retryJob } = await import("@/lib/jobs/retry-job");
const { disconnectProvider } = await import("@/lib/connections/disconnect-provider");
const { eraseConnection } = await import("@/lib/connections/erase-connection");
const { requestSource } = await import("@/lib/sources/request-source");
const { fetchSource } = await import("./fetch-source");
const { syncLibrary } = await import("./sync-library");

let background: Awaited<ReturnType<typeof startBackground>>;
let owner = { userId: "", connectionId: "" };

beforeAll(async () => {
  background = await startBackground({
    client: inngest,
    functions: [fetchSource, syncLibrary],
    enginePort,
  });
  owner = await listener.connect(db);
  await runSync(db, owner);
});
afterAll(async () => {
  await background.close();
  await listener.close();
});

type Wish = Parameters<typeof requestSource>[1];
const request = async (wish: { kind: Wish["kind"] } & Record<string, unknown>) =>
  requestSource(db, {
    provider: "spotify",
    maxAgeMinutes: 60,
    ...wish,
    userId: owner.userId,
  } as Wish);

async function fetched(wish: Parameters<typeof request>[0]): Promise<string> {
  const { sourceId } = await request(wish);
  const [run] = await background.run(sourceRequested.create({ sourceId, userId: owner.userId }));
  if (run?.status !== "Completed") throw new Error(JSON.stringify(run));
  return sourceId;
}

const gathered = (sourceIds: string[], userId = owner.userId) =>
  gatherTracks(db, { userId, sourceIds, offset: 0, limit: 500 });
const find = (sourceId: string, userId = owner.userId) => findSource(db, { sourceId, userId });
const jobOf = async (sourceId: string) => {
  const [job] = await db.execute<{ id: string; status: string; done: number; phase: string }>(
    sql`select id, status, done, phase from jobs where subject_id = ${sourceId}::uuid`,
  );
  return job;
};

const uriOf = ({ uri }: { uri: string | null }) => uri ?? "";
const isTrack = (uri: string) => uri.startsWith("spotify:track:");

test("sources of a library hold what is in it, each recording once with every place it stands", async () => {
  const before = (await listener.requests()).length;
  const liked = await fetched({ kind: "liked" });
  const saved = (await listener.truth("saved-tracks")).map(uriOf).filter(isTrack);
  const rows = await db.execute<{ uri: string }>(sql`
    select spotify_uri as uri from source_tracks where source_id = ${liked}::uuid order by position
  `);
  expect(rows.map(uriOf).toSorted()).toEqual(saved.toSorted());
  expect(await jobOf(liked)).toMatchObject({ status: "done", done: saved.length });

  const lists = await listener.truth("playlists");
  const longest = lists.filter(({ readable }) => readable).toSorted((a, b) => b.total - a.total)[0];
  const playlist = await fetched({ kind: "playlist", subject: longest?.id ?? "" });
  const items = (await listener.truth("playlist-items")).filter(
    ({ playlistId }) => playlistId === longest?.id,
  );
  const listed = new Set(items.map(uriOf).filter(isTrack));
  const albums = await fetched({ kind: "saved_albums" });
  expect(await listener.requests()).toHaveLength(before);

  const { tracks, total } = await gathered([playlist, liked, albums]);
  expect(total).toBeGreaterThan(saved.length);
  expect(new Set(tracks.map(({ recordingKey }) => recordingKey)).size).toBe(tracks.length);
  const known = new Set(tracks.flatMap(({ spotifyUri }) => spotifyUri ?? []));
  expect([...listed].filter((uri) => !known.has(uri)).length).toBeLessThan(listed.size / 10);
  expect(tracks.slice(0, 3).map(({ origins }) => origins[0]?.sourceId)).toEqual(
    Array.from({ length: 3 }, () => playlist),
  );
  const places = tracks.flatMap(({ origins }) => origins);
  const counted = await listSources(db, owner);
  expect(places).toHaveLength(counted.reduce((sum, { total }) => sum + (total ?? 0), 0));
  expect(places.filter(({ kind }) => kind === "saved_albums").every(({ foundIn }) => foundIn)).toBe(
    true,
  );

  const page = { userId: owner.userId, sourceIds: [playlist, liked, albums], limit: 40 };
  const stretches = await Promise.all(
    [0, 40, 80].map((offset) => gatherTracks(db, { ...page, offset })),
  );
  expect(stretches.flatMap((stretch) => stretch.tracks)).toEqual(tracks.slice(0, 120));
});

test("an album that came in part is read to its end, and its tracks are known by what was saved", async () => {
  const [album] = await db.execute<{ id: string; external_id: string; tracks: number }>(sql`
    update provider_items set raw = jsonb_set(
      jsonb_set(raw, '{tracks,items}', jsonb_build_array(raw #> '{tracks,items,0}')),
      '{tracks,next}', '"https://more"'
    )
    where id = (
      select i.id from provider_items i join user_saved_albums a on a.item_id = i.id
      where (i.raw #>> '{tracks,total}')::int > 1 limit 1
    )
    returning id, external_id, (raw #>> '{tracks,total}')::int as tracks
  `);
  const albums = await fetched({ kind: "saved_albums" });
  const asked = (await listener.requests()).filter((path) => path.includes("/albums/"));
  expect(asked).toEqual([`GET /albums/${album?.external_id}/tracks?limit=50&offset=1`]);
  const { tracks } = await gathered([albums]);
  const albumNames = tracks.flatMap(({ origins }) => origins.map(({ foundIn }) => foundIn));
  const [named] = await db.execute<{ name: string }>(
    sql`select name from provider_items where id = ${album?.id ?? ""}::bigint`,
  );
  expect(albumNames.filter((name) => name === named?.name)).toHaveLength(album?.tracks ?? 0);
});

test("a library that is older than it may be is read first, and the source waits for it", async () => {
  const { sourceId } = await request({ kind: "liked", maxAgeMinutes: 0 });
  let isOver = false;
  const event = sourceRequested.create({ sourceId, userId: owner.userId });
  const running = background.run(event).finally(() => {
    isOver = true;
  });
  await until(async () => {
    const [runs] = await db.execute<{ complete: number }>(
      sql`select count(*)::int as complete from sync_runs where status = 'complete'`,
    );
    return runs?.complete === 2;
  });
  await background.wakeSleepers({ unless: () => isOver });
  expect((await running)[0]).toMatchObject({ status: "Completed" });
  expect((await find(sourceId))?.total).toBeGreaterThan(0);
});

test("lists of the curation and a style come with their matches, out of the catalogue", async () => {
  const { userId } = owner;
  const { style, categories } = await createWeek(db);
  await db.execute(sql`update user_categories set user_id = ${userId}::uuid`);
  const categoryId = categories[0]?.id ?? "";
  const track = await createTrack(db, { styleId: style.id, title: "Mind", mixName: "Dub Mix" });
  const { externalUri } = await createMatch(db, { trackId: track.id });
  await createGoldenTrack(db, { userId, categoryId, trackId: track.id });

  const golden = await fetched({ kind: "golden", subject: categoryId });
  expect((await gathered([golden])).tracks).toMatchObject([
    { recordingKey: track.recordingKey, title: "Mind (Dub Mix)", spotifyUri: externalUri },
  ]);
  const all = await fetched({ kind: "style", subject: style.id });
  const held = await db.execute(sql`select 1 from tracks where style_id = ${style.id}::uuid`);
  expect((await find(all))?.total).toBe(held.length);
  const both = (await gathered([golden, all])).tracks[0]?.origins;
  expect(both?.map(({ kind }) => kind)).toEqual(["golden", "style"]);

  await db.execute(sql`delete from golden_tracks`);
  expect(await fetched({ kind: "golden", subject: categoryId })).toBe(golden);
  expect(await gathered([golden])).toEqual({ tracks: [], total: 0 });
});

test("another user's lists cannot be asked for, seen or gathered", async () => {
  const liked = await fetched({ kind: "liked" });
  const { categories } = await createWeek(db);
  const strangers = request({ kind: "golden", subject: categories[0]?.id ?? "" });
  await expect(strangers).rejects.toMatchObject({ code: "NOT_FOUND" });
  const [playlist] = await listener.truth("playlists");
  const stranger = crypto.randomUUID();
  const wish = { provider: "spotify", maxAgeMinutes: 60, userId: stranger } as const;
  const asked = requestSource(db, { kind: "playlist", subject: playlist?.id ?? "", ...wish });
  await expect(asked).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await find(liked, stranger)).toBeNull();
  expect(await gathered([liked], stranger)).toEqual({ tracks: [], total: 0 });
});

test("stopped, a source shows what it held; tried again, it is fetched; forgotten, it is swept", async () => {
  const sourceId = await fetched({ kind: "liked" });
  const { total } = (await find(sourceId)) ?? {};
  await request({ kind: "liked" });
  expect(await request({ kind: "liked" })).toEqual({ sourceId, announce: false });
  const viewer = { id: owner.userId, role: "member" as const };
  const [open] = await db.execute<{ id: string }>(sql`select id from jobs where status = 'queued'`);
  const jobId = open?.id ?? "";
  await cancelJob(db, { jobId, viewer });
  await inngest.send(jobCancelled.create({ kind: "source", subjectId: sourceId }));
  expect(await find(sourceId)).toMatchObject({ status: "ready", total });
  const event = sourceRequested.create({ sourceId, userId: owner.userId });
  expect((await background.run(event))[0]?.output).toEqual({ status: "nothing to do" });

  expect(await retryJob(db, { jobId, viewer })).toMatchObject({ wasOpen: false });
  expect(await claimStillSources(db, { minutes: 5 })).toEqual([]);
  await db.execute(sql`update sources set announced_at = now() - interval '6 minutes'`);
  await db.execute(sql`update jobs set updated_at = now() - interval '6 minutes'`);
  const claimed = await claimStillSources(db, { minutes: 5 });
  expect(claimed).toEqual([{ sourceId, userId: owner.userId }]);
  expect((await background.run(event))[0]?.output).toEqual({ total, isOther: false });
});

test("a connection that is given up takes its sources along, and no others", async () => {
  const liked = await fetched({ kind: "liked" });
  const { style } = await createWeek(db);
  const all = await fetched({ kind: "style", subject: style.id });
  await disconnectProvider(db, {
    viewer: { id: owner.userId, role: "member" },
    provider: "spotify",
  });
  await eraseConnection(db, { ...owner, provider: "spotify" });
  const left = await listSources(db, owner);
  expect(left.map(({ id }) => id)).toContain(all);
  expect(left.map(({ kind }) => kind).sort()).toEqual(["golden", "style", "style"]);
  expect(await jobOf(liked)).toBeUndefined();
  expect(
    await db.execute(sql`select 1 from source_tracks where source_id = ${liked}::uuid`),
  ).toEqual([]);
});
