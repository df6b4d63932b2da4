import fc from "fast-check";
import { expect, test } from "vitest";
import { copyRows } from "./edit-lists";
import { groupRows, MOST_GROUPS } from "./group-rows";
import { canBeAdded, type Row, urisOf } from "./row";

const track = (name: string): Row => ({ uri: `spotify:track:${name}`, by: "hand" });
const nameOf = (uri: string) => uri.split(":")[2] ?? "";

test("groups come in the order in which they come up, and what belongs to none comes last", () => {
  const rows = ["x1", "b1", "a1", "b2", "x2"].map(track);
  const letter = (uri: string) => (nameOf(uri).startsWith("x") ? null : nameOf(uri).charAt(0));
  const groups = groupRows(rows, letter);
  expect(
    groups.map(({ name, rows: own }) => [name, urisOf(own).map((uri) => nameOf(uri ?? ""))]),
  ).toEqual([
    ["b", ["b1", "b2"]],
    ["a", ["a1"]],
    [null, ["x1", "x2"]],
  ]);
});

test("of too many groups the largest keep a list of their own", () => {
  const twice = Array.from({ length: MOST_GROUPS - 1 }, (_, at) => `${at}`);
  const once = ["30", "31"];
  const rows = [...once, ...twice, ...twice].map(track);
  const groups = groupRows(rows, nameOf);
  expect(groups.map(({ name }) => name)).toEqual([...twice, null]);
  expect(urisOf(groups.at(-1)?.rows ?? []).map((uri) => nameOf(uri ?? ""))).toEqual(once);
});

test("every row that can be added is in one list, in its order, and lists are few and never empty", () => {
  const row = fc.option(fc.integer({ min: 0, max: 40 }), { freq: 4 });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 80 }), (names) => {
      const rows = names.map(
        (name, at): Row =>
          name === null ? { uri: "spotify:local:a:b:c:1", by: "hand" } : track(`${name}-${at}`),
      );
      const groupOf = (uri: string) => {
        const [name = ""] = nameOf(uri).split("-");
        return Number(name) % 7 === 6 ? null : name;
      };
      const groups = groupRows(rows, groupOf);
      const places = groups.map((group) => group.rows.map(({ uri }) => urisOf(rows).indexOf(uri)));
      expect(places.flat().toSorted((one, other) => one - other)).toEqual(
        [...rows.keys()].filter((at) => canBeAdded(rows[at]?.uri ?? null)),
      );
      for (const own of places) expect(own).toEqual(own.toSorted((one, other) => one - other));
      expect(groups.length).toBeLessThanOrEqual(MOST_GROUPS);
      expect(groups.every((group) => group.rows.length > 0)).toBe(true);
      expect(groups.flatMap((group) => group.rows)).toHaveLength(copyRows(rows).length);
    }),
  );
});
