import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { emptyTables } from "@/db/testing/empty-tables";
import {
  createCategory,
  createGoldenTrack,
  createMatch,
  createRelease,
  createStyle,
  createTrack,
} from "@/db/testing/factories";
import { createConnection, createListener } from "@/db/testing/library-rows";
import { addDays } from "@/lib/history/calendar";
import { findHistory, listDays, listHoursOfWeek, listOpenGaps } from "./history-days";
import { countGolden, listGoldenPlays } from "./history-golden";
import { listFirstListens, listTaste } from "./history-taste";
import { listTop } from "./history-top";
import { insertExported } from "./plays-import";
import { saveTimeZone } from "./plays-recounts";
import { addToSums } from "./plays-sums";

const timeZone = "Europe/Berlin";
let owner = { userId: "", connectionId: "" };
beforeEach(async () => {
  await emptyTables(db, "users", "tracks", "labels");
  owner = await connect();
});

async function connect() {
  const listener = await createListener(db);
  await saveTimeZone(db, { userId: listener.userId, timeZone });
  return listener;
}

const play = (endedAt: string, changes: object = {}) => ({
  endedAt,
  externalId: "a",
  trackName: "Track",
  artistName: "One",
  albumName: "First",
  msPlayed: 200_000,
  details: {},
  ...changes,
});
const add = async (plays: ReturnType<typeof play>[], of = owner) => {
  await insertExported(db, { ...of, provider: "spotify", plays });
  await addToSums(db, of);
};
const known = { from: "2024-02-20", to: "2026-12-31" };
const year = { timeZone, from: "2025-01-01", to: "2026-01-01" };

test("a day begins at midnight where the person is, also when clocks change", async () => {
  await add([
    play("2025-03-29T22:59:59Z"),
    play("2025-03-29T23:00:00Z"),
    play("2025-03-30T21:59:59Z"),
    play("2025-03-30T22:00:00Z"),
  ]);
  const days = await listDays(db, { ...owner, ...year });
  expect(days.map(({ day, plays }) => [day, plays])).toEqual([
    ["2025-03-29", 1],
    ["2025-03-30", 2],
    ["2025-03-31", 1],
  ]);
  const top = (from: string, to: string) =>
    listTop(db, { ...owner, timeZone, from, to, by: "track", limit: 9, known, libraries: 1 });
  expect((await top("2025-03-30", "2025-03-31")).rows).toMatchObject([{ key: "a", plays: 2 }]);
  expect(await listHoursOfWeek(db, { ...owner, ...year })).toEqual([
    { weekday: 1, hour: 0, plays: 1 },
    { weekday: 6, hour: 23, plays: 1 },
    { weekday: 7, hour: 0, plays: 1 },
    { weekday: 7, hour: 23, plays: 1 },
  ]);
});

const day = fc.integer({ min: -10, max: 830 }).map((number) => addDays("2024-02-20", number));

