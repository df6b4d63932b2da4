import fc from "fast-check";
import { expect, test } from "vitest";
import type { Board, Placement } from "@/lib/curation/board";
import { applyPress, applyPresses, type Press, placementsOf, silverList } from "./press";
import { bronzeBoard } from "./testing/make-board";

const SIZE = 8;
const board = bronzeBoard(SIZE);
const trackId = fc.integer({ min: 0, max: SIZE - 1 }).map((index) => `t${index}`);
const trackIds = fc.uniqueArray(trackId, { minLength: 1, maxLength: 4 });
const categoryId = fc.constantFrom("c1", "c2", "c3", "trash", null);
const key = fc.uuid();

const move = fc.record({ kind: fc.constant("move" as const), key, trackIds, categoryId });
const promote = fc.record({ kind: fc.constant("promote" as const), key, trackIds });
const reorder = fc.record({
  kind: fc.constant("reorder" as const),
  key,
  trackId,
  afterId: fc.option(trackId),
});
const presses = fc.array(fc.oneof(move, promote, reorder), { maxLength: 12 });

const standing = (state: Board): Placement[] =>
  placementsOf(
    state,
    state.tracks.map(({ id }) => id),
  );
const touched = (press: Press) =>
  press.kind === "reorder"
    ? [press.trackId]
    : press.kind === "undo"
      ? press.placements.map(({ id }) => id)
      : press.trackIds;

test("taking back every press, newest first, returns to the start", () => {
  fc.assert(
    fc.property(presses, (list) => {
      const befores: Placement[][] = [];
      let state = board;
      for (const press of list) {
        befores.push(placementsOf(state, touched(press)));
        state = applyPress(state, press);
      }
      for (const placements of befores.toReversed()) {
        state = applyPress(state, { kind: "undo", key: "u", undoes: null, placements });
      }
      expect(standing(state)).toEqual(standing(board));
    }),
  );
});

test("a press that failed takes back its own tracks and leaves all others where they are", () => {
  fc.assert(
    fc.property(presses, fc.nat(), (list, pick) => {
      const failed = list[pick % Math.max(list.length, 1)];
      if (!failed) return;
      const all = applyPresses(board, list);
      const without = applyPresses(
        board,
        list.filter((press) => press !== failed),
      );
      const own = new Set(touched(failed));
      const others = (state: Board) =>
        state.tracks
          .filter(({ id }) => !own.has(id))
          .map(({ id, categoryId, promoted }) => ({ id, categoryId, promoted }));
      expect(others(without)).toEqual(others(all));
    }),
  );
});

test("a press the server has answered may be laid over its own answer", () => {
  fc.assert(
    fc.property(move, (press) => {
      const once = applyPress(board, press);
      const places = (state: Board) => state.tracks.map(({ categoryId }) => categoryId);
      expect(places(applyPress(once, press))).toEqual(places(once));
    }),
  );
});

test("moved tracks join the end of their list in the order they were chosen", () => {
  const first: Press = { kind: "move", key: "1", trackIds: ["t3"], categoryId: "c1" };
  const second: Press = { kind: "move", key: "2", trackIds: ["t1", "t0"], categoryId: "c1" };
  const sorted = applyPresses(board, [first, second]);
  expect(silverList(sorted, "c1").map(({ id }) => id)).toEqual(["t3", "t1", "t0"]);
  expect(sorted.undoable).toBe(2);
});

test("reordering is the same as moving an item of a plain list", () => {
  const ids = ["t0", "t1", "t2", "t3", "t4"];
  const filled = applyPress(board, { kind: "move", key: "m", trackIds: ids, categoryId: "c1" });
  const item = fc.constantFrom(...ids);
  fc.assert(
    fc.property(fc.array(fc.tuple(item, fc.option(item))), (steps) => {
      let state = filled;
      let list = ids;
      for (const [id, afterId] of steps) {
        if (id === afterId) continue;
        state = applyPress(state, { kind: "reorder", key: "r", trackId: id, afterId });
        list = list.filter((other) => other !== id);
        list = list.toSpliced(afterId === null ? 0 : list.indexOf(afterId) + 1, 0, id);
      }
      expect(silverList(state, "c1").map(({ id }) => id)).toEqual(list);
    }),
  );
});

test("only Silver tracks that Gold does not hold yet are promoted", () => {
  const sorted = applyPress(board, {
    kind: "move",
    key: "m",
    trackIds: ["t0", "t1"],
    categoryId: "c1",
  });
  const known = {
    ...sorted,
    tracks: sorted.tracks.map((track) =>
      track.id === "t1" ? { ...track, alreadyGolden: ["Category 1"] } : track,
    ),
  };
  const result = applyPress(known, { kind: "promote", key: "p", trackIds: ["t0", "t1", "t2"] });
  expect(result.tracks.filter(({ promoted }) => promoted).map(({ id }) => id)).toEqual(["t0"]);
});
