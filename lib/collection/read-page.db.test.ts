import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { collections, externalData, jobs, tracks } from "@/db/schema";
import { emptyTables } from "@/db/testing/empty-tables";
import { createStyle } from "@/db/testing/factories";
import { beatportRow, startBeatport } from "@/lib/testing/beatport-week";
import type { FarEndRequest } from "@/lib/testing/far-end";

let list: (request: FarEndRequest) => unknown[] = () => [];
const beatport = await startBeatport((request) => list(request));
process.env.BEATPORT_API_URL = `${beatport.url}/v4`;
process.env.BEATPORT_CLIENT_ID = "id";
process.env.BEATPORT_CLIENT_SECRET = "secret";
process.env.BEATPORT_REQUESTS_PER_30_S = "6000";

const { db, sqlClient } = await import("@/db/client");
const { beginCollection } = await import("./begin-collection");
const { readPage } = await import("./read-page");
const { processCollection } = await import("./process-collection");
const { settleCollection } = await import("./settle-collection");
const { requestCollection } = await import("./request-collection");

let collectionId = "";
const runId = "run";

beforeEach(async () => {
  await emptyTables(db, "styles", "collections", "external_data", "tracks", "jobs");
  beatport.requests.length = 0;
  const style = await createStyle(db, { beatportId: 6 });
  const request = await requestCollection(db, { styleId: style.id, year: 2026, week: 46 });
  collectionId = request.collection.id;
});
afterAll(() => beatport.close());

async function readAll() {
  const reading = await beginCollection(db, { collectionId, runId });
  for (let place = reading?.place ?? null; reading && place; ) {
    place = await readPage(db, { collectionId, reading: { ...reading, place } });
  }
}

async function collectAll() {
  await readAll();
  while ((await processCollection(db, { collectionId, runId })).more);
  return settleCollection(db, { collectionId, runId });
}

const rows = (count: number) => Array.from({ length: count }, (_, index) => beatportRow(index + 1));
const pagesRead = () => beatport.requests.filter(({ method }) => method === "GET").length;
const row = async () => (await db.select().from(collections))[0];

test("700 tracks become catalogue with at most 60 statements, the reading included", async () => {
  const week = rows(700);
  list = () => week;
  let statements = 0;
  sqlClient.options.debug = (_connection, query) => {
    if (!query.includes("provider_buckets")) statements += 1;
  };
  const settled = await collectAll();
  sqlClient.options.debug = false;
  expect(settled).toMatchObject({ status: "complete", expected: 700, stored: 700 });
  expect(await db.$count(tracks)).toBe(700);
  expect(statements).toBeLessThanOrEqual(60);
});

test("a row that came while the pages were read makes the week be read again, cleanly", async () => {
  list = ({ query }) => {
    const first = query.get("page") === "1" && pagesRead() === 1;
    return first ? rows(150) : [beatportRow(900), ...rows(150)];
  };
  expect(await collectAll()).toMatchObject({ status: "complete", expected: 151, stored: 151 });
  expect(pagesRead()).toBe(4);
  expect((await row())?.generation).toBe(2);
});

test("a row that left while the pages were read is in no clean week", async () => {
  list = ({ query }) => (query.get("page") === "1" && pagesRead() === 1 ? rows(150) : rows(149));
  expect(await collectAll()).toMatchObject({ status: "complete", expected: 149, stored: 149 });
});

test("a list that never stands still ends as partial, in words, with what arrived", async () => {
  list = () => [
    ...Array.from({ length: pagesRead() }, (_, index) => beatportRow(1000 + index)).reverse(),
    ...rows(150),
  ];
  expect(await collectAll()).toMatchObject({ status: "partial" });
  expect((await row())?.problem).toContain("kept changing");
  expect(pagesRead()).toBe(6);
});

test("an unreadable row is kept aside with its problem and loses no other", async () => {
  list = () => [...rows(20), beatportRow(500, { publish_date: null }), { name: "without id" }];
  expect(await collectAll()).toMatchObject({ status: "partial", stored: 20, invalid: 2 });
  const aside = await db.select().from(externalData).where(eq(externalData.status, "invalid"));
  expect(aside.map(({ problem }) => problem)).toEqual([
    expect.stringContaining("publish_date"),
    expect.stringContaining("id"),
  ]);
  const [job] = await db.select().from(jobs);
  expect(job).toMatchObject({ status: "partial", done: 20, failed: 2 });
});

test("a track of a genre that is no style is kept aside, not lost", async () => {
  list = () => [...rows(3), beatportRow(9, { genre: { id: 4711, name: "New" } })];
  expect(await collectAll()).toMatchObject({ status: "partial", stored: 3, invalid: 1 });
});

test("a run that broke off goes on at the page where it stood", async () => {
  const week = rows(250);
  list = () => week;
  const reading = await beginCollection(db, { collectionId, runId });
  if (!reading) throw new Error("nothing to do");
  const second = await readPage(db, { collectionId, reading });
  if (!second) throw new Error("one page only");
  await readPage(db, { collectionId, reading: { ...reading, place: second } });

  expect((await beginCollection(db, { collectionId, runId }))?.place).toMatchObject({ page: 2 });
  expect(await collectAll()).toMatchObject({ status: "complete", expected: 250, stored: 250 });
  expect(beatport.requests.flatMap(({ query }) => query.get("page") ?? [])).toEqual([
    "1",
    "2",
    "2",
    "3",
  ]);
});

test("a changed payload changes its track, an unchanged one is not written", async () => {
  list = () => rows(2);
  await collectAll();
  const styleId = (await row())?.styleId ?? "";
  await requestCollection(db, { styleId, year: 2026, week: 46, refresh: true });
  list = () => [beatportRow(1), beatportRow(2, { name: "Renamed ", bpm: 140 })];
  const before = await db.select().from(tracks).orderBy(tracks.beatportId);
  await collectAll();
  const after = await db.select().from(tracks).orderBy(tracks.beatportId);
  expect(after[0]).toEqual(before[0]);
  expect(after[1]).toMatchObject({ id: before[1]?.id, title: "Renamed", bpm: 140 });
});

test("two processes that turn the same week into catalogue make each track once", async () => {
  const week = rows(600);
  list = () => week;
  await readAll();
  const batch = () => processCollection(db, { collectionId, runId });
  const done = await Promise.all([batch(), batch(), batch()]);
  expect(done.reduce((sum, { read }) => sum + read, 0)).toBe(600);
  expect(await db.$count(tracks)).toBe(600);
});

test("an empty week is complete", async () => {
  list = () => [];
  expect(await collectAll()).toMatchObject({ status: "complete", expected: 0, stored: 0 });
});
