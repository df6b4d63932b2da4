import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Listener, startListener } from "../testing/listener";

const saved = z.object({ uri: z.string(), addedAt: z.string() });
const heard = z.looseObject({ uri: z.string(), endedAt: z.string(), msPlayed: z.number() });
const topList = z.object({ type: z.string(), range: z.string(), uris: z.array(z.string()) });
const recent = z.object({
  items: z.array(
    z.looseObject({ played_at: z.string(), track: z.looseObject({ uri: z.string() }) }),
  ),
  next: z.string().nullable(),
  cursors: z.object({ after: z.string(), before: z.string() }).nullable(),
});

const DAY = 86_400;
let listener: Listener;

beforeEach(async () => {
  listener = await startListener();
});
afterEach(() => listener.close());

const recentPlays = async (query = "limit=50") =>
  recent.parse(await (await listener.api(`/me/player/recently-played?${query}`)).json());
const savedTracks = () => listener.truth("saved-tracks", saved);

describe("listening", () => {
  test("apps see the last 50 plays that were long enough, newest first", async () => {
    const plays = await listener.truth("plays", heard.extend({ private: z.boolean() }));
    const shown = plays.filter((play) => play.msPlayed >= 30_000 && !play.private);
    const { items } = await recentPlays();
    expect(items.map((each) => [each.track.uri, each.played_at])).toEqual(
      shown
        .slice(-50)
        .reverse()
        .map(({ uri, endedAt }) => [uri, endedAt]),
    );
    expect(plays.length).toBeGreaterThan(15_000);
  });

  test("the cursors lead through those 50 and no further", async () => {
    const seen: string[] = [];
    let query: string | null = "limit=20";
    while (query) {
      const { items, next } = await recentPlays(query);
      seen.push(...items.map(({ played_at }) => played_at));
      query = next?.slice(next.indexOf("?") + 1) ?? null;
    }
    expect(seen).toEqual((await recentPlays()).items.map(({ played_at }) => played_at));
    expect(await recentPlays(`before=${Date.parse(seen.at(-1) ?? "")}`)).toMatchObject({
      items: [],
      cursors: null,
    });
    expect((await listener.api("/me/player/recently-played?after=1&before=2")).status).toBe(400);
  });

  test("goes on as the clock moves, unless it is switched off", async () => {
    const before = await recentPlays();
    await listener.clock({ advanceSeconds: 3 * DAY });
    const after = await recentPlays(`after=${before.cursors?.after}&limit=50`);
    expect(after.items.length).toBeGreaterThan(0);

    await listener.control("/switches", { listening: false });
    await listener.clock({ advanceSeconds: 30 * DAY });
    const last = (await recentPlays()).items[0]?.played_at ?? "";
    expect(Date.parse(last)).toBeLessThan(Date.parse("2026-11-25T00:00:00Z"));
  });

  test("a play by hand is heard at its time", async () => {
    const [track] = await savedTracks();
    await listener.act("play", { plays: [{ uri: track?.uri, at: "2026-11-21T11:59:00Z" }] });
    const { items } = await recentPlays();
    expect(items[0]).toMatchObject({
      played_at: "2026-11-21T11:59:00.000Z",
      track: { uri: track?.uri },
    });
  });

  test("top lists drift with the months, hold 50, and can be set by hand", async () => {
    const short = async () =>
      (await listener.truth("top", topList)).find(
        ({ type, range }) => type === "tracks" && range === "short_term",
      )?.uris;
    const before = await short();
    expect(before).toHaveLength(50);
    await listener.clock({ advanceSeconds: 40 * DAY });
    expect(await short()).not.toEqual(before);

    const [one = ""] = before ?? [];
    await listener.act("top", { type: "tracks", range: "short_term", uris: [one] });
    const page = z.looseObject({ items: z.array(z.looseObject({ uri: z.string() })) });
    const shown = page.parse(
      await (await listener.api("/me/top/tracks?time_range=short_term")).json(),
    );
    expect(shown.items.map(({ uri }) => uri)).toEqual([one]);
    const beyond = await (await listener.api("/me/top/artists?offset=50")).json();
    expect(beyond).toMatchObject({ items: [], limit: 0, total: 0, next: null });
  });
});

