import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { createUser } from "@/db/testing/factories";
import { compileNode } from "@/lib/rules/evaluate-rule";
import type { RuleOverride } from "@/lib/rules/override";
import {
  everyTrack,
  MOST_ROWS,
  type RuleDefinition,
  ruleDefinition,
} from "@/lib/rules/rule-schema";
import { selectTracks } from "@/lib/rules/select-tracks";
import { makeTrack } from "@/lib/rules/testing/make-track";
import {
  randomMoment as at,
  everyCondition,
  randomOverrides,
  randomRule,
} from "@/lib/rules/testing/random-rules";
import { randomTracks } from "@/lib/rules/testing/random-tracks";
import { foldFacts } from "@/lib/rules/track-facts";
import { countOverlap, countUnmatched, listOverlap, listUnmatched } from "./rules-compare";
import { listFacts, writeFacts } from "./rules-facts";
import { countSelection, listSelectedTracks, listSelection } from "./rules-select";

const SEED = 20261121;
const facts = randomTracks(300, SEED);
const tracks = facts.map(foldFacts);
const recordingKeys = facts.map(({ recordingKey }) => recordingKey);
/** Has a library at random. */
let randomId = "";
/** Has five tracks. */
let userId = "";
let strangerId = "";

const pin = { kind: "pin" as const, position: 0 };

beforeAll(async () => {
  randomId = (await createUser(db)).id;
  await writeFacts(db, { userId: randomId, facts });
  userId = (await createUser(db)).id;
  const five = [120, 125, 130, 135, null].map((bpm, index) =>
    makeTrack({ recordingKey: `isrc:${index}`, title: `Track ${index}`, bpm }),
  );
  await writeFacts(db, { userId, facts: five });
  strangerId = (await createUser(db, { name: "Stranger" })).id;
});

const between = (
  value: [number, number],
  overrides: RuleOverride[] = [],
  others: Partial<RuleDefinition> = {},
) => ({
  userId,
  rule: {
    ...{ ...everyTrack, ...others },
    where: { all: [{ field: "bpm" as const, op: "between" as const, value }] },
  },
  overrides,
  at,
});

const keysOf = (rows: readonly { recordingKey: string }[]) =>
  rows.map(({ recordingKey }) => recordingKey);
const byKey = (one: { recordingKey: string }, other: { recordingKey: string }) =>
  one.recordingKey < other.recordingKey ? -1 : 1;

test("facts come back as they were written, with their folded forms", async () => {
  const read = await listFacts(db, { userId: randomId, recordingKeys });
  expect(read.toSorted(byKey)).toEqual(tracks.toSorted(byKey));
});

test("each operator of each field means the same in SQL and in code", async () => {
  const samples = everyCondition.map((one, index) =>
    fc.sample(one, { numRuns: 4, seed: SEED + index }),
  );
  for (const asked of samples.flat()) {
    const selection = {
      userId: randomId,
      rule: { ...everyTrack, where: { all: [asked] } },
      overrides: [],
      at,
    };
    const found = await listSelection(db, selection);
    const expected = tracks.filter(compileNode(asked, at));
    expect(found.toSorted(), JSON.stringify(asked)).toEqual(keysOf(expected).toSorted());
  }
});

test("random rules, pins and exclusions select the same tracks in the same order in SQL and in code", async () => {
  await fc.assert(
    fc.asyncProperty(randomRule, randomOverrides(recordingKeys), async (rule, overrides) => {
      const expected = keysOf(selectTracks(tracks, rule, { overrides, at }));
      const selection = { userId: randomId, rule, overrides, at };
      expect(await listSelection(db, selection)).toEqual(expected);
      expect(await countSelection(db, selection)).toBe(expected.length);
    }),
    { numRuns: 250, seed: SEED },
  );
});

test("groups that lie in each other as deep as they may are asked alike in SQL and in code", async () => {
  const kinds = ["none", "all", "any"];
  const row: unknown = { field: "bpm", op: "gte", value: 128 };
  const deepest = Array.from({ length: MOST_ROWS - 1 }, (_, depth) => depth).reduce(
    (node, depth) => ({ [kinds[depth % 3] ?? "all"]: [node] }),
    row,
  );
  const rule = ruleDefinition.parse({ where: deepest });
  const selection = { userId: randomId, rule, overrides: [], at };
  const expected = selectTracks(tracks, rule, selection);
  expect(await countSelection(db, selection)).toBe(expected.length);
});

