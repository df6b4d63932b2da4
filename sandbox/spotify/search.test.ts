import { afterAll, beforeAll, expect, test } from "vitest";
import { searchAnswer, spotifyTrack } from "../testing/answers";
import { type Client, NOW, startClient } from "../testing/client";
import { weekIndexOfIso } from "../world/calendar";
import { normalIsrc } from "../world/isrc";
import type { Presence } from "../world/presence";
import type { Recording } from "../world/recording";
import { createWorld } from "../world/world";

/** The world the sandbox draws, to know what it should find. */
const world = createWorld({ seed: "clouder", scale: 1 });
const techno = 4;
const recordings = [44, 45, 46].flatMap((week) =>
  world.freshReleases(techno, weekIndexOfIso(2026, week)).flatMap((release) => release.recordings),
);
const plain = (recording: Recording) =>
  recording.presence.markets === null &&
  recording.presence.delayDays === 0 &&
  recording.presence.isrcForm !== "missing";
const withForm = (form: Presence["form"]) =>
  recordings.filter((each) => each.presence.form === form && plain(each));

let client: Client;
let search: (q: string, more?: string) => Promise<Response>;

beforeAll(async () => {
  client = await startClient();
  const call = client.spotifyWith(await client.appToken());
  search = (q, more = "&limit=10") => call(`/search?type=track&q=${encodeURIComponent(q)}${more}`);
});
afterAll(() => client.close());

const found = async (q: string) => searchAnswer.parse(await (await search(q)).json()).tracks.items;
const byIsrc = (isrc: string) => found(`isrc:${isrc}`);
const near = (ms: number, other: number) => Math.abs(ms - other) < 5_000;

test("an ISRC finds every copy of its recording, never another cut", async () => {
  for (const recording of withForm("full").slice(0, 20)) {
    const tracks = await byIsrc(recording.isrc);
    expect(tracks.length).toBeGreaterThan(0);
    expect(tracks.length).toBeLessThanOrEqual(recording.presence.copies);
    expect(new Set(tracks.map(({ id }) => id)).size).toBe(tracks.length);
    for (const { name, external_ids, duration_ms } of tracks) {
      expect(name.startsWith(recording.title)).toBe(true);
      expect(normalIsrc(external_ids.isrc ?? "")).toBe(recording.isrc);
      expect(near(duration_ms, recording.lengthMs)).toBe(true);
    }
  }
});

test("some ISRCs come back in lower case with hyphens", async () => {
  const [recording] = withForm("full").filter(({ presence }) => presence.isrcForm === "hyphenated");
  const [track] = await byIsrc(recording?.isrc ?? "");
  expect(track?.external_ids.isrc).toMatch(/^[a-z]{2}-[a-z0-9]{3}-\d{2}-\d{5}$/);
});

test("where only the short edit exists, it stands under the neighbouring ISRC", async () => {
  const [recording] = withForm("short-only");
  expect(await byIsrc(recording?.isrc ?? "")).toEqual([]);
  const [edit] = await byIsrc(recording?.shortIsrc ?? "");
  expect(edit?.name.startsWith(recording?.title ?? "?")).toBe(true);
  expect(edit?.duration_ms).toBeLessThan(recording?.lengthMs ?? 0);
  const serial = (isrc = "") => Number(isrc.slice(-5));
  expect(Math.abs(serial(recording?.isrc) - serial(recording?.shortIsrc))).toBe(1);
});

test("where cut and edit have changed places, the ISRC finds the wrong length", async () => {
  const [recording] = withForm("swapped");
  const [edit] = await byIsrc(recording?.isrc ?? "");
  const cuts = await byIsrc(recording?.shortIsrc ?? "");
  expect(near(edit?.duration_ms ?? 0, recording?.lengthMs ?? 0)).toBe(false);
  expect(near(cuts[0]?.duration_ms ?? 0, recording?.lengthMs ?? 0)).toBe(true);
});

test("a shared ISRC also finds a stranger, a stolen one only the stranger", async () => {
  const [shared] = withForm("shared");
  const both = (await byIsrc(shared?.isrc ?? "")).map(({ name }) => name);
  expect(both.some((name) => name.startsWith(shared?.title ?? "?"))).toBe(true);
  expect(both.every((name) => name.startsWith(shared?.title ?? "?"))).toBe(false);
  const [stolen] = withForm("stolen");
  const [stranger] = await byIsrc(stolen?.isrc ?? "");
  expect(stranger?.artists[0]?.name).not.toBe(stolen?.artists[0]?.plainName);
});

