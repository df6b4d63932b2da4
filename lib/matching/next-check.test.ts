import { expect, test } from "vitest";
import { isReusable, nextCheckAt, retryAt } from "./next-check";

const now = new Date("2026-11-21T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

test("a track that is not out yet is looked for after its release", () => {
  expect(nextCheckAt({ publishDate: "2026-12-04", attempts: 3, now })).toEqual(
    new Date("2026-12-05T00:00Z"),
  );
});

test("a track that is out is looked for in a week, then ever more rarely", () => {
  const days = [1, 2, 3, 6, 60].map((attempts) => {
    const next = nextCheckAt({ publishDate: "2026-11-13", attempts, now });
    return (next.getTime() - now.getTime()) / 86_400_000;
  });
  expect(days).toEqual([7, 14, 28, 112, 112]);
});

test("what could not be asked is asked again within the hour", () => {
  const minutes = [1, 3, 40].map(
    (attempts) => (retryAt({ attempts, now }).getTime() - now.getTime()) / 60_000,
  );
  expect(minutes).toEqual([2, 8, 60]);
});

test("an answer serves other tracks of its ISRC while it is fresh", () => {
  const first = { checkedAt: null, now };
  expect(isReusable({ hits: 2, fetchedAt: daysAgo(29) }, first)).toBe(true);
  expect(isReusable({ hits: 2, fetchedAt: daysAgo(31) }, first)).toBe(false);
  expect(isReusable({ hits: 0, fetchedAt: daysAgo(5) }, first)).toBe(true);
  expect(isReusable({ hits: 0, fetchedAt: daysAgo(7) }, first)).toBe(false);
});

test("a track that was settled with an answer is not settled with it again", () => {
  const again = { checkedAt: daysAgo(1), now };
  expect(isReusable({ hits: 0, fetchedAt: daysAgo(1) }, again)).toBe(false);
  expect(isReusable({ hits: 1, fetchedAt: daysAgo(0.5) }, again)).toBe(true);
});