describe("living", () => {
  test("the library changes as the clock moves, the same way each time", async () => {
    const other = await startListener();
    await other.truth("saved-tracks", saved);
    const before = await savedTracks();
    for (const each of [listener, other]) await each.clock({ advanceSeconds: 20 * DAY });
    const after = await savedTracks();
    expect(after).not.toEqual(before);
    expect(after.some(({ addedAt }) => addedAt > "2026-11-21T12:00:00Z")).toBe(true);
    expect(await other.truth("saved-tracks", saved)).toEqual(after);
    await other.close();
  });

  test("switched off, only hands and apps change it", async () => {
    await listener.control("/switches", { living: false });
    const before = await savedTracks();
    await listener.clock({ advanceSeconds: 20 * DAY });
    expect(await savedTracks()).toEqual(before);

    const [gone, ...rest] = before;
    await listener.act("unsave", { uris: [gone?.uri] });
    expect(await savedTracks()).toEqual(rest);
    await listener.act("save", { uris: [gone?.uri], at: "2025-01-01T10:00:00Z" });
    expect((await savedTracks()).find(({ uri }) => uri === gone?.uri)?.addedAt).toBe(
      "2025-01-01T10:00:00Z",
    );
  });

  test("playlists are made, renamed and deleted by hand", async () => {
    const [track] = await savedTracks();
    const made = await listener.act("playlists", { name: "By hand", uris: [track?.uri] });
    const { id, snapshotId } = z
      .object({ id: z.string(), snapshotId: z.string() })
      .parse(await made.json());
    const shown = await (await listener.api(`/playlists/${id}`)).json();
    expect(shown).toMatchObject({ name: "By hand", snapshot_id: snapshotId, items: { total: 1 } });
    await listener.act(`playlists/${id}/details`, { name: "Renamed" });
    expect(await (await listener.api(`/playlists/${id}`)).json()).toMatchObject({
      name: "Renamed",
    });
    await listener.act("unfollow", { uris: [`spotify:playlist:${id}`] });
    const lists = await listener.truth("playlists", z.looseObject({ id: z.string() }));
    expect(lists.map((each) => each.id)).not.toContain(id);
  });

  test.each([
    ["save", { uris: ["spotify:track:0000000000000000000000"] }],
    ["save", { uris: ["spotify:artist:0000000000000000000000"] }],
    ["follow", { uris: [] }],
    ["top", { type: "tracks", range: "ever", uris: [] }],
    ["play", { plays: [{ uri: "nonsense" }] }],
    ["library", { size: "huge" }],
  ])("%s with %o is refused", async (what, body) => {
    const answer = await listener.act(what, body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ error: expect.any(String) });
  });
});

describe("the clock", () => {
  test("ends access tokens after their hour and refresh tokens after six months", async () => {
    const { access_token, refresh_token = "" } = await listener.signIn();
    await listener.clock({ advanceSeconds: 3_601 });
    expect((await listener.spotifyWith(access_token)("/me")).status).toBe(401);
    const refresh = () =>
      listener.form("/spotify/accounts/api/token", {
        grant_type: "refresh_token",
        refresh_token,
        client_id: "clouder-demo",
      });
    expect((await refresh()).status).toBe(200);
    await listener.clock({ to: "2027-05-24T00:00:00Z" });
    expect(await (await refresh()).json()).toMatchObject({ error: "invalid_grant" });
  });

  test("never goes back", async () => {
    expect((await listener.clock({ to: "2020-01-01T00:00:00Z" })).status).toBe(400);
    expect((await listener.clock({ advanceSeconds: -1 })).status).toBe(400);
    expect(await (await listener.control("/clock")).json()).toEqual({
      now: "2026-11-21T12:00:00.000Z",
      aheadSeconds: 0,
    });
  });
});