test("what is not on Spotify is found by no means", async () => {
  const [recording] = withForm("absent");
  expect(await byIsrc(recording?.isrc ?? "")).toEqual([]);
  const { title = "", artists = [] } = recording ?? {};
  const tracks = await found(`track:"${title}" artist:"${artists[0]?.plainName}"`);
  const own = tracks.filter(({ album }) => album.release_date === recording?.publishDay);
  expect(own).toEqual([]);
});

test("title and artist find a track, with fields and without", async () => {
  const [recording] = withForm("full").filter(({ guest }) => guest === null);
  const { title = "", artists = [] } = recording ?? {};
  const artist = artists[0]?.plainName ?? "";
  for (const q of [`track:"${title}" artist:"${artist}"`, `${title} ${artist}`]) {
    const isrcs = (await found(q)).map(({ external_ids }) => normalIsrc(external_ids.isrc ?? ""));
    expect(isrcs).toContain(recording?.isrc);
  }
});

test("a recording without an ISRC on Spotify is found by its words alone", async () => {
  const recording = recordings.find(
    ({ presence }) =>
      presence.isrcForm === "missing" && presence.form === "full" && !presence.markets,
  );
  expect(await byIsrc(recording?.isrc ?? "")).toEqual([]);
  const { title = "", artists = [] } = recording ?? {};
  const tracks = await found(`track:"${title}" artist:"${artists[0]?.plainName}"`);
  expect(tracks[0]?.external_ids).toEqual({});
});

test("an ISRC of a week nobody has asked for is found after a restart", async () => {
  const old = world
    .freshReleases(techno, weekIndexOfIso(2024, 10))
    .flatMap((release) => release.recordings)
    .find((each) => each.presence.form === "full" && plain(each));
  const [track] = await byIsrc(old?.isrc ?? "");
  expect(track?.album.release_date).toBe(old?.publishDay);
});

test("a pre-order is not there before its day", async () => {
  const [recording] = withForm("full").filter(({ publishDay }) => publishDay > "2026-11-10");
  const dayBefore = await startClient({
    now: () => new Date(Date.parse(`${recording?.publishDay}T00:00:00Z`) - 1),
  });
  const call = dayBefore.spotifyWith(await dayBefore.appToken());
  const answer = await call(`/search?type=track&q=isrc:${recording?.isrc}`);
  expect(searchAnswer.parse(await answer.json()).tracks.items).toEqual([]);
  await dayBefore.close();
  expect(await byIsrc(recording?.isrc ?? "")).not.toEqual([]);
});

test("a track limited to other countries is missed in mine, and marked when asked by its id", async () => {
  const limited = Array.from({ length: 40 }, (_, age) =>
    world.freshReleases(techno, weekIndexOfIso(2026, 46) - age),
  )
    .flat()
    .flatMap((release) => release.recordings)
    .find(({ presence }) => presence.markets && presence.form === "full");
  const q = `isrc:${limited?.isrc}`;
  expect(await found(q)).toEqual([]);
  const inTheStates = searchAnswer.parse(await (await search(q, "&market=US")).json());
  const id = inTheStates.tracks.items[0]?.id;
  const mira = await client.spotify();
  expect(await (await mira(`/tracks/${id}?market=US`)).json()).toMatchObject({
    is_playable: false,
    restrictions: { reason: "market" },
  });
});

test("a track is answered by its id as in the search", async () => {
  const [recording] = withForm("full");
  const [track] = await byIsrc(recording?.isrc ?? "");
  const call = client.spotifyWith(await client.appToken());
  const answer = await call(`/tracks/${track?.id}`);
  expect(spotifyTrack.parse(await answer.json())).toEqual(track);
  expect((await call("/tracks/0000000000000000000000")).status).toBe(404);
  expect((await call("/tracks/short")).status).toBe(400);
});

test.each([
  ["&limit=11", "Invalid limit"],
  ["&limit=0", "Invalid limit"],
  ["&limit=many", "Invalid limit"],
  ["&offset=1001", "Invalid offset"],
])("a search with %s is refused", async (more, message) => {
  const answer = await search("anything", more);
  expect(await answer.json()).toEqual({ error: { status: 400, message } });
});

test("a search gives five without a limit, and links to the next ones", async () => {
  const { tracks } = searchAnswer.parse(await (await search("the", `&offset=5&market=GB`)).json());
  expect(tracks).toMatchObject({ limit: 5, offset: 5 });
  expect(tracks.previous).toContain("offset=0");
  expect(NOW.toISOString() > (tracks.items[0]?.album.release_date ?? "")).toBe(true);
});
