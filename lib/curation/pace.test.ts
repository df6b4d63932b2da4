import fc from "fast-check";
import { expect, test } from "vitest";
import { minutesFor, pressesPerMinute, workedMinutes } from "./pace";

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 20) + seconds * 1000);
const everyTen = Array.from({ length: 13 }, (_, index) => at(index * 10));

test("a press every ten seconds is a pace of six", () => {
  expect(pressesPerMinute(everyTen)).toBe(6);
  expect(workedMinutes(everyTen)).toBe(2);
});

test("a pause over dinner is no work", () => {
  const after = everyTen.map((press) => new Date(press.getTime() + 3_600_000));
  expect(pressesPerMinute([...everyTen, ...after])).toBe(6);
});

test("the order of the presses does not matter", () =>
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 5000 })), (seconds) => {
      const presses = seconds.map(at);
      expect(workedMinutes(presses.toReversed())).toBe(workedMinutes(presses));
    }),
  ));

test("too few presses tell no pace, and presses of one instant do not either", () => {
  expect(pressesPerMinute(everyTen.slice(0, 5))).toBeNull();
  expect(pressesPerMinute(Array.from({ length: 9 }, () => at(0)))).toBeNull();
});

test("time left is whole minutes, at least one while something is left", () => {
  expect([minutesFor(60, 6), minutesFor(1, 6), minutesFor(0, 6), minutesFor(9, null)]).toEqual([
    10,
    1,
    0,
    null,
  ]);
});
