import { expect, test } from "vitest";
import { asksNothing, costWords, countWords, writesNothing } from "./plan-words";

test("one is one, and many are counted", () => {
  expect(countWords(1, "row")).toBe("1 row");
  expect(countWords(1200, "row")).toBe("1,200 rows");
});

test("what a plan costs is told in requests and time", () => {
  expect(costWords({ requests: 1, seconds: 1 })).toBe("1 request to Spotify, about 1 s");
  expect(costWords({ requests: 400, seconds: 600 })).toBe(
    "400 requests to Spotify, about 10 minutes",
  );
});

const inPlace = { adds: 0, removes: 0, moves: 0, isNew: false, follows: false };

test("a plan that adds, removes and moves nothing writes nothing, unless it makes a playlist", () => {
  expect(writesNothing(inPlace)).toBe(true);
  expect(writesNothing({ ...inPlace, moves: 1 })).toBe(false);
  expect(writesNothing({ ...inPlace, isNew: true })).toBe(false);
});

test("a plan that writes nothing is still approved where its playlist is to follow", () => {
  expect(asksNothing(inPlace)).toBe(true);
  expect(asksNothing({ ...inPlace, follows: true })).toBe(false);
  expect(asksNothing({ ...inPlace, isNew: true })).toBe(false);
});
