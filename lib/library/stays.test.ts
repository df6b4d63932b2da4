import fc from "fast-check";
import { expect, test } from "vitest";
import { type Seen, staysOf, staysWithin } from "./stays";

const day = (number: number) => new Date(Date.UTC(2026, 0, number)).toISOString();
const there = (at: number, added: number | null = null): Seen => ({
  at: day(at),
  addedAt: added === null ? null : day(added),
  gone: false,
});
const gone = (at: number): Seen => ({ at: day(at), addedAt: null, gone: true });
const stay = (from: number, to: number | null, fromIsExact = true) => ({
  from: day(from),
  fromIsExact,
  to: to === null ? null : day(to),
});

test("a stay begins when it was added, or was first seen, and lasts until it was seen to be gone", () => {
  expect(staysOf([there(5, 2), gone(9)])).toEqual([stay(2, 9)]);
  expect(staysOf([there(5)])).toEqual([stay(5, null, false)]);
  expect(staysOf([there(5, 2), gone(9), there(12, 11)])).toEqual([stay(2, 9), stay(11, null)]);
  expect(staysOf([])).toEqual([]);
});

test("a new description is no new stay, a new date of addition is", () => {
  expect(staysOf([there(5, 2), there(8, 2)])).toEqual([stay(2, null)]);
  expect(staysOf([there(5, 2), there(8, 7)])).toEqual([stay(2, 7), stay(7, null)]);
});

test("stays follow each other, and only the last may last", () => {
  const sights = fc.array(
    fc.record({ added: fc.option(fc.integer({ min: 0, max: 3 })), gone: fc.boolean() }),
  );
  fc.assert(
    fc.property(sights, (list) => {
      const seen = list.map(({ added, gone: isGone }, index) =>
        isGone
          ? gone(index * 5 + 5)
          : there(index * 5 + 5, added === null ? null : index * 5 + added),
      );
      const stays = staysOf(seen);
      for (const [index, { from, to }] of stays.entries()) {
        const next = stays[index + 1];
        if (next) expect(to).not.toBeNull();
        if (to !== null) expect(Date.parse(from)).toBeLessThanOrEqual(Date.parse(to));
        if (to !== null && next) expect(Date.parse(to)).toBeLessThanOrEqual(Date.parse(next.from));
      }
      expect(stays.some(({ to }) => to === null)).toBe(seen.length > 0 && !seen.at(-1)?.gone);
    }),
  );
});

test("a track leaves with its playlist, and is back with it", () => {
  const inPlaylist = [stay(2, null)];
  expect(staysWithin(inPlaylist, [stay(5, 9, false)])).toEqual([stay(2, 9)]);
  expect(staysWithin(inPlaylist, [stay(5, 9, false), stay(12, null, false)])).toEqual([
    stay(2, 9),
    stay(12, null, false),
  ]);
  expect(staysWithin([stay(2, 4)], [stay(5, 9, false), stay(12, null, false)])).toEqual([
    stay(2, 4),
  ]);
});
