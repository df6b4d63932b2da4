import { expect, test } from "vitest";
import { afterIdFor, columnsOf, focusAfterLeaving, placeIn, stepIn } from "./columns";
import { makeBoard, makeTrack } from "./testing/make-board";

const silver = (id: string, categoryId: string, silverPosition: string) =>
  makeTrack(id, { categoryId, silverPosition });

const columns = columnsOf(
  makeBoard([
    silver("b", "c1", "a1"),
    silver("a", "c1", "a0"),
    silver("z", "c3", "a0"),
    silver("gone", "trash", "a0"),
    makeTrack("bronze"),
  ]),
);
const at = (column: number, row: number, id: string | null) => ({ column, row, id });

test("shows every category but Trash, each in its own order", () => {
  expect(columns.map(({ tracks }) => tracks.map(({ id }) => id))).toEqual([["a", "b"], [], ["z"]]);
});

test("arrows go along a list, and across over empty ones", () => {
  expect(stepIn(columns, at(0, 0, "a"), 1, 0)).toEqual(at(0, 1, "b"));
  expect(stepIn(columns, at(0, 1, "b"), 1, 0)).toEqual(at(0, 1, "b"));
  expect(stepIn(columns, at(0, 1, "b"), 0, 1)).toEqual(at(2, 0, "z"));
  expect(stepIn(columns, at(2, 0, "z"), 0, 1)).toEqual(at(2, 0, "z"));
  expect(stepIn(columns, at(2, 0, "z"), 0, -1)).toEqual(at(0, 0, "a"));
});

test("a track that leaves hands the focus to its neighbour", () => {
  expect(focusAfterLeaving(columns, at(0, 0, "a")).id).toBe("b");
  expect(focusAfterLeaving(columns, at(0, 1, "b")).id).toBe("a");
});

test("an empty list hands the focus to one that holds something", () => {
  expect(placeIn(columns, at(1, 0, null)).track?.id).toBe("a");
  expect(placeIn(columnsOf(makeBoard([])), at(0, 0, null)).track).toBeNull();
});

test("one place up or down names the track to come after", () => {
  const tracks = ["a", "b", "c"].map((id) => makeTrack(id));
  expect(afterIdFor(tracks, 1, -1)).toBeNull();
  expect(afterIdFor(tracks, 1, 1)).toBe("c");
  expect(afterIdFor(tracks, 2, -1)).toBe("a");
  expect(afterIdFor(tracks, 0, -1)).toBeUndefined();
  expect(afterIdFor(tracks, 2, 1)).toBeUndefined();
});
