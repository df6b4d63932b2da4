import fc from "fast-check";
import { expect, test } from "vitest";
import { countLines, planLines } from "./plan-lines";
import { planRows } from "./plan-rows";
import { type Row, rowOwners, urisOf } from "./row";
import { summarizePlan } from "./summarize-plan";

const uri = (letter: string) => `spotify:track:${letter}`;
const rule = (letters: string): Row[] =>
  [...letters].map((letter) => ({ uri: uri(letter), by: "rule" }));
const words = (base: string, target: string) =>
  planLines(rule(base), rule(target)).map(
    (line) => `${line.kind} ${line.uri?.at(-1)} ${line.placeBefore ?? "-"}>${line.place ?? "-"}`,
  );

test("what goes stands behind the row that it followed", () => {
  expect(words("abc", "acd")).toEqual(["kept a 1>1", "removed b 2>-", "kept c 3>2", "added d ->3"]);
  expect(words("ab", "b")[0]).toBe("removed a 1>-");
});

test("one row that moves is told, not the many that make room", () => {
  expect(words("abcd", "dabc").filter((line) => line.startsWith("moved"))).toEqual(["moved d 4>1"]);
});

const rows = fc.array(
  fc.record({
    uri: fc.constantFrom(..."abcdefgh").map(uri),
    by: fc.constantFrom(...rowOwners),
  }),
  { maxLength: 20 },
);
const seeded = { seed: 5, numRuns: 300 };

test("both lists can be read from the lines", () => {
  fc.assert(
    fc.property(rows, rows, (base, target) => {
      const lines = planLines(base, target);
      const after = lines.filter(({ place }) => place !== null);
      const before = lines
        .filter(({ placeBefore }) => placeBefore !== null)
        .toSorted((one, other) => (one.placeBefore ?? 0) - (other.placeBefore ?? 0));
      expect(after.map((line) => line.uri)).toEqual(urisOf(target));
      expect(after.map(({ place }) => place)).toEqual(target.map((_, index) => index + 1));
      expect(before.map((line) => line.uri)).toEqual(urisOf(base));
    }),
    seeded,
  );
});

test("their counts are those of the summary", () => {
  fc.assert(
    fc.property(rows, rows, (base, target) => {
      const plan = planRows(urisOf(base), urisOf(target));
      const summary = summarizePlan(base, target, { plan });
      const { all, ...counts } = countLines(planLines(base, target));
      expect(counts).toEqual({
        added: summary.adds,
        removed: summary.removes,
        moved: summary.moves,
        hand: summary.keptByHand,
        double: summary.duplicates,
      });
      expect(all).toBe(target.length + summary.removes);
    }),
    seeded,
  );
});
