import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Listener, startListener } from "../testing/listener";

const saved = z.object({ uri: z.string(), addedAt: z.string() });
const trackRow = z.object({
  added_at: z.string(),
  track: z.looseObject({
    uri: z.string(),
    external_ids: z.object({ isrc: z.string().optional() }),
  }),
});
const albumRow = z.object({
  added_at: z.string(),
  album: z.looseObject({ uri: z.string(), tracks: z.looseObject({ total: z.number() }) }),
});
const artist = z.looseObject({ uri: z.string(), genres: z.array(z.string()) });
const playlist = z.looseObject({
  id: z.string(),
  snapshot_id: z.string(),
  collaborative: z.boolean(),
  owner: z.looseObject({ id: z.string() }),
  items: z.object({ href: z.string(), total: z.number() }),
});
const item = z.looseObject({
  uri: z.string(),
  type: z.string(),
  id: z.string().nullable(),
  external_ids: z.object({ isrc: z.string().optional() }).optional(),
});
const row = z.object({
  added_at: z.string().nullable(),
  added_by: z.looseObject({ id: z.string() }).nullable(),
  is_local: z.boolean(),
  item: item.nullable(),
});
const truthRow = z.looseObject({
  playlistId: z.string(),
  uri: z.string().nullable(),
  addedAt: z.string().nullable(),
});

let listener: Listener;
const readable = ({ owner, collaborative }: z.infer<typeof playlist>) =>
  owner.id === "mira.okafor" || collaborative;

async function readItems() {
  const lists = await listener.readAll("/me/playlists?limit=50", playlist);
  const rows = [];
  for (const { id } of lists.filter(readable)) {
    const path = `/playlists/${id}/items?limit=50&additional_types=track,episode`;
    rows.push(...(await listener.readAll(path, row)));
  }
  return { lists, rows };
}

describe("at the full size", () => {
  beforeAll(async () => {
    listener = await startListener({ library: "full" });
  });
  afterAll(() => listener.close());

  test("Mira has 60 playlists with 4 630 readable items, of every sort that Spotify has", async () => {
    const { lists, rows } = await readItems();
    expect(lists).toHaveLength(60);
    expect(lists.filter(({ owner }) => owner.id === "mira.okafor")).toHaveLength(44);
    expect(rows).toHaveLength(4_630);

    const items = rows.flatMap((each) => each.item ?? []);
    const isrcs = items.map(({ external_ids }) => external_ids?.isrc);
    expect(rows.filter((each) => each.item === null).length).toBeGreaterThan(20);
    expect(items.filter(({ type }) => type === "episode").length).toBeGreaterThan(20);
    expect(rows.filter(({ is_local }) => is_local).length).toBeGreaterThan(20);
    expect(rows.filter(({ added_at, added_by }) => !added_at && !added_by)).toHaveLength(30);
    expect(isrcs.some((isrc) => isrc?.includes("-"))).toBe(true);
    expect(items.some(({ type, external_ids }) => type === "track" && !external_ids?.isrc)).toBe(
      true,
    );
    expect(new Set(items.map(({ uri }) => uri)).size).toBeLessThan(items.length);
  });

  test("what the pages show is what is there", async () => {
    const tracks = await listener.readAll("/me/tracks?limit=50", trackRow);
    expect(tracks.map((each) => ({ uri: each.track.uri, addedAt: each.added_at }))).toEqual(
      await listener.truth("saved-tracks", saved),
    );
    expect(tracks).toHaveLength(3_400);
    expect(tracks.map(({ added_at }) => added_at)).toEqual(
      tracks
        .map(({ added_at }) => added_at)
        .toSorted()
        .reverse(),
    );

    const albums = await listener.readAll("/me/albums?limit=50", albumRow);
    expect(albums.map(({ album }) => album.uri)).toEqual(
      (await listener.truth("saved-albums", saved)).map(({ uri }) => uri),
    );
    expect(albums).toHaveLength(300);

    const artists = await listener.readAll("/me/following?type=artist&limit=50", artist, "artists");
    expect(artists.map(({ uri }) => uri)).toEqual(
      (await listener.truth("followed-artists", saved)).map(({ uri }) => uri).toSorted(),
    );
    expect(artists).toHaveLength(200);
  });
});

describe("at the small size", () => {
  beforeAll(async () => {
    listener = await startListener();
  });
  beforeEach(async () => {
    await listener.control("/users/mira.okafor/library", { size: "small" });
  });
  afterAll(() => listener.close());

  test("the truth names every readable row in its order", async () => {
    const { lists, rows } = await readItems();
    const truth = await listener.truth("playlist-items", truthRow);
    expect(rows.map((each) => each.item?.uri ?? null)).toEqual(truth.map(({ uri }) => uri));
    expect(lists).toHaveLength(12);
    expect(rows).toHaveLength(300);
  });

  test("the same seed and moment give the same library", async () => {
    const other = await startListener();
    expect(await other.truth("saved-tracks", saved)).toEqual(
      await listener.truth("saved-tracks", saved),
    );
    await other.close();
  });

  test("another person's playlist shows its name and total, and no items", async () => {
    const lists = await listener.readAll("/me/playlists?limit=50", playlist);
    const foreign = lists.find((each) => !readable(each));
    expect(foreign?.items.total).toBeGreaterThan(0);
    const details = await (await listener.api(`/playlists/${foreign?.id}`)).json();
    expect(details).not.toHaveProperty("items");
    expect((await listener.api(`/playlists/${foreign?.id}/items`)).status).toBe(403);
  });

  test("a playlist that is gone leaves a null row in the list", async () => {
    const jonas = await listener.spotify("jonas.weil", "playlist-read-private");
    const body = await (await jonas("/me/playlists?limit=50")).json();
    expect(z.object({ items: z.array(z.unknown()) }).parse(body).items).toContain(null);
  });

  test("fields leave of a page what they name", async () => {
    const [own] = await listener.readAll("/me/playlists?limit=50", playlist);
    const path = `/playlists/${own?.id}/items?limit=1&fields=next,items(added_at,item(uri))`;
    const body = z
      .looseObject({ items: z.array(z.looseObject({})) })
      .parse(await (await listener.api(path)).json());
    expect(Object.keys(body).toSorted()).toEqual(["items", "next"]);
    expect(Object.keys(body.items[0] ?? {}).toSorted()).toEqual(["added_at", "item"]);
  });

  test.each([
    ["/me/tracks", "user-follow-read"],
    ["/me/albums", "user-follow-read"],
    ["/me/following?type=artist", "user-library-read"],
    ["/me/top/tracks", "user-library-read"],
    ["/me/player/recently-played", "user-top-read"],
  ])("%s needs more than %s", async (path, scope) => {
    const poor = await listener.spotify("mira.okafor", scope);
    const answer = await poor(path);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toEqual({
      error: { status: 403, message: "Insufficient client scope" },
    });
  });

  test("numbers of one's own win over the size's", async () => {
    const size = { size: "small", savedTracks: 7, playlistItems: 450, longestPlaylist: 300 };
    await listener.control("/users/mira.okafor/library", size);
    expect(await listener.truth("saved-tracks", saved)).toHaveLength(7);
    const { lists, rows } = await readItems();
    expect(rows).toHaveLength(450);
    expect(Math.max(...lists.filter(readable).map(({ items }) => items.total))).toBe(300);
  });
});
