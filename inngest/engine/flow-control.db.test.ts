import type { Inngest } from "inngest";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endedRuns, runToEnd, type Stage, startStage, until } from "./testing/engine-and-app";
import { Notes } from "./testing/notes";

const notes = new Notes();

/** How many calls with a label are under way, and the most there ever were. */
const load = new Map<string, { now: number; most: number }>();
async function busy(label: string, milliseconds: number) {
  const entry = load.get(label) ?? { now: 0, most: 0 };
  load.set(label, entry);
  entry.now += 1;
  entry.most = Math.max(entry.most, entry.now);
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  entry.now -= 1;
}

const functions = (client: Inngest) => {
  const define = client.createFunction;
  const shared = { scope: "account" as const, key: '"shared"', limit: 2 };
  return [
    define(
      {
        id: "keyed",
        triggers: [{ event: "keyed" }],
        concurrency: { key: "event.data.user", limit: 2 },
      },
      async ({ event, step }) => {
        await step.run("work", () => busy(`keyed ${event.data.user}`, 40));
        notes.add(`keyed ${event.data.user}`);
      },
    ),
    ...["left", "right"].map((id) =>
      define({ id, triggers: [{ event: "shared" }], concurrency: [shared] }, () =>
        busy("shared", 40),
      ),
    ),
    define(
      {
        id: "throttled",
        triggers: [{ event: "throttled" }],
        throttle: { limit: 2, period: "1s" },
      },
      () => Date.now(),
    ),
    define(
      {
        id: "limited",
        triggers: [{ event: "limited" }],
        rateLimit: { key: "event.data.user", limit: 2, period: "1h" },
      },
      ({ event }) => notes.add(`limited ${event.data.user}`),
    ),
    define(
      { id: "once", triggers: [{ event: "once" }], idempotency: "event.data.cart" },
      ({ event }) => notes.add(`once ${event.data.cart}`),
    ),
    define(
      {
        id: "debounced",
        triggers: [{ event: "debounced" }],
        debounce: { key: "event.data.list", period: "1s" },
      },
      ({ event }) => notes.add(`debounced ${event.data.list} ${event.data.n}`),
    ),
    define(
      {
        id: "impatient",
        triggers: [{ event: "impatient" }],
        debounce: { period: "2s", timeout: "3s" },
      },
      () => notes.add("impatient"),
    ),
    define(
      {
        id: "single",
        triggers: [{ event: "single" }],
        singleton: { key: "event.data.user", mode: "skip" },
      },
      ({ step }) => step.waitForEvent("end", { event: "single/end", timeout: "1h" }),
    ),
    define(
      {
        id: "latest",
        triggers: [{ event: "latest" }],
        singleton: { mode: "cancel" },
      },
      async ({ event, step }) => {
        await step.waitForEvent("end", { event: "latest/end", timeout: "1h" });
        return event.data.n;
      },
    ),
    define(
      {
        id: "stoppable",
        triggers: [{ event: "stoppable" }],
        cancelOn: [{ event: "stop", match: "data.id" }],
      },
      async ({ event, step }) => {
        await step.run("begin", () => notes.add(`stoppable ${event.data.id}`));
        await step.waitForEvent("go", { event: "go", timeout: "1h" });
        return "went on";
      },
    ),
    define({ id: "told", triggers: [{ event: "inngest/function.cancelled" }] }, ({ event }) =>
      notes.add(`told ${event.data.function_id}`),
    ),
    define({ id: "slow", triggers: [{ event: "slow" }], timeouts: { finish: "1s" } }, ({ step }) =>
      step.sleep("long", "1h"),
    ),
    define(
      {
        id: "late",
        triggers: [{ event: "late" }],
        concurrency: { limit: 1 },
        timeouts: { start: "1s" },
      },
      ({ step }) => step.run("work", () => busy("late", 1_500)),
    ),
    define({ id: "tick", triggers: [{ cron: "* * * * * *" }] }, ({ event }) =>
      notes.add(`tick ${JSON.stringify(event.data)}`),
    ),
    define({ id: "plain", triggers: [{ event: "plain" }] }, () => notes.add("plain")),
  ];
};

let stage: Stage;
beforeAll(async () => {
  stage = await startStage(functions);
});
afterAll(() => stage.close());

const sendAll = async (name: string, data: Record<string, unknown>[]) => {
  const { ids } = await stage.client.send(data.map((each) => ({ name, data: each })));
  return ids;
};

/** The runs of each event, in the order of the events. */
const outcomes = async (ids: string[], count = 1) =>
  (await Promise.all(ids.map((id) => endedRuns(stage.engine, id, count)))).flat();

test("never runs more steps of a key at once than its limit, and uses the limit", async () => {
  await outcomes(
    await sendAll(
      "keyed",
      Array.from({ length: 12 }, () => ({ user: "ann" })),
    ),
  );
  expect(load.get("keyed ann")?.most).toBe(2);
});

test("does not let a long queue of one key hold up another key", async () => {
  const queue = await sendAll(
    "keyed",
    Array.from({ length: 40 }, () => ({ user: "many" })),
  );
  const [single] = await sendAll("keyed", [{ user: "one" }]);
  await endedRuns(stage.engine, String(single));
  expect(notes.of("keyed many").length).toBeLessThan(40);
  await outcomes(queue);
});