test("what is at the top of any period is what its plays add up to", async () => {
  const listens = fc.array(
    fc.record({
      endedAt: fc
        .integer({ min: 0, max: 800 * 86_400 })
        .map((second) => new Date(Date.UTC(2024, 1, 20) + second * 1_000).toISOString()),
      externalId: fc.constantFrom("a", "b", "c"),
      artistName: fc.constantFrom("One", "Two"),
      albumName: fc.constantFrom("First", "Second"),
      msPlayed: fc.constantFrom(20_000, 40_000, 200_000),
    }),
    { minLength: 1, maxLength: 60 },
  );
  const property = fc.asyncProperty(listens, day, day, async (rows, a, b) => {
    await db.execute(sql`delete from connections`);
    owner = await connect();
    await add(rows.map((row) => play(row.endedAt, row)));
    const [from, to] = a < b ? [a, b] : [b, addDays(a, 1)];
    for (const [by, key] of [
      ["track", sql`external_id`],
      ["artist", sql`lower(artist_name)`],
    ] as const) {
      const raw = await db.execute(sql`
        select ${key} as key, count(*)::int as plays, sum(ms_played)::float8 as ms
        from user_recently_played
        where ms_played >= 30000 and (played_at at time zone 'Europe/Berlin')::date >= ${from}::date
          and (played_at at time zone 'Europe/Berlin')::date < ${to}::date
        group by 1 order by 2 desc, 3 desc, 1
      `);
      const wish = { ...owner, timeZone, by, limit: 9, known, libraries: 1 };
      const { rows: top, different } = await listTop(db, { ...wish, from, to });
      expect(top.map(({ key: found, plays, ms }) => ({ key: found, plays, ms }))).toEqual([...raw]);
      expect(different).toBe(raw.length);
      const all = { ...wish, ...known };
      const told = await listTop(db, all);
      const wide = { from: "2010-01-01", to: "2040-01-01" };
      expect(await listTop(db, { ...all, known: wide })).toEqual(told);
      expect(await listTop(db, { ...all, libraries: 2 })).toEqual(told);
    }
  });
  await fc.assert(property, { numRuns: 20 });
});

test("what was heard in two libraries is one line", async () => {
  const apple = await createConnection(db, { userId: owner.userId, provider: "apple" });
  await add([play("2025-05-01T12:00:00Z"), play("2025-05-02T12:00:00Z", { artistName: "Two" })]);
  await add([play("2025-05-03T12:00:00Z")], apple);
  const { libraries } = await findHistory(db, owner);
  const wish = { ...owner, ...year, by: "artist" as const, limit: 9, known, libraries };
  expect(await listTop(db, wish)).toMatchObject({
    rows: [{ name: "One", plays: 2 }, { name: "Two" }],
    different: 2,
  });
});

test("labels come from the catalogue, once a track; genres from what the provider says of artists", async () => {
  const release = await createRelease(db);
  const [label] = await db.execute<{ name: string }>(sql`
    select l.name from labels l join releases r on r.label_id = l.id where r.id = ${release.id}
  `);
  for (const number of [1, 2]) {
    const track = await createTrack(
      db,
      number === 1 ? { releaseId: release.id } : { publishDate: "2027-01-01" },
    );
    await createMatch(db, { trackId: track.id, externalId: "a" });
  }
  await db.execute(sql`
    insert into provider_items (connection_id, provider, kind, external_id, fact_hash, name, genres, raw)
    values (${owner.connectionId}, 'spotify', 'artist', 'x', 'h', 'ONE', '{techno,house}', '{}')
  `);
  await add([
    play("2025-05-01T12:00:00Z"),
    play("2025-06-01T12:00:00Z", { externalId: "b", artistName: "Two" }),
  ]);
  const top = async (by: "label" | "genre") =>
    (await listTop(db, { ...owner, ...year, by, limit: 9, known, libraries: 1 })).rows.map(
      ({ name, plays }) => [name, plays],
    );
  expect(await top("label")).toEqual([[label?.name, 1]]);
  expect(await top("genre")).toEqual([
    ["house", 1],
    ["techno", 1],
  ]);
  const taste = await listTaste(db, { ...owner, ...year, by: "artist", places: 5 });
  expect(taste).toMatchObject([
    { month: "2025-05-01", key: "one", plays: 1, rank: 1 },
    { month: "2025-06-01", key: "two", plays: 1, rank: 1 },
  ]);
});

test("a first listen is first of all, not of the period", async () => {
  await add([
    play("2024-12-31T22:00:00Z"),
    play("2025-02-01T12:00:00Z"),
    play("2025-02-02T12:00:00Z", { externalId: "b" }),
  ]);
  const first = await listFirstListens(db, { ...owner, ...year, kind: "track", limit: 9 });
  expect(first).toMatchObject({ all: 1, rows: [{ key: "b", plays: 1 }] });
});

