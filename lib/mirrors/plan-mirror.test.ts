import fc from "fast-check";
import { expect, test } from "vitest";
import { applyWrite, MOST_PER_WRITE, type Places, planMirror, type Write } from "./plan-mirror";

const apply = (places: Places, writes: readonly Write[]) =>
  writes.reduce<Places>((held, write) => applyWrite(held, write), places);

const uri = fc.nat({ max: 11 }).map((number) => `track-${number}`);
const uris = fc.uniqueArray(uri, { maxLength: 12 });
const byHandUri = fc.nat({ max: 5 }).map((number) => `hand-${number}`);
const place = fc.oneof(
  { weight: 6, arbitrary: uri },
  { weight: 2, arbitrary: byHandUri },
  { weight: 1, arbitrary: fc.constant(null) },
);
const sides = fc.record({
  base: uris,
  actual: fc.array(place, { maxLength: 16 }),
  desired: uris,
});

const check = (
  rule: (side: { base: string[]; actual: (string | null)[]; desired: string[] }) => void,
) => fc.assert(fc.property(sides, rule), { numRuns: 2000 });

test("the writes lead from what Spotify holds to the target", () =>
  check((side) => {
    const { target, writes } = planMirror(side);
    expect(apply(side.actual, writes)).toEqual(target);
  }));

test("what a person added survives every write, in its order", () =>
  check((side) => {
    const added = (places: Places) =>
      places.filter((one) => one === null || !side.base.includes(one));
    const { writes } = planMirror(side);
    const before = added(side.actual);
    let held: Places = side.actual;
    for (const write of writes) {
      held = applyWrite(held, write);
      expect(added(held).filter((one) => before.includes(one))).toEqual(before);
    }
  }));

test("Clouder's tracks stand in exactly the desired order, each once", () =>
  check((side) => {
    const { target, removedByHand } = planMirror(side);
    const byHand = side.actual.filter((one) => one !== null && !side.base.includes(one));
    const own = target.filter((one) => one !== null && !byHand.includes(one));
    expect(own).toEqual(
      side.desired.filter((one) => !removedByHand.includes(one) && !byHand.includes(one)),
    );
  }));

test("what a person removed is not put back", () =>
  check((side) => {
    const { target, removedByHand } = planMirror(side);
    const gone = side.desired.filter(
      (one) => side.base.includes(one) && !side.actual.includes(one),
    );
    expect(removedByHand).toEqual(gone);
    expect(target.filter((one) => one !== null && gone.includes(one))).toEqual([]);
  }));

test("a playlist in step asks for no write", () =>
  check(({ base, actual, desired }) => {
    const { target } = planMirror({ base, actual, desired });
    const byHand = actual.filter((one) => one !== null && !base.includes(one));
    const own = [...new Set([...base, ...desired.filter((one) => !byHand.includes(one))])];
    const again = planMirror({ base: own, actual: target, desired });
    expect(again).toMatchObject({ target, writes: [] });
  }));

const many = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `track-${from + index}`);

test("no write names more than a hundred", () =>
  fc.assert(
    fc.property(fc.nat({ max: 450 }), fc.nat({ max: 450 }), fc.nat({ max: 900 }), (a, b, from) => {
      const actual = many(a);
      const { writes } = planMirror({ base: actual, actual, desired: many(b, from) });
      for (const write of writes) expect(write.uris.length).toBeLessThanOrEqual(MOST_PER_WRITE);
    }),
  ));

test("few writes: a new list arrives in hundreds, an emptied one goes in one", () => {
  expect(planMirror({ base: [], actual: [], desired: many(250) }).writes).toMatchObject([
    { kind: "add", position: 0 },
    { kind: "add", position: 100 },
    { kind: "add", position: 200 },
  ]);
  const full = many(250);
  expect(planMirror({ base: full, actual: full, desired: [] }).writes).toEqual([
    { kind: "replace", uris: [] },
  ]);
});

test("sorting one track away is one removal, bringing it back one addition at its place", () => {
  const full = many(200);
  const less = full.filter((one) => one !== "track-70");
  expect(planMirror({ base: full, actual: full, desired: less }).writes).toEqual([
    { kind: "remove", uris: ["track-70"] },
  ]);
  expect(planMirror({ base: less, actual: less, desired: full }).writes).toEqual([
    { kind: "add", uris: ["track-70"], position: 70 },
  ]);
});

test("a list in another order is replaced when that is cheaper, never over hand-made places", () => {
  const base = many(6);
  const desired = ["track-1", "track-0", "track-3", "track-2", "track-5", "track-4"];
  expect(planMirror({ base, actual: base, desired }).writes).toEqual([
    { kind: "replace", uris: desired },
  ]);
  const actual = [...base, "hand"];
  const { target, writes } = planMirror({ base, actual, desired });
  expect(writes.map(({ kind }) => kind)).not.toContain("replace");
  expect(target).toEqual([...desired.slice(0, 5), "hand", "track-4"]);
});

test("a hand-made track stays behind its neighbour while others come and go around it", () => {
  const base = ["a", "b", "c"];
  const actual = ["a", "b", "hand", "c"];
  expect(planMirror({ base, actual, desired: ["n", "a", "b", "c"] }).target).toEqual([
    "n",
    "a",
    "b",
    "hand",
    "c",
  ]);
  expect(planMirror({ base, actual, desired: ["a", "c"] }).target).toEqual(["a", "hand", "c"]);
});

test("a track that was added by hand first is not added again", () => {
  const plan = planMirror({ base: ["a"], actual: ["b", "a"], desired: ["a", "b"] });
  expect(plan).toMatchObject({ target: ["b", "a"], writes: [], addedByHand: 1 });
});

test("a track of ours that stands twice is put right", () => {
  const { target } = planMirror({ base: ["a", "b"], actual: ["a", "b", "a"], desired: ["a", "b"] });
  expect(target).toEqual(["a", "b"]);
});
