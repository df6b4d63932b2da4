import fc from "fast-check";
import { expect, test } from "vitest";
import {
  afterAnswer,
  afterRefusal,
  LEAST_SHARE,
  type Limit,
  mostInWindow,
  reserveOf,
} from "./pace";

const limits = fc.record({
  requests: fc.integer({ min: 1, max: 10_000 }),
  windowS: fc.integer({ min: 1, max: 3600 }),
});
const shares = fc.double({ min: LEAST_SHARE, max: 1, noNaN: true });

const live = (start: number, fine: readonly boolean[], limit: Limit) =>
  fine.reduce((share, one) => (one ? afterAnswer(share, limit) : afterRefusal(share)), start);

test("whatever happens, the rate stays between its floor and the configured one", () => {
  fc.assert(
    fc.property(limits, shares, fc.array(fc.boolean()), (limit, start, fine) => {
      const share = live(start, fine, limit);
      expect(share).toBeGreaterThanOrEqual(LEAST_SHARE);
      expect(share).toBeLessThanOrEqual(1);
      expect(mostInWindow("interactive", limit, share)).toBeLessThanOrEqual(limit.requests);
      expect(mostInWindow("background", limit, share)).toBeGreaterThanOrEqual(1);
    }),
  );
});

test("a refusal slows down and an answer never does", () => {
  fc.assert(
    fc.property(limits, shares, (limit, share) => {
      expect(afterRefusal(share)).toBeLessThanOrEqual(share);
      expect(afterAnswer(share, limit)).toBeGreaterThanOrEqual(share);
      if (share > LEAST_SHARE) expect(afterRefusal(share)).toBeLessThan(share);
      if (share < 1) expect(afterAnswer(share, limit)).toBeGreaterThan(share);
    }),
  );
});

test("after any number of refusals, nine windows' worth of answers bring the whole rate back", () => {
  fc.assert(
    fc.property(limits, fc.nat({ max: 50 }), (limit, refusals) => {
      const slowed = live(1, Array(refusals).fill(false), limit);
      const answers = Array(9 * limit.requests + 1).fill(true);
      expect(live(slowed, answers, limit)).toBe(1);
    }),
    { numRuns: 20 },
  );
});

test("people find room that the background leaves, and it is little", () => {
  fc.assert(
    fc.property(limits, shares, (limit, share) => {
      const people = mostInWindow("interactive", limit, share);
      const background = mostInWindow("background", limit, share);
      expect(people - background).toBe(Math.min(reserveOf("background", limit), people - 1));
      expect(background).toBeGreaterThanOrEqual(Math.min(people - 1, people * 0.6 - 1));
    }),
  );
});
