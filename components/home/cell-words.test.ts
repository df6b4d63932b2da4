import { expect, test } from "vitest";
import type { HomeCell } from "@/lib/curation/home";
import { cellWords } from "./cell-words";

const collected = { status: "complete", expected: 214, fetched: 214, stored: 214 } as const;
const counts = { tracks: 214, bronze: 100, silver: 60, gold: 31, trash: 23 };
const cell = (values: Partial<HomeCell>): HomeCell => ({
  week: { year: 2026, week: 46 },
  collection: collected,
  period: null,
  counts,
  ...values,
});
const words = (values: Partial<HomeCell>) => cellWords(cell(values)).text;

test("says how far a collection is, and nothing exact while its size is unknown", () => {
  const running = { ...collected, status: "running" as const, fetched: 133 };
  expect(words({ collection: running })).toBe("collecting 62 %");
  expect(words({ collection: { ...running, expected: null } })).toBe("collecting");
});

test("tells a week that waits from one under way, one to review and one behind us", () => {
  expect(words({})).toBe("214 new");
  expect(words({ period: { status: "IN_PROGRESS", closed: false } })).toBe("100 left");
  expect(words({ period: { status: "SORTED", closed: false } })).toBe("to review");
  expect(words({ period: { status: "SORTED", closed: true } })).toBe("31 gold");
});

test("does not call a week that could not be fetched empty", () => {
  const failed = { ...collected, status: "failed" as const, stored: 0 };
  const none = { ...counts, tracks: 0 };
  expect(words({ collection: failed, counts: none })).toBe("failed");
  expect(words({ collection: null, counts: none })).toBe("not yet");
});
