import fc from "fast-check";
import { expect, test } from "vitest";
import { firstPlace, type Place, stepAfter } from "./place";

const PER_PAGE = 100;

/** Walks over ranges of the given sizes: the week's, or its days'. */
function walk(total: number, days: number[]) {
  const visited: Pick<Place, "day" | "page">[] = [];
  let place = firstPlace(1);
  for (;;) {
    visited.push({ day: place.day, page: place.page });
    const size = place.day === null ? total : (days[place.day] ?? 0);
    const last = place.page * PER_PAGE >= size;
    const step = stepAfter(place, { count: Math.min(size, 10_000), last });
    if ("end" in step) return { visited, ...step.end };
    place = step.next;
  }
}

test("reads each page of a week once and expects what was counted", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999 }), (total) => {
      const { visited, expected, steady } = walk(total, []);
      const pages = Math.max(1, Math.ceil(total / PER_PAGE));
      expect(visited).toEqual(
        Array.from({ length: pages }, (_, index) => ({ day: null, page: index + 1 })),
      );
      expect({ expected, steady }).toEqual({ expected: total, steady: true });
    }),
  );
});

test("a week that is counted no further is read day by day, and the days add up", () => {
  const day = fc.integer({ min: 0, max: 9_999 });
  fc.assert(
    fc.property(fc.array(day, { minLength: 7, maxLength: 7 }), (days) => {
      const { visited, expected } = walk(10_000, days);
      expect(expected).toBe(days.reduce((sum, size) => sum + size, 0));
      expect(new Set(visited.map(({ day, page }) => `${day} ${page}`)).size).toBe(visited.length);
    }),
  );
});

test("a count that moves while the pages are read is noticed, in any range", () => {
  const first = stepAfter(firstPlace(1), { count: 250, last: false });
  if (!("next" in first)) throw new Error("one page only");
  expect(stepAfter(first.next, { count: 251, last: true })).toEqual({
    end: { expected: 251, steady: false },
  });
  expect(stepAfter(first.next, { count: null, last: true })).toEqual({
    end: { expected: 250, steady: true },
  });
});

test("a day beyond what Beatport shows is refused, not cut short", () => {
  const place = { ...firstPlace(1), day: 2 };
  expect(() => stepAfter(place, { count: 10_000, last: false })).toThrow(RangeError);
});
