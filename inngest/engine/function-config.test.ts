import { describe, expect, test } from "vitest";
import { maxAttempts, nextCronTime, readFunctions, triggersOn } from "./function-config";

const base = {
  id: "app-fn",
  name: "A function",
  triggers: [{ event: "go" }],
  steps: { step: { id: "step", name: "step", runtime: { type: "http", url: "http://app" } } },
};

const read = (changes: object) => {
  const { functions, problems } = readFunctions([{ ...base, ...changes }]);
  expect(problems).toEqual([]);
  const fn = functions.get("app-fn");
  if (!fn) throw new Error("not read");
  return fn;
};

describe("readFunctions", () => {
  test.each([
    ["batches", { batchEvents: { maxSize: 2, timeout: "1s" } }, "batchEvents is not supported"],
    ["priorities", { priority: { run: "1" } }, "priority is not supported"],
    ["jitter", { triggers: [{ cron: "0 0 * * *", jitter: "1m" }] }, "jitter is not supported"],
    ["a feature of tomorrow", { teleport: {} }, "teleport"],
    ["a websocket", { steps: { step: { runtime: { type: "ws" } } } }, "runtime.type must be http"],
    ["no concurrency at all", { concurrency: 0 }, "concurrency.0.limit"],
    ["three limits", { concurrency: [1, 2, 3].map((limit) => ({ limit })) }, "concurrency"],
    ["a broken key", { throttle: { limit: 1, period: "1s", key: "event.(" } }, "throttle.key"],
    ["an unknown variable", { idempotency: "user.id" }, "idempotency is not an expression"],
    ["a broken condition", { cancel: [{ event: "a", if: "&&" }] }, "cancel.0.if"],
    [
      "a broken period",
      { debounce: { period: "soon" } },
      'debounce.period is not a duration: "soon"',
    ],
    ["an empty period", { rateLimit: { limit: 1, period: "0s" } }, "rateLimit.period"],
    ["a broken cron", { triggers: [{ cron: "every day" }] }, "triggers.0.cron"],
    ["a cron that never comes", { triggers: [{ cron: "0 0 30 2 *" }] }, "triggers.0.cron"],
    ["an unknown time zone", { triggers: [{ cron: "TZ=Mars/Base 0 0 * * *" }] }, "triggers.0.cron"],
    [
      "too many retries",
      { steps: { step: { ...base.steps.step, retries: { attempts: 21 } } } },
      "retries",
    ],
  ])("refuses %s by name", (_what, changes, problem) => {
    const { functions, problems } = readFunctions([{ ...base, ...changes }]);
    expect(functions.size).toBe(0);
    expect(problems).toEqual([expect.stringContaining("app-fn: ")]);
    expect(problems[0]).toContain(problem);
  });

  test("reads a bare limit, one entry and two entries alike", () => {
    expect(read({ concurrency: 3 }).concurrency).toMatchObject([{ limit: 3, scope: "fn" }]);
    expect(read({ concurrency: { limit: 3 } }).concurrency).toHaveLength(1);
    expect(
      read({ concurrency: [{ limit: 3 }, { limit: 4, scope: "env" }] }).concurrency,
    ).toHaveLength(2);
    expect(read({}).concurrency).toEqual([]);
  });

  test("retries four times unless the function says otherwise", () => {
    const retries = (attempts: number) => ({
      steps: { step: { ...base.steps.step, retries: { attempts } } },
    });
    expect(maxAttempts(read({}))).toBe(5);
    expect(maxAttempts(read(retries(0)))).toBe(1);
    expect(maxAttempts(undefined)).toBe(5);
  });
});

describe("triggersOn", () => {
  test("goes by name, by family and by condition", () => {
    const fn = read({
      triggers: [{ event: "go", expression: "event.data.n > 1" }, { event: "family/*" }],
    });
    const on = (name: string, data = {}) => triggersOn(fn, { name, ...{ data } });
    expect(on("go", { n: 2 })).toBe(true);
    expect(on("go", { n: 1 })).toBe(false);
    expect(on("go")).toBe(false);
    expect(on("family/cat")).toBe(true);
    expect(on("families")).toBe(false);
  });
});

describe("nextCronTime", () => {
  test.each([
    ["0 9 * * *", "2026-11-21T09:00:00.000Z"],
    ["TZ=Europe/Berlin 0 9 * * *", "2026-11-21T08:00:00.000Z"],
    ["CRON_TZ=America/New_York 30 8 * * 1", "2026-11-23T13:30:00.000Z"],
    ["*/10 * * * * *", "2026-11-21T00:00:10.000Z"],
  ])("of %j", (pattern, expected) => {
    expect(nextCronTime(pattern, new Date("2026-11-21T00:00:00Z"))?.toISOString()).toBe(expected);
  });

  test("keeps the local hour when the clocks change", () => {
    const next = nextCronTime("TZ=Europe/Berlin 0 9 * * *", new Date("2027-03-27T12:00:00Z"));
    expect(next?.toISOString()).toBe("2027-03-28T07:00:00.000Z");
  });
});
