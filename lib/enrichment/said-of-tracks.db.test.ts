import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { listClassifications, saveManualLabel } from "@/db/queries/classifications";
import { listEnrichments, listUnenriched, writeEnrichments } from "@/db/queries/enrichments";
import { listFacts } from "@/db/queries/rules-facts";
import { listTags, listTagsInUse } from "@/db/queries/tags";
import { emptyTables } from "@/db/testing/empty-tables";
import { createUser, createWeek } from "@/db/testing/factories";
import { renameCategory } from "@/lib/curation/edit-category";
import { fits } from "./classification";
import { correctLabel } from "./correct-label";
import type { Enrichment } from "./enrichment";
import {
  beginClassification,
  failClassification,
  finishClassification,
  goOnClassifying,
  requestClassification,
} from "./reclassify-tracks";
import { beginRefresh, finishRefresh, goOnRefreshing } from "./refresh-facts";
import { tagTracksInput } from "./schema";
import { tagTracks, untagTracks } from "./tag-tracks";

let week: Awaited<ReturnType<typeof createWeek>>;
let own = { userId: "" };
let keys: string[] = [];
let first = "";
beforeEach(async () => {
  await emptyTables(db, "users", "jobs", "styles", "labels", "artists", "track_enrichments");
  week = await createWeek(db);
  own = { userId: week.user.id };
  const run = await beginRefresh(db, { ...own, runId: "run" });
  await goOnRefreshing(db, run);
  await finishRefresh(db, run);
  const rows = await db.execute<{ key: string }>(
    sql`select recording_key as key from track_facts order by recording_key`,
  );
  keys = rows.map(({ key }) => key);
  first = keys[0] ?? "";
});

const factsOf = async (recordingKey: string) =>
  (await listFacts(db, { ...own, recordingKeys: [recordingKey] }))[0];

test("a tag can be asked for at once, is there once however it is written, and goes when taken off", async () => {
  await tagTracks(db, { ...own, recordingKeys: keys, tags: ["Dark Room", "Opener"] });
  await tagTracks(db, { ...own, recordingKeys: [first], tags: ["dark room"] });
  expect(await factsOf(first)).toMatchObject({
    tags: ["Dark Room", "Opener"],
    tagsFolded: ["dark room", "opener"],
    classifications: ["mood:dark"],
  });
  await untagTracks(db, { ...own, recordingKeys: [first], tags: ["DARK ROOM"] });
  expect(await factsOf(first)).toMatchObject({ tags: ["Opener"], classifications: [] });
  expect(await listTagsInUse(db, { ...own, limit: 9 })).toEqual([
    { tag: "Opener", tracks: 3 },
    { tag: "Dark Room", tracks: 2 },
  ]);
});

