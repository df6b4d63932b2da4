import { inflateRawSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type Listener, startListener } from "../testing/listener";

const row = z.looseObject({
  ts: z.string(),
  ms_played: z.number(),
  spotify_track_uri: z.string().nullable(),
  master_metadata_track_name: z.string().nullable(),
  episode_name: z.string().nullable(),
  spotify_episode_uri: z.string().nullable(),
  incognito_mode: z.boolean(),
});

let listener: Listener;
let files: Awaited<ReturnType<typeof exported>>;

beforeAll(async () => {
  listener = await startListener();
  files = await exported();
});
afterAll(() => listener.close());

/** Reads an archive by its directory, as programs do. */
function filesIn(archive: Buffer) {
  const end = archive.length - 22;
  const files = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  return Array.from({ length: files }, () => {
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString("utf8", at + 46, at + 46 + nameLength);
    const start = archive.readUInt32LE(at + 42) + 30 + nameLength;
    const packed = archive.subarray(start, start + archive.readUInt32LE(at + 20));
    at += 46 + nameLength;
    return { name, rows: z.array(row).parse(JSON.parse(inflateRawSync(packed).toString())) };
  });
}

async function exported(query = "") {
  const answer = await listener.control(`/users/mira.okafor/export.zip${query}`);
  expect(answer.headers.get("content-type")).toBe("application/zip");
  return filesIn(Buffer.from(await answer.arrayBuffer()));
}

const audioRows = (all: typeof files) =>
  all.filter(({ name }) => name.includes("_Audio_")).flatMap(({ rows }) => rows);

test("holds every play to the second, short and private ones too", async () => {
  expect(files.map(({ name }) => name)).toEqual([
    "Spotify Extended Streaming History/Streaming_History_Audio_2023-2025_0.json",
    "Spotify Extended Streaming History/Streaming_History_Audio_2025-2026_1.json",
    "Spotify Extended Streaming History/Streaming_History_Video_2023-2026.json",
  ]);
  const tracks = audioRows(files).filter((each) => each.spotify_track_uri);
  const plays = await listener.truth(
    "plays",
    z.looseObject({ uri: z.string(), endedAt: z.string(), msPlayed: z.number() }),
  );
  expect(tracks).toHaveLength(plays.length);
  const rows = tracks.map((each) => `${each.spotify_track_uri} ${each.ts} ${each.ms_played}`);
  const heard = plays.map((play) => `${play.uri} ${play.endedAt.slice(0, 19)}Z ${play.msPlayed}`);
  expect(rows.filter((text, index) => text !== heard[index])).toEqual([]);
});

test("podcasts have an episode and no track, and a few rows name neither", () => {
  const odd = audioRows(files).filter((each) => !each.spotify_track_uri);
  expect(odd.some((each) => each.episode_name && each.spotify_episode_uri)).toBe(true);
  expect(odd.some((each) => !each.episode_name && !each.master_metadata_track_name)).toBe(true);
});

test("is as long as asked, and its last plays are the user's own", async () => {
  const short = audioRows(await exported("?rows=500")).filter((each) => each.spotify_track_uri);
  expect(short).toHaveLength(500);
  const long = audioRows(await exported("?rows=33000")).filter((each) => each.spotify_track_uri);
  expect(long).toHaveLength(33_000);
  expect(long.slice(-500)).toEqual(short);
  expect((await listener.control("/users/mira.okafor/export.zip?rows=none")).status).toBe(400);
});
