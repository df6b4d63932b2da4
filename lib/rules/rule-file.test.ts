import fc from "fast-check";
import { expect, test } from "vitest";
import { readRuleFile, ruleFile } from "./rule-file";
import { randomOverrides, randomRule } from "./testing/random-rules";

const where = { all: [{ field: "bpm", op: "gte", value: 128 }] };

test("any rule set is the same after a way through its file, pins and exclusions too", () => {
  const overrides = randomOverrides(["isrc:DEX260000001", "name:a/b", "🎧1"]);
  fc.assert(
    fc.property(randomRule, overrides, (definition, said) => {
      const filed = { name: "Peak “time”", definition, overrides: said };
      const file = JSON.parse(JSON.stringify(ruleFile(filed), null, 2));
      expect(readRuleFile(file, "other")).toEqual({ ok: true, ...filed });
    }),
  );
});

test("a file with a rule set is read, and what is wrong with it points at the row", () => {
  expect(readRuleFile({ where }, "mine.json")).toMatchObject({ ok: true, name: "mine.json" });
  const named = readRuleFile({ name: " Peak ", definition: { where } }, "");
  expect(named).toMatchObject({ ok: true, name: "Peak", definition: { where } });
  expect(readRuleFile({ name: "a\0b", definition: { where } }, "")).toMatchObject({
    ok: true,
    name: "a b",
  });
  const wrong = { where: { all: [...where.all, { field: "bpm", op: "gte", value: "x" }] } };
  expect(readRuleFile(wrong, "")).toEqual({
    ok: false,
    problems: [{ path: "where.all[1]", message: "BPM: Write a number." }],
  });
  expect(readRuleFile([], "")).toMatchObject({ ok: false, problems: [{ path: "" }] });
});

test("what is wrong with a pin points at it, beside what is wrong with the rows", () => {
  const pin = { recordingKey: "isrc:A", kind: "pin" };
  const file = (overrides: unknown, rows: unknown = where) => ({
    definition: { where: rows },
    overrides,
  });
  const problems = (raw: unknown) => {
    const read = readRuleFile(raw, "");
    return read.ok ? [] : read.problems.map(({ path }) => path);
  };
  expect(problems(file([pin]))).toEqual([]);
  expect(problems(file([pin, { ...pin, kind: "keep" }], { all: [7] }))).toEqual([
    "where.all[0]",
    "overrides[1].kind",
  ]);
  expect(problems(file([pin, { ...pin, kind: "exclude" }]))).toEqual(["overrides"]);
  expect(problems(file([{ ...pin, recordingKey: "a\u0000" }]))).toEqual([
    "overrides[0].recordingKey",
  ]);
});
