import fc from "fast-check";
import { expect, test } from "vitest";
import { lanes } from "@/lib/curation/lane";
import { type BoardView, readView, sorts, writeView } from "./board-view";
import { laneCounts, rowsOf } from "./rows";
import { makeBoard, makeTrack } from "./testing/make-board";

const usual: BoardView = { stage: "bronze", lane: null, sort: "date", text: "" };
const ids = (board: ReturnType<typeof makeBoard>, view: Partial<BoardView>) =>
  rowsOf(board, { ...usual, ...view }).map(({ id }) => id);

const board = makeBoard([
  makeTrack("old", { lane: "back_catalogue", bpm: 128, camelotKey: "1B", label: "Zeta" }),
  makeTrack("fast", { bpm: 140, camelotKey: "12A", artists: ["Björk"], label: "Alpha" }),
  makeTrack("slow", { bpm: 124, camelotKey: "2A", mixName: "Night Dub", label: null }),
  makeTrack("sorted", { categoryId: "c1" }),
  makeTrack("blank", { bpm: null, camelotKey: null }),
]);

test("shows only Bronze, in the order of the week, or one lane of it", () => {
  expect(ids(board, {})).toEqual(["old", "fast", "slow", "blank"]);
  expect(ids(board, { lane: "back_catalogue" })).toEqual(["old"]);
});

test("sorts by tempo, key and label over all lanes, what has none at the end", () => {
  expect(ids(board, { sort: "bpm" })).toEqual(["slow", "old", "fast", "blank"]);
  expect(ids(board, { sort: "key" })).toEqual(["old", "slow", "fast", "blank"]);
  expect(ids(board, { sort: "label" })).toEqual(["fast", "blank", "old", "slow"]);
});

test("the filter finds words without accents, tempo ranges and keys", () => {
  expect(ids(board, { text: "bjork" })).toEqual(["fast"]);
  expect(ids(board, { text: "124-128" })).toEqual(["old", "slow"]);
  expect(ids(board, { text: "140" })).toEqual(["fast"]);
  expect(ids(board, { text: "12a" })).toEqual(["fast"]);
  expect(ids(board, { text: "night slow" })).toEqual(["slow"]);
  expect(ids(board, { text: "nothing like this" })).toEqual([]);
});

test("counts what is left in each lane", () => {
  expect(laneCounts(board)).toMatchObject({ new: 3, back_catalogue: 1, compilation: 0 });
});

test("a view written into the address is read back the same", () => {
  const view = fc.record({
    stage: fc.constantFrom("bronze" as const, "silver" as const),
    lane: fc.constantFrom(null, ...lanes),
    sort: fc.constantFrom(...sorts),
    text: fc.string(),
  });
  fc.assert(
    fc.property(view, (wanted) => {
      expect(readView(writeView(wanted))).toEqual(wanted);
    }),
  );
});

test("an address with nonsense in it shows the usual view", () => {
  expect(readView("?stage=gold&lane=fast&sort=-1")).toEqual(usual);
});