test("counts functions that share a key of the account together", async () => {
  await outcomes(
    await sendAll(
      "shared",
      Array.from({ length: 6 }, () => ({})),
    ),
    2,
  );
  expect(load.get("shared")?.most).toBe(2);
});

test("spaces the starts of throttled runs evenly", async () => {
  const runs = await outcomes(await sendAll("throttled", [{}, {}, {}]));
  const starts = runs.map(({ output }) => Number(output)).toSorted();
  expect(Number(starts[2]) - Number(starts[0])).toBeGreaterThanOrEqual(900);
});

test("drops runs above a rate limit, for each key", async () => {
  const users = ["a", "a", "a", "b"].map((user) => ({ user }));
  const ids = await sendAll("limited", users);
  const runs = await Promise.all(ids.map((id) => endedRuns(stage.engine, id, 0)));
  expect(runs.map((list) => list.length)).toEqual([1, 1, 0, 1]);
});

test("runs once for an idempotency key", async () => {
  const ids = await sendAll("once", [{ cart: 1 }, { cart: 1 }, { cart: 2 }]);
  await outcomes([String(ids[0]), String(ids[2])]);
  expect(notes.of("once")).toEqual(["once 1", "once 2"]);
});

test("starts a debounced function with the last event of each key", async () => {
  await sendAll("debounced", [
    { list: "a", n: 1 },
    { list: "b", n: 1 },
    { list: "a", n: 2 },
  ]);
  await until(() => notes.of("debounced").length === 2);
  expect(notes.of("debounced").toSorted()).toEqual(["debounced a 2", "debounced b 1"]);
});

test("lets a debounce wait no longer than its timeout", async () => {
  const startedAt = Date.now();
  await until(async () => {
    await sendAll("impatient", [{}]);
    return notes.of("impatient").length > 0;
  });
  expect(Date.now() - startedAt).toBeGreaterThanOrEqual(2_900);
});

test("skips runs of a singleton while one of its key is under way", async () => {
  const ids = await sendAll("single", [{ user: "a" }, { user: "a" }, { user: "b" }]);
  const skipped = await endedRuns(stage.engine, String(ids[1]), 0);
  expect(skipped).toEqual([]);
  await until(() => waiting("single/end", 2));
  await stage.client.send({ name: "single/end" });
  await outcomes([String(ids[0]), String(ids[2])]);
  const [again] = await sendAll("single", [{ user: "a" }]);
  await until(() => waiting("single/end", 1));
  await stage.client.send({ name: "single/end" });
  expect(await endedRuns(stage.engine, String(again))).toMatchObject([{ status: "Completed" }]);
});

test("replaces a run of a cancelling singleton by the next one", async () => {
  const [first] = await sendAll("latest", [{ n: 1 }]);
  const [second] = await sendAll("latest", [{ n: 2 }]);
  expect(await endedRuns(stage.engine, String(first))).toMatchObject([{ status: "Cancelled" }]);
  await until(() => waiting("latest/end", 1));
  await stage.client.send({ name: "latest/end" });
  expect(await endedRuns(stage.engine, String(second))).toMatchObject([{ output: 2 }]);
});

test("cancels the runs that an event names, also those sent with it, and says so", async () => {
  const { ids } = await stage.client.send([
    { name: "stoppable", data: { id: "a" } },
    { name: "stoppable", data: { id: "b" } },
    { name: "stop", data: { id: "b" } },
  ]);
  await until(() => waiting("go", 1));
  expect(await endedRuns(stage.engine, String(ids[1]))).toMatchObject([{ status: "Cancelled" }]);
  await until(() => notes.of("told app-stoppable").length === 1);
  await stage.client.send({ name: "go" });
  expect(await endedRuns(stage.engine, String(ids[0]))).toMatchObject([{ output: "went on" }]);
  expect(notes.of("stoppable")).toEqual(["stoppable a"]);
});

test("cancels a run that does not finish in time", async () => {
  expect(await runToEnd(stage, "slow")).toMatchObject({ status: "Cancelled" });
});

test("cancels a run that does not start in time", async () => {
  const runs = await outcomes(await sendAll("late", [{}, {}]));
  expect(runs.map(({ status }) => status)).toEqual(["Completed", "Cancelled"]);
});

test("fires a cron trigger at each of its times", async () => {
  const before = notes.of("tick").length;
  await until(() => notes.of("tick").length >= before + 2);
  expect(notes.of("tick")[0]).toBe('tick {"cron":"* * * * * *"}');
});

test("takes an event with a known id only once", async () => {
  const first = await stage.client.send({ id: "plain-1", name: "plain" });
  await stage.client.send([{ id: "plain-1", name: "plain" }, { name: "plain" }]);
  await until(() => notes.of("plain").length >= 2);
  expect(await endedRuns(stage.engine, String(first.ids[0]))).toHaveLength(1);
  expect(notes.of("plain")).toHaveLength(2);
});

test("starts a run no earlier than an event's time in the future", async () => {
  const startedAt = Date.now();
  const { ids } = await stage.client.send({ name: "plain", ts: startedAt + 1_000 });
  await endedRuns(stage.engine, String(ids[0]));
  expect(Date.now()).toBeGreaterThanOrEqual(startedAt + 990);
});

async function waiting(eventName: string, count: number) {
  const rows = await stage.sql`select from engine.waits
    where event_name = ${eventName} and step_id is not null`;
  return rows.length === count;
}