test("patterns that bring regular expressions down are answered by SQL as by code", async () => {
  const { id } = await createUser(db);
  const long = "a".repeat(20_000);
  const track = makeTrack({ title: long, artists: [long, long] });
  await writeFacts(db, { userId: id, facts: [track] });
  const evil = ["a*".repeat(99), "*a?".repeat(66), "?*".repeat(99), `*${"?".repeat(198)}`, "(a+)+"];
  for (const start of evil) {
    for (const value of [`${start}b`, `${start}*`]) {
      for (const field of ["title", "artists"] as const) {
        const asked = { field, op: "matches" as const, value };
        const rule = { ...everyTrack, where: { all: [asked] } };
        const count = await countSelection(db, { userId: id, rule, overrides: [], at });
        expect(count, `${field} ${value}`).toBe(compileNode(asked, at)(track) ? 1 : 0);
      }
    }
  }
});

test("two rule sets overlap in what both of them take, pins and limits counted in", async () => {
  const one = between([118, 130]);
  const other = between([130, 140], [{ recordingKey: "isrc:0", kind: "pin", position: null }]);
  expect(await countOverlap(db, { one, other })).toEqual({ one: 3, other: 3, both: 2 });
  const page = { offset: 0, size: 10 };
  expect(await listOverlap(db, { one, other, ...page })).toEqual(["isrc:0", "isrc:2"]);

  const limited = between([118, 130], [], { limit: 1 });
  expect(await countOverlap(db, { one: limited, other })).toEqual({ one: 1, other: 3, both: 1 });
});

test("unmatched are the tracks that no rule set takes, page by page", async () => {
  const selections = [
    between([118, 121]),
    between([130, 140], [{ recordingKey: "isrc:3", kind: "exclude", position: null }]),
  ];
  expect(await countUnmatched(db, { userId, selections })).toBe(3);
  const first = await listUnmatched(db, { userId, selections, after: null, size: 2 });
  expect(first).toEqual(["isrc:1", "isrc:3"]);
  const rest = await listUnmatched(db, { userId, selections, after: "isrc:3", size: 2 });
  expect(rest).toEqual(["isrc:4"]);
});

test("without rule sets every track is unmatched", async () => {
  expect(await countUnmatched(db, { userId, selections: [] })).toBe(5);
});

test("another user's tracks are selected, shown and reported by nobody else", async () => {
  const theirs = { ...between([100, 200]), userId: strangerId };
  const recordingKeys = ["isrc:0", "isrc:1"];
  expect(await listSelection(db, theirs)).toEqual([]);
  expect(await countSelection(db, theirs)).toBe(0);
  expect(await listSelectedTracks(db, { userId: strangerId, recordingKeys })).toEqual([]);
  expect(await listFacts(db, { userId: strangerId, recordingKeys })).toEqual([]);
  expect(await countUnmatched(db, { userId: strangerId, selections: [] })).toBe(0);
  const pinned = { ...theirs, overrides: [{ ...pin, recordingKey: "isrc:0" }] };
  expect(await listSelection(db, pinned)).toEqual([]);
});

test("a page of a selection is shown in the selection's order", async () => {
  const rule = between([100, 200], [{ ...pin, recordingKey: "isrc:4" }], {
    sort: [{ field: "bpm", direction: "desc" }],
  });
  const recordingKeys = await listSelection(db, rule, { offset: 0, size: 3 });
  expect(recordingKeys).toEqual(["isrc:4", "isrc:3", "isrc:2"]);
  const shown = await listSelectedTracks(db, { userId, recordingKeys });
  expect(shown.map(({ title, bpm }) => [title, bpm])).toEqual([
    ["Track 4", null],
    ["Track 3", 135],
    ["Track 2", 130],
  ]);
  expect(await listSelection(db, rule, { offset: 4, size: 3 })).toEqual(["isrc:0"]);
});

test("writing the same facts again touches no row, and changed ones are replaced", async () => {
  const [before] = await listFacts(db, { userId, recordingKeys: ["isrc:0"] });
  if (!before) throw new Error("the facts were not written");
  const versions = () =>
    db.execute(sql`
      select xmin::text from track_facts where user_id = ${userId}::uuid order by recording_key
    `);
  const written = await versions();
  await writeFacts(db, { userId, facts: [before] });
  expect(await versions()).toEqual(written);
  await writeFacts(db, { userId, facts: [{ ...before, title: "Föhn" }] });
  expect(await listFacts(db, { userId, recordingKeys: ["isrc:0"] })).toMatchObject([
    { title: "Föhn", titleFolded: "fohn" },
  ]);
});
