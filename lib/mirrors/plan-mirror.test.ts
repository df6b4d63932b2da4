import fc from "fast-check";
import { expect, test } from "vitest";
import { applyToRows, applyWrite, type PlaylistWrite } from "@/lib/playlists/playlist-write";
import { ownersOf, type Places, type Row, urisOf } from "@/lib/playlists/row";
import { planMirror } from "./plan-mirror";

const track = (number: number | string) => `spotify:track:${number}`;
const many = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => track(from + index));
const ours = (uris: readonly string[]): Row[] => uris.map((uri) => ({ uri, by: "rule" }));
const byHand = (uri: string | null): Row => ({ uri, by: "hand" });

/** What Clouder put there stands once; people put in anything, copies of it too. */
const uri = fc.nat({ max: 11 }).map(track);
const uris = fc.uniqueArray(uri, { maxLength: 12 });
const hand = fc.oneof(
  { weight: 4, arbitrary: uri },
  { weight: 2, arbitrary: fc.nat({ max: 3 }).map((number) => track(`hand-${number}`)) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const rows = fc
  .record({ own: uris, hands: fc.array(fc.tuple(hand, fc.nat({ max: 12 })), { maxLength: 8 }) })
  .map(({ own, hands }) =>
    hands.reduce((list, [place, at]) => list.toSpliced(at, 0, byHand(place)), ours(own)),
  );
const sides = fc.record({ rows, desiredUris: uris, removed: uris });

const apply = (places: Places, writes: readonly PlaylistWrite[]) =>
  writes.reduce<Places>((held, write) => applyWrite(held, write), places);

type Side = { rows: Row[]; desiredUris: string[]; removed: string[] };
const planOf = ({ rows: held, desiredUris, removed }: Side) => {
  const there = new Set(urisOf(held));
  const removedByHand = removed.filter((one) => !there.has(one));
  const list = { desiredUris, refusedUris: [] };
  return { removedByHand, ...planMirror(list, { rows: held, removedByHand, isFresh: true }) };
};
const check = (rule: (side: Side) => void) => fc.assert(fc.property(sides, rule), { numRuns: 300 });

test("the writes lead from what Spotify holds to the target", () =>
  check((side) => {
    const { target, writes } = planOf(side);
    expect(apply(urisOf(side.rows), writes)).toEqual(urisOf(target));
  }));

test("every row of a person is still there in the end, copies of our tracks too", () =>
  check((side) => {
    const handMade = (list: readonly Row[]) => urisOf(list.filter(({ by }) => by === "hand"));
    const { target } = planOf(side);
    expect(handMade(target).toSorted()).toEqual(handMade(side.rows).toSorted());
  }));

test("ours stand in exactly the desired order, each once", () =>
  check((side) => {
    const { target, removedByHand } = planOf(side);
    const held = new Set(urisOf(side.rows.filter(({ by }) => by === "rule")));
    const handMade = new Set(urisOf(side.rows.filter(({ by }) => by === "hand")));
    expect(urisOf(target.filter(({ by }) => by === "rule"))).toEqual(
      side.desiredUris.filter(
        (one) => held.has(one) || !(handMade.has(one) || removedByHand.includes(one)),
      ),
    );
  }));

test("what a person removed is not put back, and is forgotten once the list is without it", () =>
  check((side) => {
    const { target, leftOut, removedByHand } = planOf(side);
    const gone = side.desiredUris.filter((one) => removedByHand.includes(one));
    expect(leftOut).toEqual(gone);
    expect(urisOf(target).filter((one) => one !== null && gone.includes(one))).toEqual([]);
  }));

test("a playlist in step asks for no write", () =>
  check((side) => {
    const { target, leftOut } = planOf(side);
    const again = planMirror(
      { desiredUris: side.desiredUris, refusedUris: [] },
      { rows: target, removedByHand: leftOut, isFresh: true },
    );
    expect(again).toMatchObject({ target, writes: [] });
  }));

const planFor = (held: readonly string[], desiredUris: readonly string[]) =>
  planMirror(
    { desiredUris, refusedUris: [] },
    { rows: ours(held), removedByHand: [], isFresh: true },
  );

test("few writes: a new list arrives in hundreds, an emptied one goes in one", () => {
  expect(planFor([], many(250)).writes).toMatchObject([
    { kind: "add", position: 0 },
    { kind: "add", position: 100 },
    { kind: "add", position: 200 },
  ]);
  expect(planFor(many(250), []).writes).toEqual([{ kind: "replace", uris: [] }]);
});

test("sorting one track away is one removal, bringing it back one addition at its place", () => {
  const full = many(200);
  const less = full.filter((one) => one !== track(70));
  expect(planFor(full, less).writes).toEqual([{ kind: "remove", uris: [track(70)] }]);
  expect(planFor(less, full).writes).toEqual([{ kind: "add", uris: [track(70)], position: 70 }]);
});

test("a list in another order is replaced when that is cheaper, never over rows of a person or unread", () => {
  const base = many(6);
  const desiredUris = [1, 0, 3, 2, 5, 4].map(track);
  expect(planFor(base, desiredUris).writes).toEqual([{ kind: "replace", uris: desiredUris }]);
  const believed = { rows: ours(base), removedByHand: [], isFresh: false };
  expect(planMirror({ desiredUris, refusedUris: [] }, believed).replaces).toBe(false);
  const held = [...ours(base), byHand(track("hand"))];
  const { writes } = planMirror(
    { desiredUris, refusedUris: [] },
    { rows: held, removedByHand: [], isFresh: true },
  );
  expect(writes.map(({ kind }) => kind)).not.toContain("replace");
});

test("a person's row stays behind its neighbour while others come and go around it", () => {
  const [a = "", b = "", c = "", n = ""] = many(4);
  const held = [...ours([a, b]), byHand(track("hand")), ...ours([c])];
  const targetFor = (desiredUris: string[]) =>
    urisOf(
      planMirror({ desiredUris, refusedUris: [] }, { rows: held, removedByHand: [], isFresh: true })
        .target,
    );
  expect(targetFor([n, a, b, c])).toEqual([n, a, b, track("hand"), c]);
  expect(targetFor([a, c])).toEqual([a, track("hand"), c]);
});

test("what Spotify refused is left out", () => {
  const list = { desiredUris: many(3), refusedUris: [track(1)] };
  const { target } = planMirror(list, { rows: [], removedByHand: [], isFresh: true });
  expect(urisOf(target)).toEqual([track(0), track(2)]);
});

test("a copy whose track leaves the list is put back by the plan that takes ours away", () => {
  const [a = "", b = ""] = many(2);
  const held = [...ours([a, b]), byHand(a)];
  const list = { desiredUris: [b], refusedUris: [] };
  const { writes, target } = planMirror(list, { rows: held, removedByHand: [], isFresh: true });
  expect(target).toEqual([...ours([b]), byHand(a)]);
  expect(writes).toEqual([
    { kind: "remove", uris: [a] },
    { kind: "add", uris: [a], position: 1 },
  ]);
  const known = writes.reduce<Row[]>(
    (list, write) => applyToRows(list, write, write.kind === "add" ? ownersOf("h") : []),
    held,
  );
  expect(known).toEqual(target);
});

test("of a list that no playlist can hold the beginning is held, beside what a person put there", () => {
  const held: Row[] = [byHand(track("mine"))];
  const list = { desiredUris: many(10_050), refusedUris: [] };
  const plan = planMirror(list, { rows: held, removedByHand: [], isFresh: true });
  expect(plan.target).toHaveLength(10_000);
  expect(urisOf(plan.target)).toContain(track("mine"));
  expect(plan.beyond).toBe(51);
});
