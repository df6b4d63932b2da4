import { expect, test } from "vitest";
import { categoryCounts, numbersOf } from "./board-numbers";
import { makeBoard, makeTrack } from "./testing/make-board";

test("counts the stages: promoted tracks stay in Silver, Trash is no stage", () => {
  const board = makeBoard([
    makeTrack("a"),
    makeTrack("b", { categoryId: "c1" }),
    makeTrack("c", { categoryId: "c1", promoted: true }),
    makeTrack("d", { categoryId: "trash" }),
  ]);
  expect(numbersOf(board)).toEqual({
    total: 4,
    bronze: 1,
    silver: 2,
    gold: 1,
    trash: 1,
    percentSorted: 75,
  });
  expect(categoryCounts(board)).toEqual(
    new Map([
      ["c1", 2],
      ["trash", 1],
    ]),
  );
});

test("says 100 % only when nothing is left", () => {
  const left = Array.from({ length: 400 }, (_, index) =>
    makeTrack(`t${index}`, { categoryId: index === 0 ? null : "c1" }),
  );
  expect(numbersOf(makeBoard(left)).percentSorted).toBe(99);
  expect(numbersOf(makeBoard([])).percentSorted).toBe(0);
});
