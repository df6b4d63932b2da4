import { expect, test } from "vitest";
import { rankMovement } from "./rank-movement";

const row = (month: string, rank: number, key: string) => ({
  month,
  rank,
  key,
  name: key,
  plays: 9,
});

test("says how many places were won or lost since the month before, and what is new", () => {
  const months = rankMovement([
    row("2025-02-01", 1, "b"),
    row("2025-01-01", 1, "a"),
    row("2025-01-01", 2, "b"),
    row("2025-02-01", 2, "c"),
    row("2025-03-01", 2, "a"),
    row("2025-03-01", 1, "c"),
  ]);
  const told = months.map(({ places }) => places.map(({ key, moved }) => [key, moved]));
  expect(told).toEqual([
    [
      ["a", null],
      ["b", null],
    ],
    [
      ["b", 1],
      ["c", null],
    ],
    [
      ["c", 1],
      ["a", null],
    ],
  ]);
});