test("nobody tags or labels what is not theirs, or sees what another tagged", async () => {
  await tagTracks(db, { ...own, recordingKeys: [first], tags: ["Mine"] });
  const other = { userId: (await createUser(db)).id };
  const wish = { ...other, recordingKeys: [first], tags: ["Theirs"] };
  await expect(tagTracks(db, wish)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(untagTracks(db, { ...wish, tags: ["Mine"] })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  const label = { recordingKey: first, label: "mood:dark", holds: true } as const;
  await expect(correctLabel(db, { ...other, ...label })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  expect(await listTags(db, { ...other, recordingKeys: keys })).toEqual([]);
  expect(await listTagsInUse(db, { ...other, limit: 9 })).toEqual([]);
  expect((await factsOf(first))?.tags).toEqual(["Mine"]);
});

test("tags are bounded in length and number, and hold something to compare", async () => {
  const parsed = (tags: string[]) =>
    tagTracksInput.safeParse({ recordingKeys: [first], tags }).data?.tags;
  expect(parsed(["  Late   night "])).toEqual(["Late night"]);
  expect(parsed(["x".repeat(41)])).toBeUndefined();
  expect(parsed([" "])).toBeUndefined();
  const many = (from: number) => Array.from({ length: 20 }, (_, index) => `tag ${from + index}`);
  const add = (tags: string[]) => tagTracks(db, { ...own, recordingKeys: [first], tags });
  await add(many(0));
  await add(many(20));
  await expect(add(many(40))).rejects.toMatchObject({ code: "INVALID" });
  await expect(add(["\u0301"])).rejects.toMatchObject({ code: "INVALID" });
  expect((await factsOf(first))?.tags).toHaveLength(40);
});

test("what a person says of a label outlives every reclassification, until they take it back", async () => {
  await tagTracks(db, { ...own, recordingKeys: keys, tags: ["dark"] });
  const say = (label: "mood:dark" | "mood:warm", holds: boolean | null) =>
    correctLabel(db, { ...own, recordingKey: first, label, holds });
  expect(await say("mood:warm", true)).toEqual(["mood:warm"]);
  await reclassifyAll();
  expect((await factsOf(first))?.classifications).toEqual(["mood:warm"]);
  expect((await factsOf(keys[1] ?? ""))?.classifications).toEqual(["mood:dark"]);
  expect(await say("mood:warm", false)).toEqual(["mood:dark"]);
  expect(await say("mood:dark", false)).toEqual([]);
  await reclassifyAll();
  expect((await factsOf(first))?.classifications).toEqual([]);
  expect(await say("mood:dark", true)).toEqual(["mood:dark"]);
  expect(await say("mood:dark", null)).toEqual(["mood:dark"]);
  await untagTracks(db, { ...own, recordingKeys: [first], tags: ["dark"] });
  expect((await factsOf(first))?.classifications).toEqual([]);
});

test("what a person says of fitting a category goes with its new name", async () => {
  const [category] = week.categories;
  if (!category) throw new Error("the week has no category");
  await correctLabel(db, { ...own, recordingKey: first, label: fits(category.name), holds: false });
  await renameCategory(db, { ...own, categoryId: category.id, name: "Renamed" });
  const rows = await listClassifications(db, { ...own, recordingKeys: [first] });
  expect(rows.filter(({ origin }) => origin === "manual")).toEqual([
    { recordingKey: first, label: "fits:Renamed", origin: "manual", holds: false },
  ]);
  await reclassifyAll();
  expect((await factsOf(first))?.classifications).not.toContain("fits:Renamed");
});

async function reclassifyAll() {
  const run = { ...own, runId: crypto.randomUUID() };
  await requestClassification(db, own);
  await beginClassification(db, run);
  for (let after: string | null = ""; after !== null; ) {
    after = (await goOnClassifying(db, { ...run, after })).after;
  }
  await finishClassification(db, run);
}

test("working labels out again is one job, which ends when stopped or given up", async () => {
  await reclassifyAll();
  const jobs = () => db.execute(sql`select status, done, total from jobs order by created_at`);
  expect([...(await jobs())]).toEqual([{ status: "done", done: 3, total: 3 }]);
  await requestClassification(db, own);
  await requestClassification(db, own);
  const run = { ...own, runId: "run-2" };
  await beginClassification(db, run);
  await failClassification(db, { ...run, problem: "It stopped." });
  expect((await jobs()).map(({ status }) => status)).toEqual(["done", "failed"]);
  await saveManualLabel(db, { ...own, recordingKey: first, label: "mood:deep", holds: true });
  await expect(goOnClassifying(db, { ...run, after: "" })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  expect((await factsOf(first))?.classifications).toEqual([]);
});

const KEY = "isrc:DEABC2600001";
const said = (known: Partial<Enrichment> = {}): Enrichment => ({
  userId: null,
  recordingKey: KEY,
  source: "musicbrainz",
  version: 1,
  at: new Date("2026-11-01T10:00:00Z"),
  categories: ["techno"],
  values: {},
  ...known,
});

const answers = fc.record({
  source: fc.constantFrom("musicbrainz" as const, "llm" as const),
  version: fc.integer({ min: 1, max: 3 }),
  at: fc.integer({ min: 0, max: 3 }).map((day) => new Date(Date.UTC(2026, 10, 1 + day))),
  mine: fc.boolean(),
});

type Answer = Omit<Enrichment, "userId" | "recordingKey" | "categories" | "values"> & {
  mine: boolean;
};

/** Says when and by which version it was said, so that an answer can be told from every other. */
const worded = ({ source, version, at, mine }: Answer) =>
  said({
    source,
    version,
    at,
    userId: mine ? own.userId : null,
    categories: [`${source} ${version} ${at.toISOString()} ${mine}`],
  });

test("in whatever order answers come, each source's newest word by its highest version is told", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(answers, { minLength: 1, maxLength: 12 }), async (told) => {
      await emptyTables(db, "track_enrichments");
      const rows = told.map(worded);
      for (const row of rows) await writeEnrichments(db, [row]);
      const best = new Map<string, Enrichment>();
      for (const row of rows) {
        const name = `${row.source} ${row.userId}`;
        const before = best.get(name);
        const newer =
          !before ||
          row.version > before.version ||
          (row.version === before.version && row.at > before.at);
        if (newer) best.set(name, row);
      }
      const listed = await listEnrichments(db, { ...own, recordingKeys: [KEY] });
      expect(listed.flatMap(({ categories }) => categories).sort()).toEqual(
        [...best.values()].flatMap(({ categories }) => categories).sort(),
      );
      const [kept] = await db.execute(sql`select count(*)::int as rows from track_enrichments`);
      const versions = new Set(rows.map((row) => `${row.source} ${row.version} ${row.userId}`));
      expect(kept).toEqual({ rows: versions.size });

      await emptyTables(db, "track_enrichments");
      await writeEnrichments(db, rows);
      expect(await listEnrichments(db, { ...own, recordingKeys: [KEY] })).toEqual(listed);
    }),
    { numRuns: 30, seed: 5 },
  );
});

test("what one user's source says is told to nobody else", async () => {
  const other = await createUser(db);
  await writeEnrichments(db, [said(), said({ source: "llm", ...own, categories: ["mine"] })]);
  const toldTo = async (id: string) =>
    (await listEnrichments(db, { userId: id, recordingKeys: [KEY] })).map(({ source }) => source);
  expect(await toldTo(own.userId)).toEqual(["musicbrainz", "llm"]);
  expect(await toldTo(other.id)).toEqual(["musicbrainz"]);
});

test("a source is asked about what its version has not answered, and again, later, where it knew nothing", async () => {
  const keys = ["isrc:NEW", "isrc:OLD", KEY, "isrc:EMPTY", "isrc:EMPTY-LATELY"];
  const empty = { categories: [], values: {} };
  await writeEnrichments(db, [
    said(),
    said({ recordingKey: "isrc:EMPTY", ...empty }),
    said({ recordingKey: "isrc:EMPTY-LATELY", at: new Date("2026-11-20T00:00:00Z"), ...empty }),
  ]);
  const ask = (version: number, by: string | null = null) =>
    listUnenriched(db, {
      userId: by,
      recordingKeys: [...keys, KEY],
      source: "musicbrainz",
      version,
      emptyBefore: new Date("2026-11-10T00:00:00Z"),
    });
  expect(await ask(1)).toEqual(["isrc:NEW", "isrc:OLD", "isrc:EMPTY"]);
  expect(await ask(2)).toEqual(keys);
  expect(await ask(1, own.userId)).toEqual(keys);
});
