import { expect, test } from "vitest";
import { createLimits } from "./limits";

test("a window rolls: each request frees its place when it has grown old", () => {
  let clock = 0;
  const limits = createLimits(() => clock);
  limits.set({ provider: "spotify", requests: 2, seconds: 10 });
  const admitAt = (seconds: number) => {
    clock = seconds * 1_000;
    return limits.admit("spotify");
  };
  expect([admitAt(0), admitAt(4), admitAt(5), admitAt(10), admitAt(11), admitAt(14)]).toEqual([
    null,
    null,
    5,
    null,
    3,
    null,
  ]);
});

test("a provider without a limit is never refused", () => {
  expect(createLimits().admit("beatport")).toBeNull();
});
