import { expect, test } from "vitest";
import { costWords, countWords, noChange } from "./plan-words";

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

test("a plan that adds, removes and moves nothing changes nothing", () => {
  expect(noChange({ adds: 0, removes: 0, moves: 0 })).toBe(true);
  expect(noChange({ adds: 0, removes: 0, moves: 1 })).toBe(false);
});
