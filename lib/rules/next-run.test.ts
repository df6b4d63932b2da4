import { expect, test } from "vitest";
import { nextDue, nextTry } from "./next-run";

const at = (hours: number) => new Date(Date.UTC(2026, 10, 23) + hours * 3_600_000);
const daily = { scheduleHours: 24, firstDueAt: at(24) };

test("a schedule is due at its own moments, however late the last run was", () => {
  expect(nextDue({ ...daily, now: at(3) })).toEqual(at(24));
  expect(nextDue({ ...daily, now: at(24) })).toEqual(at(48));
  expect(nextDue({ ...daily, now: at(25.7) })).toEqual(at(48));
  expect(nextDue({ ...daily, now: at(24 * 9 + 1) })).toEqual(at(24 * 10));
});

test("one that never ran is due after its hours, and none is never due", () => {
  expect(nextDue({ ...daily, firstDueAt: null, now: at(3) })).toEqual(at(27));
  expect(nextDue({ ...daily, scheduleHours: null, now: at(3) })).toBeNull();
  expect(nextTry({ ...daily, scheduleHours: null, now: at(3) })).toBeNull();
});

test("what could not be done is tried again in an hour, then ever later, or when it is due sooner", () => {
  expect(nextTry({ ...daily, now: at(24.5) })).toEqual(at(25.5));
  const tries = [at(24)];
  for (let now: Date | null = at(24); now && now < at(48); ) {
    now = nextTry({ ...daily, now });
    if (now) tries.push(now);
  }
  expect(tries).toEqual([24, 25, 26, 28, 32, 40, 48].map(at));
  expect(nextTry({ ...daily, now: at(47.5) })).toEqual(at(48));
  expect(nextTry({ ...daily, scheduleHours: 1, now: at(30.2) })).toEqual(at(31));
});
