import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Functions, readFunctions } from "./function-config";
import { laneOf, shareSlots } from "./lanes";

const config = (id: string, concurrency: unknown) => ({
  id,
  triggers: [{ event: "go" }],
  steps: { step: { runtime: { type: "http", url: "http://app" } } },
  concurrency,
});

const functions: Functions = readFunctions([
  config("free", undefined),
  config("keyed", { key: "event.data.user", limit: 2 }),
  config("one", [{ scope: "account", key: '"shared"', limit: 3 }, { limit: 1 }]),
  config("two", [{ scope: "account", key: '"shared"', limit: 2 }]),
]).functions;

const lane = (id: string, user = "") => {
  const fn = functions.get(id);
  if (!fn) throw new Error(id);
  return laneOf(fn, { data: { user } });
};

const lanes = [lane("free"), lane("keyed", "a"), lane("keyed", "b"), lane("one"), lane("two")];

const load = fc.uniqueArray(
  fc.record({ lane: fc.constantFrom(...lanes), count: fc.integer({ min: 1, max: 9 }) }),
  {
    selector: ({ lane }) => lane,
  },
);

const total = (shares: Iterable<number>) => [...shares].reduce((sum, count) => sum + count, 0);

describe("shareSlots", () => {
  test("gives away no more than the slots, and no lane more than waits in it", () => {
    fc.assert(
      fc.property(load, load, fc.integer({ min: 0, max: 20 }), (waiting, running, slots) => {
        const shares = shareSlots(functions, { slots, waiting, running });
        expect(total(shares.values())).toBeLessThanOrEqual(slots);
        for (const { lane, count } of waiting) {
          expect(shares.get(lane) ?? 0).toBeLessThanOrEqual(count);
        }
      }),
    );
  });

  test("exceeds no limit that was not exceeded before", () => {
    const limits = [
      { lanes: [lane("keyed", "a")], limit: 2 },
      { lanes: [lane("keyed", "b")], limit: 2 },
      { lanes: [lane("one")], limit: 1 },
    ];
    fc.assert(
      fc.property(load, load, (waiting, running) => {
        const shares = shareSlots(functions, { slots: 50, waiting, running });
        const count = (list: typeof running, names: string[]) =>
          total(list.filter((entry) => names.includes(entry.lane)).map((entry) => entry.count));
        for (const { lanes: names, limit } of limits) {
          const before = count(running, names);
          const given = total(names.map((name) => shares.get(name) ?? 0));
          expect(given).toBeLessThanOrEqual(Math.max(0, limit - before));
        }
      }),
    );
  });

  test("leaves no slot unused while a lane without limits waits", () => {
    fc.assert(
      fc.property(load, load, fc.integer({ min: 0, max: 20 }), (others, running, slots) => {
        const waiting = [
          ...others.filter((entry) => entry.lane !== lane("free")),
          { lane: lane("free"), count: 50 },
        ];
        const shares = shareSlots(functions, { slots, waiting, running });
        expect(total(shares.values())).toBe(slots);
      }),
    );
  });

  test("serves the lane with the fewest calls under way first", () => {
    const shares = shareSlots(functions, {
      slots: 1,
      waiting: [
        { lane: lane("keyed", "a"), count: 9 },
        { lane: lane("keyed", "b"), count: 1 },
      ],
      running: [{ lane: lane("keyed", "a"), count: 1 }],
    });
    expect([...shares]).toEqual([[lane("keyed", "b"), 1]]);
  });

  test("counts a key that functions share across all of them", () => {
    const shares = shareSlots(functions, {
      slots: 9,
      waiting: [{ lane: lane("two"), count: 9 }],
      running: [{ lane: lane("one"), count: 1 }],
    });
    expect([...shares]).toEqual([[lane("two"), 1]]);
  });
});
