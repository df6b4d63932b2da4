import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { writeEnrichments } from "@/db/queries/enrichments";
import { listOutdated } from "@/db/queries/facts-stale";
import { listFacts } from "@/db/queries/rules-facts";
import { emptyTables } from "@/db/testing/empty-tables";
import { appendRow, createItem, createListener, type Listener } from "@/db/testing/library-rows";
import {
  DRIFT,
  fillLibrary,
  fillWeek,
  LONG_AGO,
  libraryOf,
  NIGHT,
  readAllFacts,
  VELA,
} from "@/db/testing/mixed-library";
import { eraseConnection } from "@/lib/connections/erase-connection";
import { readFactsState } from "./refresh-facts";
import { refresh } from "./testing/refresh";

let mira: Listener;
beforeEach(async () => {
  await emptyTables(db, "users", "jobs", "styles", "labels", "artists", "track_enrichments");
  mira = await createListener(db);
});

const factsOf = (recordingKey: string, { userId } = mira) =>
  listFacts(db, { userId, recordingKeys: [recordingKey] }).then(([facts]) => facts ?? null);

test("library, catalogue, curation and other sources come together by recording", async () => {
  await fillLibrary(mira);
  await fillWeek(mira);
  await writeEnrichments(db, [
    {
      userId: null,
      recordingKey: DRIFT,
      source: "musicbrainz",
      version: 1,
      at: new Date(LONG_AGO),
      categories: ["hypnotic techno", "TECHNO"],
      values: { label: "Other Label", bpm: 70 },
    },
  ]);
  expect(await refresh(db, mira)).toBe(3);

  expect(await factsOf(NIGHT)).toMatchObject({
    title: "Night Drive",
    isrc: "DEABC2600001",
    genres: ["Techno"],
    bpm: 134,
    lengthS: 330,
    isExplicit: false,
    spotifyUri: "spotify:track:night1",
    isSaved: true,
    savedAt: new Date(LONG_AGO),
    plays: 2,
    firstPlayedAt: new Date("2026-03-01T20:00:00.000Z"),
    lastPlayedAt: new Date("2026-03-04T20:00:00.000Z"),
    playlists: ["Warm-up"],
    playlistCount: 1,
    stage: "silver",
    categories: ["Warm-up"],
    week: "2026-W46",
  });
  expect(await factsOf(DRIFT)).toMatchObject({
    stage: "golden",
    goldenSince: new Date(LONG_AGO),
    categories: ["Peak Time"],
    genres: ["Techno", "Raw", "hypnotic techno"],
    bpm: 140,
    spotifyUri: "spotify:track:drift1",
    isSaved: false,
    plays: 0,
  });
  expect(await factsOf(VELA)).toMatchObject({
    title: "Vela",
    artists: ["Artist"],
    plays: 1,
    stage: "none",
  });
});

test("what a match says is one recording is one, until the match is given up", async () => {
  const library = libraryOf(mira);
  const { drift } = await fillWeek(mira);
  const item = await library.describe("drift1", {
    name: "Drift (Spotify's)",
    isrc: "GBXYZ2600009",
  });
  await library.save("drift1", item);
  await refresh(db, mira);
  expect(await factsOf(DRIFT)).toMatchObject({ isSaved: true, title: "Drift" });
  expect(await factsOf("isrc:GBXYZ2600009")).toBeNull();

  await db.execute(sql`
    update track_matches set status = 'rejected', updated_at = now() where track_id = ${drift.id}
  `);
  await refresh(db, mira);
  expect(await factsOf(DRIFT)).toMatchObject({ isSaved: false, stage: "golden" });
  expect(await factsOf("isrc:GBXYZ2600009")).toMatchObject({ isSaved: true, stage: "none" });
});

test("a gathered list brings its recordings, and what it no longer holds is forgotten", async () => {
  const [source] = await db.execute<{ id: string }>(sql`
    insert into sources (user_id, connection_id, kind, subject, name, max_age_minutes, edition)
    values (${mira.userId}, ${mira.connectionId}, 'playlist', 'warm', 'Warm-up', 60, 1) returning id
  `);
  const id = source?.id ?? "";
  const holds = (edition: number, title: string) =>
    db.execute(sql`
      insert into source_tracks (source_id, connection_id, edition, position, recording_key, title,
        artists, spotify_uri)
      values (${id}, ${mira.connectionId}, ${edition}, 0, ${`name:${title}`}, ${title},
        array['Artist'], ${`spotify:track:${title}`})
    `);
  await holds(1, "ember");
  await holds(2, "flint");
  await refresh(db, mira);
  expect(await factsOf("name:ember")).toMatchObject({
    title: "ember",
    artists: ["Artist"],
    spotifyUri: "spotify:track:ember",
    sources: [id],
  });
  expect(await factsOf("name:flint")).toBeNull();
  await db.execute(sql`update sources set edition = 2, updated_at = now()`);
  await refresh(db, mira);
  expect(await factsOf("name:ember")).toBeNull();
  expect(await factsOf("name:flint")).toMatchObject({ sources: [id] });
  await db.execute(sql`delete from sources`);
  await refresh(db, mira);
  expect(await readAllFacts()).toEqual([]);
});

test("one user's facts hold nothing of another's", async () => {
  await fillLibrary(mira);
  await fillWeek(mira);
  const other = await createListener(db);
  await writeEnrichments(db, [
    {
      userId: mira.userId,
      recordingKey: NIGHT,
      source: "llm",
      version: 1,
      at: new Date(),
      categories: ["mine alone"],
      values: { mood: "dark" },
    },
  ]);
  await appendRow(db, other, "user_saved_tracks", { at: LONG_AGO, externalId: "night1" });
  const item = await createItem(db, other, { externalId: "night1", name: "Night Drive" });
  await db.execute(sql`update provider_items set isrc = 'DEABC2600001' where id = ${item}`);
  await refresh(db, mira);
  await refresh(db, other);
  expect(await factsOf(NIGHT, other)).toMatchObject({
    plays: 0,
    playlists: [],
    stage: "none",
    categories: [],
    genres: ["Techno"],
  });
  expect((await factsOf(NIGHT))?.genres).toEqual(["Techno", "mine alone"]);
  expect(await factsOf(DRIFT, other)).toBeNull();
});

test("a connection takes along what it told; what the catalogue and the weeks say is gathered again", async () => {
  await fillLibrary(mira);
  await fillWeek(mira);
  await refresh(db, mira);
  await db.execute(sql`
    update connections set status = 'disconnected' where id = ${mira.connectionId}
  `);
  await eraseConnection(db, { ...mira, provider: "spotify" });
  expect(await readAllFacts()).toEqual([]);
  expect(await readFactsState(db, mira)).toEqual({ asOf: null, stale: 0 });
  expect(await listOutdated(db, { hours: 6, minutes: 5, limit: 9 })).toEqual([
    { userId: mira.userId },
  ]);
  await refresh(db, mira);
  expect(await factsOf(NIGHT)).toMatchObject({ plays: 0, isSaved: false, stage: "silver" });
  expect(await factsOf(VELA)).toBeNull();
});
