import { expect, test } from "vitest";
import { compileCondition, compileKey, conditionHolds } from "./expression";

const event = { name: "a", data: { user: "ann", n: 1, list: [1, 2], nested: { b: 2, a: 1 } } };

test.each([
  ["event.data.user", "ann"],
  ["event.data.n", "1"],
  ["event.data.nested", '{"a":1,"b":2}'],
  ['event.data.user + "-" + string(event.data.n)', "ann-1"],
  ['"constant"', "constant"],
  ["event.data.missing", ""],
])("the key %s is %j", (source, key) => {
  expect(compileKey(source)(event)).toBe(key);
});

test.each([
  ["event.data.n == 1", true],
  ["event.data.n > 1", false],
  ["event.data.missing == 1", false],
  ["event.data.missing == 1 || event.data.n == 1", true],
  ["has(event.data.missing)", false],
  ["event.data.user == async.data.user", true],
  ["event.data.user", false],
])("the condition %s is %j", (source, holds) => {
  const variables = { event, async: { data: { user: "ann" } } };
  expect(compileCondition(source)(variables)).toBe(holds);
  expect(conditionHolds(source, variables)).toBe(holds);
});

test("no condition always holds, and one that cannot be read never does", () => {
  expect(conditionHolds(null, {})).toBe(true);
  expect(conditionHolds("event.data.(", { event })).toBe(false);
});
