import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type FarEndAnswer, type FarEndRequest, startFarEnd } from "@/lib/testing/far-end";

let answer: (request: FarEndRequest) => FarEndAnswer = () => ({});
const farEnd = await startFarEnd((request) => answer(request));

beforeAll(() => {
  process.env.SPOTIFY_API_URL = `${farEnd.url}/v1`;
});
afterAll(() => farEnd.close());
beforeEach(() => {
  farEnd.requests.length = 0;
});

const tools = async () => ({
  ...(await import("./playlists")),
  ...(await import("./playlist-items")),
});
const caller = { token: "user-token", playlistId: "p1" };

const track = (id: string) => ({ type: "track", uri: `spotify:track:${id}`, name: id });

test("reads every kind of place, under either name of the field, and keeps each position", async () => {
  const local = { uri: "spotify:local:a:b:c:10", name: "Mine", type: "track" };
  const rows = [
    { item: track("one"), is_local: false },
    { track: track("two") },
    { item: null },
    null,
    { item: { type: "episode", uri: "spotify:episode:e", name: "Talk" } },
    { item: local, is_local: true },
    { item: track("one"), unknown: true },
  ];
  answer = () => ({ body: { items: rows, next: null, total: rows.length } });
  const { listPlaylistItems } = await tools();
  expect(await listPlaylistItems(caller)).toEqual([
    { kind: "track", uri: "spotify:track:one", name: "one" },
    { kind: "track", uri: "spotify:track:two", name: "two" },
    { kind: "missing", uri: null, name: null },
    { kind: "missing", uri: null, name: null },
    { kind: "episode", uri: "spotify:episode:e", name: "Talk" },
    { kind: "local", uri: "spotify:local:a:b:c:10", name: "Mine" },
    { kind: "track", uri: "spotify:track:one", name: "one" },
  ]);
});

test("pages to the end by itself and never sends the token where `next` points", async () => {
  const rows = Array.from({ length: 120 }, (_, index) => ({ item: track(`t${index}`) }));
  answer = ({ query }) => {
    const offset = Number(query.get("offset"));
    const items = rows.slice(offset, offset + 50);
    const next = offset + 50 < rows.length ? "https://elsewhere.invalid/next" : null;
    return { body: { items, next, total: rows.length } };
  };
  const { listPlaylistItems } = await tools();
  expect(await listPlaylistItems(caller)).toHaveLength(120);
  expect(farEnd.requests.map(({ query }) => query.get("offset"))).toEqual(["0", "50", "100"]);
});

test("a list that grew while it was read is read again", async () => {
  let reading = 0;
  answer = ({ query }) => {
    if (query.get("offset") === "0") reading += 1;
    const total = reading === 1 && query.get("offset") === "0" ? 2 : 3;
    const more = query.get("offset") === "0" ? "yes" : null;
    return { body: { items: [{ item: track("x") }], next: more, total } };
  };
  const { listPlaylistItems } = await tools();
  await listPlaylistItems(caller);
  expect(reading).toBe(2);
});

test("writes say what they write, and refuse more than Spotify takes at once", async () => {
  answer = () => ({ status: 201, body: { snapshot_id: "s2" } });
  const { addPlaylistItems, removePlaylistItems, replacePlaylistItems } = await tools();
  const uris = ["spotify:track:a", "spotify:track:b"];

  expect(await addPlaylistItems({ ...caller, uris, position: 4 })).toEqual({ snapshotId: "s2" });
  await replacePlaylistItems({ ...caller, uris });
  await removePlaylistItems({ ...caller, uris });
  expect(farEnd.requests.map(({ method, body }) => [method, JSON.parse(body)])).toEqual([
    ["POST", { uris, position: 4 }],
    ["PUT", { uris }],
    ["DELETE", { items: uris.map((uri) => ({ uri })) }],
  ]);

  const many = Array.from({ length: 101 }, () => "spotify:track:a");
  expect(() => addPlaylistItems({ ...caller, uris: many })).toThrow(RangeError);
});

test("adding is never repeated by itself; replacing is", async () => {
  let fails = 1;
  answer = () => {
    fails -= 1;
    return fails >= 0 ? { status: 503 } : { body: { snapshot_id: "s3" } };
  };
  const { addPlaylistItems, replacePlaylistItems } = await tools();
  await expect(addPlaylistItems({ ...caller, uris: ["spotify:track:a"] })).rejects.toMatchObject({
    kind: "unavailable",
    transient: true,
  });
  expect(farEnd.requests).toHaveLength(1);
  fails = 1;
  await expect(replacePlaylistItems({ ...caller, uris: [] })).resolves.toEqual({
    snapshotId: "s3",
  });
});

test("a user's playlists come with what is needed to find one again", async () => {
  const playlist = {
    id: "p1",
    name: "Bronze",
    description: "made by Clouder",
    owner: { id: "mira" },
    snapshot_id: "s1",
    external_urls: { spotify: "https://open.spotify.com/playlist/p1" },
  };
  answer = ({ query }) => ({
    body:
      query.get("offset") === "0"
        ? { items: [playlist, null], next: "more" }
        : { items: [], next: null },
  });
  const { listMyPlaylists } = await tools();
  const first = await listMyPlaylists({ token: "t" });
  expect(first.playlists).toEqual([
    {
      id: "p1",
      name: "Bronze",
      description: "made by Clouder",
      ownerId: "mira",
      snapshotId: "s1",
      url: "https://open.spotify.com/playlist/p1",
      total: null,
    },
  ]);
  expect(first.nextOffset).toBe(2);
  expect(await listMyPlaylists({ token: "t", offset: 2 })).toEqual({
    playlists: [],
    nextOffset: null,
  });
});