test("Golden tracks know how often they were played since, on any release; never-played ones can be asked for", async () => {
  const { userId } = owner;
  const style = await createStyle(db);
  const category = await createCategory(db, { userId, styleId: style.id });
  const [heard, silent] = [await createTrack(db), await createTrack(db)];
  const other = await createTrack(db, { recordingKey: heard.recordingKey });
  await createMatch(db, { trackId: heard.id, externalId: "a" });
  await createMatch(db, { trackId: other.id, externalId: "b" });
  const golden = { userId, categoryId: category.id, addedAt: new Date("2025-03-01T00:00:00Z") };
  await createGoldenTrack(db, { ...golden, trackId: heard.id });
  await createGoldenTrack(db, { ...golden, trackId: silent.id });
  await add([
    play("2025-02-01T12:00:00Z"),
    play("2025-04-01T12:00:00Z"),
    play("2025-05-01T12:00:00Z", { externalId: "b" }),
    play("2025-06-01T12:00:00Z", { msPlayed: 3_000 }),
  ]);
  const told = await listGoldenPlays(db, { userId, neverOnly: false, limit: 9 });
  expect(told).toMatchObject([
    { title: heard.title, playsBefore: 1, playsSince: 2, isOnProvider: true },
    { title: silent.title, playsBefore: 0, playsSince: 0, isOnProvider: false },
  ]);
  expect(await countGolden(db, { userId })).toBe(2);
  expect(Date.parse(told[0]?.lastPlayedAt ?? "")).toBe(Date.UTC(2025, 4, 1, 12));
  const never = await listGoldenPlays(db, { userId, neverOnly: true, limit: 9 });
  expect(never.map(({ title }) => title)).toEqual([silent.title]);
});

test("a gap that an import covers is none any more", async () => {
  const { userId, connectionId } = owner;
  await db.execute(sql`
    insert into play_gaps (connection_id, after, before) values
      (${connectionId}, '2025-04-01T10:00Z', '2025-04-01T12:00Z'),
      (${connectionId}, '2025-07-01T10:00Z', '2025-07-01T12:00Z')
  `);
  await db.execute(sql`
    insert into play_imports (connection_id, user_id, provider, status, uploads, first_at, last_at)
    values (${connectionId}, ${userId}, 'spotify', 'complete', '[]', '2020-01-01', '2025-05-01')
  `);
  const gaps = await listOpenGaps(db, { userId, ...year });
  expect(gaps.map(({ after }) => Date.parse(after))).toEqual([Date.UTC(2025, 6, 1, 10)]);
});

test("another user sees nothing of it", async () => {
  const { connectionId } = owner;
  await add([play("2025-05-01T12:00:00Z")]);
  await db.execute(sql`
    insert into play_gaps (connection_id, after, before)
    values (${connectionId}, '2025-04-01T10:00Z', '2025-04-01T12:00Z')
  `);
  const stranger = { userId: (await connect()).userId, ...year };
  expect(await findHistory(db, stranger)).toMatchObject({ firstDay: null });
  expect(await listDays(db, stranger)).toEqual([]);
  expect(await listHoursOfWeek(db, stranger)).toEqual([]);
  expect(await listOpenGaps(db, stranger)).toEqual([]);
  for (const by of ["track", "artist", "album", "label", "genre"] as const) {
    expect(await listTop(db, { ...stranger, by, limit: 9, known, libraries: 0 })).toEqual({
      rows: [],
      different: 0,
    });
  }
  expect(await listTaste(db, { ...stranger, by: "artist", places: 9 })).toEqual([]);
  expect(await listFirstListens(db, { ...stranger, kind: "track", limit: 9 })).toEqual({
    rows: [],
    all: 0,
  });
  expect(await listGoldenPlays(db, { ...stranger, neverOnly: false, limit: 9 })).toEqual([]);
  expect(await countGolden(db, stranger)).toBe(0);
});
