import { expect, test } from "vitest";
import { isOwnState, makeState, STATE_LIFE_S } from "./connect-state";

const secret = Buffer.alloc(32, 7).toString("base64");
const now = new Date("2026-11-21T12:00:00Z");
const mine = { userId: "mira", secret, now };
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

test("a state that comes back in time, to the same person and browser, is known", () => {
  const made = makeState(mine);
  expect(isOwnState({ ...mine, ...made, now: later(STATE_LIFE_S - 1) })).toBe(true);
});

test.each([
  ["too late", { now: later(STATE_LIFE_S) }],
  ["to somebody else", { userId: "jonas" }],
  ["to another browser", { proof: makeState(mine).proof }],
  ["to a browser without one", { proof: "" }],
  ["made longer", { state: `${makeState(mine).state}9` }],
  ["without any state", { state: "" }],
  ["sealed elsewhere", { secret: Buffer.alloc(32, 8).toString("base64") }],
])("a state that comes back %s is refused", (_how, changes) => {
  expect(isOwnState({ ...mine, ...makeState(mine), ...changes })).toBe(false);
});

test("no two states are the same", () => {
  expect(makeState(mine).state).not.toBe(makeState(mine).state);
});
