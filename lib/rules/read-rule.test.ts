import fc from "fast-check";
import { expect, test } from "vitest";
import { fieldIds, fields } from "./field";
import { operators, operatorsOf, type Shape } from "./operator";
import { readRule } from "./read-rule";
import { MOST_ROWS } from "./rule-schema";
import { randomRule } from "./testing/random-rules";

const problemsOf = (raw: unknown) => {
  const read = readRule(raw);
  return read.ok ? [] : read.problems;
};
const row = { field: "bpm", op: "is", value: 128 };

test("any rule is the same after a way through JSON", () => {
  fc.assert(
    fc.property(randomRule, (definition) => {
      expect(readRule(JSON.parse(JSON.stringify(definition)))).toEqual({ ok: true, definition });
    }),
  );
});

test("what a rule leaves out has a plain meaning", () => {
  expect(readRule({ where: { all: [row] } })).toEqual({
    ok: true,
    definition: {
      ...{ where: { all: [row] }, sort: [], limit: null, perArtist: null, perLabel: null },
      ...{ dedupe: "recording", sources: [] },
    },
  });
});

test("each problem names its row, and says what to do", () => {
  const where = {
    all: [
      row,
      { field: "bpm", op: "between", value: [134, 128] },
      {
        any: [
          { field: "bpm", op: "contains", value: "1" },
          { field: "tempo", op: "is", value: 1 },
          { none: [{ field: "key", op: "within", value: { key: "13A", steps: 1 } }, 7] },
        ],
      },
      { field: "releasedOn", op: "on", value: "2026-02-30" },
      { field: "title", op: "is", value: "\u0301" },
      { all: [], any: [] },
      { field: "artists", op: "anyOf", value: [] },
    ],
  };
  expect(problemsOf({ where, limit: 0, sort: [{ field: "artists", direction: "asc" }] })).toEqual([
    {
      path: "where.all[1]",
      message: "BPM: The first number must not be greater than the second.",
    },
    { path: "where.all[2].any[0]", message: "BPM: “contains” cannot be asked of it." },
    { path: "where.all[2].any[1]", message: "There is no field “tempo”." },
    {
      path: "where.all[2].any[2].none[0]",
      message: "Key: Choose a Camelot key, like 8A.",
    },
    { path: "where.all[2].any[2].none[1]", message: "This is neither a row nor a group." },
    { path: "where.all[3]", message: "Released: There is no such day." },
    { path: "where.all[4]", message: "Title: Write what to look for." },
    { path: "where.all[5]", message: "A group is one list of rows: all, any or none." },
    { path: "where.all[6]", message: "Artists: List at least one value." },
    { path: "sort[0].field", message: "Sort by a field that has an order." },
    { path: "limit", message: "Take at least one." },
  ]);
});

test("each operator of each field says in plain words what is wrong with its value", () => {
  const wrong = [undefined, null, "", [], {}, [[]], [{}], [1, "x", 2], { count: 0 }, { key: "8A" }];
  for (const field of fieldIds) {
    const { name, type } = fields[field];
    const { none: free = [] }: Partial<Record<Shape, readonly string[]>> = operators[type];
    for (const op of operatorsOf(type)) {
      const values = free.includes(op) ? ["more"] : wrong;
      for (const value of values) {
        const [problem, ...others] = problemsOf({ where: { none: [row, { field, op, value }] } });
        const said = `${field} ${op} ${JSON.stringify(value)}: ${problem?.message}`;
        expect(others, said).toEqual([]);
        expect(problem?.path, said).toBe("where.none[1]");
        expect(problem?.message.startsWith(`${name}: `), said).toBe(true);
        expect(problem?.message, said).not.toMatch(/invalid|expected|unrecognized|undefined/i);
      }
    }
  }
});

test("what a rule says besides its rows is answered in plain words too", () => {
  const where = { all: [row] };
  const said = (others: object) => problemsOf({ where, ...others }).map(({ message }) => message);
  expect(said({ colour: 1 })).toEqual(["There is no “colour” here."]);
  expect(said({ sort: "bpm" })).toEqual(["List what it is sorted by."]);
  expect(said({ sort: [{ field: "bpm", direction: "asc", by: 1 }] })).toEqual([
    "There is no “by” here.",
  ]);
  expect(said({ sources: "liked" })).toEqual(["List the sources."]);
  expect(said({ dedupe: "isrc" })).toEqual(["A recording is taken once (recording)."]);
  expect(said({ limit: "many" })).toEqual(["Write a whole number, or nothing."]);
});

test("a value that the database cannot keep is refused", () => {
  for (const value of ["a\u0000b", "\ud800", "two\nlines"]) {
    const where = { all: [{ field: "title", op: "contains", value }] };
    expect(problemsOf({ where })).toMatchObject([{ path: "where.all[0]" }]);
  }
});

test("something that is no rule at all is answered with a problem", () => {
  for (const raw of [null, 7, "rule", [], {}, { where: row }, { where: [] }]) {
    expect(problemsOf(raw)).toContainEqual({
      path: "where",
      message: "Begin with a group of rows: all, any or none.",
    });
  }
});

const nestedDeep = (depth: number): unknown =>
  JSON.parse(`${'{"all":['.repeat(depth)}${JSON.stringify(row)}${"]}".repeat(depth)}`);

test("groups lie in each other as deep as there are rows, and no depth breaks the reader", () => {
  const deepest = nestedDeep(MOST_ROWS - 1);
  expect(problemsOf({ where: deepest })).toEqual([]);
  const wrong = JSON.parse(JSON.stringify(deepest).replace('"is"', '"has"'));
  expect(problemsOf({ where: wrong })).toEqual([
    {
      path: `where${".all[0]".repeat(MOST_ROWS - 1)}`,
      message: "BPM: “has” cannot be asked of it.",
    },
  ]);
  for (const depth of [MOST_ROWS, 3000]) {
    expect(problemsOf({ where: nestedDeep(depth) })).toEqual([
      { path: "where", message: "A rule set has at most 500 rows." },
    ]);
  }
});

test("there may be so many rows, and no more", () => {
  const rows = (count: number) => ({ where: { any: Array.from({ length: count }, () => row) } });
  expect(problemsOf(rows(MOST_ROWS - 1))).toEqual([]);
  expect(problemsOf(rows(MOST_ROWS))).toEqual([
    { path: "where", message: "A rule set has at most 500 rows." },
  ]);
});
