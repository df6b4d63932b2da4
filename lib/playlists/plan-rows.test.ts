import fc from "fast-check";
import { expect, test } from "vitest";
import { planRows } from "./plan-rows";
import { applyWrite, type PlaylistWrite, rowsNamed } from "./playlist-write";
import { canBeAdded, type Places } from "./row";

const apply = (places: Places, writes: readonly PlaylistWrite[]) =>
  writes.reduce<Places>((held, write) => applyWrite(held, write), places);
const track = (number: number) => `spotify:track:${number}`;
const tracks = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => track(from + index));
const replaceAll = (target: Places) => Math.max(1, Math.ceil(target.length / 100));

const uri = fc.nat({ max: 40 }).map(track);
const fixed = fc.constantFrom(null, "spotify:local:a:b:c:1", "spotify:episode:e");
/** Few and many, with copies, sometimes with rows that cannot be added. */
const sides = fc
  .record({
    actual: fc.array(uri, { maxLength: 60 }),
    target: fc.array(uri, { maxLength: 60 }),
    fixed: fc.oneof(fc.constant([]), fc.array(fixed, { maxLength: 4 })),
    seed: fc.nat(),
    most: fc.constantFrom(3, 10, 100),
  })
  .map(({ fixed: rows, seed, ...side }) => ({
    ...side,
    actual: strewn(side.actual, rows, seed),
    target: strewn(side.target, rows.toReversed(), seed >> 3),
  }));

function strewn(list: Places, rows: Places, seed: number): Places {
  return rows.reduce<Places>(
    (held, row, index) => held.toSpliced((seed >> index) % (held.length + 1), 0, row),
    list,
  );
}

test("the writes lead exactly to the target, each within what a request may name", () => {
  fc.assert(
    fc.property(sides, ({ actual, target, most }) => {
      const { writes } = planRows(actual, target, { most });
      expect(apply(actual, writes)).toEqual(target);
      const named = writes.filter(({ kind }) => kind !== "move").map(rowsNamed);
      expect(Math.max(0, ...named)).toBeLessThanOrEqual(most);
    }),
    { numRuns: 600 },
  );
});

test("where nothing would be lost, it takes no more requests than replacing the list", () => {
  fc.assert(
    fc.property(sides, ({ actual, target }) => {
      fc.pre(actual.every(canBeAdded));
      expect(planRows(actual, target).writes.length).toBeLessThanOrEqual(replaceAll(target));
    }),
    { numRuns: 300 },
  );
});

test("what cannot be added is never taken out, and no replacement runs over it", () => {
  fc.assert(
    fc.property(sides, ({ actual, target, most }) => {
      const rows = actual.filter((place) => !canBeAdded(place));
      let held: Places = actual;
      for (const write of planRows(actual, target, { most }).writes) {
        held = applyWrite(held, write);
        expect(held.filter((place) => !canBeAdded(place)).toSorted()).toEqual(rows.toSorted());
      }
    }),
    { numRuns: 300 },
  );
});

/** Rows in an order of their own, some of which cannot be added. */
const long = fc
  .record({
    count: fc.integer({ min: 50, max: 120 }),
    fixed: fc.uniqueArray(
      fc.nat({ max: 9 }).map((number) => `spotify:local:a:b:c:${number}`),
      { minLength: 1, maxLength: 6 },
    ),
    order: fc.infiniteStream(fc.nat()),
    seed: fc.nat(),
    most: fc.constantFrom(10, 20),
  })
  .map(({ count, fixed: rows, order, seed, most }) => {
    const list = tracks(count);
    const keys = new Map(list.map((uri) => [uri, order.next().value ?? 0]));
    const sorted = list.toSorted((one, other) => (keys.get(one) ?? 0) - (keys.get(other) ?? 0));
    return { most, actual: strewn(list, rows, seed), target: strewn(sorted, rows, seed >> 2) };
  });

test("planned anew after each write, it ends with no more writes than were planned at first", () => {
  fc.assert(
    fc.property(long, ({ actual, target, most }) => {
      const { writes, takenOut, replaces } = planRows(actual, target, { most });
      const goOn = { most, mayReplace: replaces, takenOut };
      let held = actual;
      for (let left = writes.length; left > 0; left -= 1) {
        const next = planRows(held, target, goOn).writes;
        expect(next.length).toBeLessThanOrEqual(left);
        held = next.slice(0, 1).reduce(applyWrite, held);
      }
      expect(held).toEqual(target);
    }),
    { numRuns: 50 },
  );
});

test("a list that is as it should be takes no request", () => {
  fc.assert(
    fc.property(sides, ({ actual }) => {
      expect(planRows(actual, actual)).toEqual({ writes: [], takenOut: [], replaces: false });
    }),
  );
});

const thousand = tracks(1000);
const requests = (target: Places, actual: Places = thousand) =>
  planRows(actual, target).writes.length;
const without = (list: Places, every: number) => list.filter((_, index) => index % every !== 7);

test("ten rows that leave and ten that come together are two requests", () => {
  expect(requests([...without(thousand, 100), ...tracks(10, 2000)])).toBe(2);
  expect(requests([...tracks(10, 2000), ...without(thousand, 100)])).toBe(2);
});

test("a run that goes elsewhere is one move and keeps its dates", () => {
  const run = thousand.slice(300, 310);
  const rest = thousand.toSpliced(300, 10);
  expect(planRows(thousand, rest.toSpliced(700, 0, ...run)).writes).toEqual([
    { kind: "move", from: 300, before: 710, length: 10 },
  ]);
});

test("ten rows from everywhere that come to one place are taken out and put in at once", () => {
  const scattered = thousand.filter((_, index) => index % 100 === 7);
  expect(requests([...scattered, ...without(thousand, 100)])).toBe(2);
});

test("additions close to each other are made as one, with what stands between them", () => {
  const close = [500, 505, 510, 515, 520].reduce<Places>(
    (held, place, index) => held.toSpliced(place, 0, track(2000 + index)),
    thousand,
  );
  expect(requests(close)).toBe(2);
});

test("of copies that must go the others come back to their places", () => {
  const doubled = [...thousand, track(3), track(500)];
  expect(requests(thousand, doubled)).toBe(3);
});

test("another order altogether is a replacement, and said to be one", () => {
  expect(planRows(thousand, thousand.toReversed())).toMatchObject({ replaces: true });
  expect(requests(thousand.toReversed())).toBe(10);
});

test("a plan that was shown without replacing never replaces while it is carried out", () => {
  const turned = planRows(thousand, thousand.toReversed(), { mayReplace: false });
  expect(turned.replaces).toBe(false);
  expect(turned.writes.map(({ kind }) => kind)).not.toContain("replace");
});

test("with a row that a replacement would lose, another order still takes few requests", () => {
  const actual = [...thousand.slice(0, 400), null, ...thousand.slice(400)];
  const target = [...thousand.toReversed().slice(0, 10), null, ...thousand.toReversed().slice(10)];
  const { writes, replaces } = planRows(actual, target);
  expect(replaces).toBe(false);
  expect(apply(actual, writes)).toEqual(target);
  expect(writes.length).toBeLessThanOrEqual(22);
});

test("a target that would lose or make up what cannot be added is refused", () => {
  expect(() => planRows([null], [])).toThrow(RangeError);
  expect(() => planRows([], ["spotify:local:a:b:c:1"])).toThrow(RangeError);
});
