import fc from "fast-check";
import { expect, test } from "vitest";
import { COUNT_CAP, envelope, pageOf } from "./envelope";

const params = new URLSearchParams();
const pageThrough = (total: number, size: number) => {
  const items = Array.from({ length: total }, (_, index) => index);
  const seen: number[] = [];
  for (let number = 1; ; number += 1) {
    const page = { number, size };
    const answer = envelope({ path: "/", params, page }, items, (item) => item);
    seen.push(...(answer?.results ?? []));
    if (!answer?.next) return seen;
  }
};

test("following `next` to its end shows every item once", () => {
  fc.assert(
    fc.property(fc.nat(300), fc.integer({ min: 1, max: 100 }), (total, size) => {
      expect(pageThrough(total, size)).toEqual(Array.from({ length: total }, (_, index) => index));
    }),
  );
});

test("the count, and with it the pages, stop at 10 000", () => {
  const items = Array.from({ length: COUNT_CAP + 500 }, (_, index) => index);
  const ask = (number: number) =>
    envelope({ path: "/", params, page: { number, size: 100 } }, items, (item) => item);
  expect(ask(1)).toMatchObject({ count: 10_000, page: "1/100" });
  expect(ask(100)).toMatchObject({ next: null });
  expect(ask(101)).toBeNull();
});

test.each([
  ["", { number: 1, size: 10 }],
  ["page=3&per_page=50", { number: 3, size: 50 }],
  ["per_page=1000", { number: 1, size: 100 }],
  ["per_page=none", { number: 1, size: 10 }],
  ["page=0", null],
  ["page=last", null],
])("?%s asks for %o", (query, page) => {
  expect(pageOf(new URLSearchParams(query))).toEqual(page);
});
