import { expect, test } from "vitest";
import type { PartView } from "@/lib/library/library-view";
import { broughtWords, durationWords, shareRead, storedWords } from "./sync-words";

const part: PartView = {
  part: "saved_tracks",
  status: "running",
  requested: null,
  stored: 0,
  appended: 0,
  gone: 0,
  unreadable: 0,
  requests: 0,
  waitingUntil: null,
  problem: null,
  startedAt: null,
  finishedAt: null,
};

test("a part tells what is stored of what there is, and nothing before it knows", () => {
  expect(storedWords(part)).toBe("");
  expect(storedWords({ ...part, stored: 50 })).toBe("50");
  expect(storedWords({ stored: 1_200, requested: 4_630 })).toBe("1,200 of 4,630");
});

test("a bar is full only when its part is complete, and of unknown length only while it runs", () => {
  expect(shareRead(part)).toBeNull();
  expect(shareRead({ ...part, status: "failed" })).toBe(0);
  expect(shareRead({ ...part, requested: 200, stored: 50 })).toBe(0.25);
  expect(shareRead({ ...part, status: "complete", requested: 0 })).toBe(1);
  expect(shareRead({ ...part, status: "partial", requested: 0 })).toBe(0);
});

test("what a sync brought is told apart from what left", () => {
  expect(broughtWords({ appended: 0, gone: 0 })).toBe("");
  expect(broughtWords({ appended: 4, gone: 1 })).toBe("3 new or changed, 1 gone");
  expect(broughtWords({ appended: 1, gone: 1 })).toBe("1 gone");
});

test("a duration is as exact as it is worth", () => {
  const after = (seconds: number) =>
    durationWords(
      "2026-11-21T10:00:00Z",
      new Date(Date.UTC(2026, 10, 21, 10, 0, seconds)).toISOString(),
    );
  expect([after(4), after(42), after(185), after(7_800)]).toEqual([
    "4 s",
    "42 s",
    "3 min 5 s",
    "2 h 10 min",
  ]);
  expect(durationWords(null, null)).toBe("");
});
