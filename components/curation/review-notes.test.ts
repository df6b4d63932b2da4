import { expect, test } from "vitest";
import { camelotRank, inHarmony, parseCamelot } from "@/lib/catalog/camelot";
import { reviewNotes } from "./review-notes";
import { makeBoard, makeTrack } from "./testing/make-board";

const inC1 = (id: string, change = {}) => makeTrack(id, { categoryId: "c1", ...change });
const notesOf = (...tracks: ReturnType<typeof makeTrack>[]) =>
  Object.fromEntries(reviewNotes(makeBoard(tracks), [tracks]));

test("says when a tempo is far from its list's usual one", () => {
  const usual = ["a", "b", "c", "d"].map((id) => inC1(id));
  expect(notesOf(...usual, inC1("e", { bpm: 138 }))).toEqual({ e: ["tempo +8"] });
  expect(notesOf(...usual, inC1("e", { bpm: 121 }))).toEqual({ e: ["tempo −9"] });
  expect(notesOf(...usual, inC1("e", { bpm: 135 }))).toEqual({});
  expect(notesOf(...usual, inC1("e", { bpm: 66 }))).toEqual({ e: ["half time"] });
});

test("says when no other track of the list mixes with a key", () => {
  const usual = ["a", "b", "c", "d"].map((id) => inC1(id));
  expect(notesOf(...usual, inC1("e", { camelotKey: "3B" }))).toEqual({
    e: ["key apart"],
  });
  expect(notesOf(...usual, inC1("e", { camelotKey: "9A" }))).toEqual({});
});

test("a short list has nothing usual to differ from", () => {
  expect(notesOf(inC1("a"), inC1("b", { bpm: 170, camelotKey: "3B" }))).toEqual({});
});

test("names the other place of the same recording", () => {
  const notes = notesOf(inC1("a", { isrc: "X" }), makeTrack("b", { isrc: "X", categoryId: "c2" }));
  expect(notes).toEqual({ a: ["also in Category 2"], b: ["also in Category 1"] });
});

test("names the Golden lists that hold it already, but not the one it has just joined", () => {
  const notes = notesOf(
    inC1("a", { alreadyGolden: ["Category 3"] }),
    inC1("b", { alreadyGolden: ["Category 1"], promoted: true }),
  );
  expect(notes).toEqual({ a: ["already in Gold: Category 3"] });
});

test("keys mix with their neighbours on the wheel, across twelve as well", () => {
  const mixes = (one: string, other: string) => {
    const [a, b] = [parseCamelot(one), parseCamelot(other)];
    return a !== null && b !== null && inHarmony(a, b);
  };
  expect([mixes("12A", "1A"), mixes("8A", "8B"), mixes("8A", "9B"), mixes("8A", "10A")]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(parseCamelot("13A")).toBeNull();
  expect(camelotRank("1A")).toBeLessThan(camelotRank("1B"));
  expect(camelotRank("9B")).toBeLessThan(camelotRank("10A"));
});
