import { setTimeout as sleep } from "node:timers/promises";
import type { Inngest } from "inngest";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endedRuns, endedRunsOf, type Stage, startStage, until } from "./testing/engine-and-app";
import { Notes } from "./testing/notes";

const notes = new Notes();

/** How many calls with a label are under way, and the most there ever were. */
const load = new Map<string, { now: number; most: number }>();

/** Stays until it has had company, or until it is clear that none comes. */
async function busy(label: string) {
  const entry = load.get(label) ?? { now: 0, most: 0 };
  load.set(label, entry);
  entry.now += 1;
  entry.most = Math.max(entry.most, entry.now);
  const patience = Date.now() + 1_500;
  do await sleep(20);
  while (entry.most < 2 && Date.now() < patience);
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
        await step.run("work", () =>
          event.data.user === "many"
            ? until(() => notes.of("keyed one").length > 0)
            : busy(`keyed ${event.data.user}`),
        );
        notes.add(`keyed ${event.data.user}`);
      },
    ),
    ...["left", "right"].map((id) =>
      define({ id, triggers: [{ event: "shared" }], concurrency: [shared] }, () => busy("shared")),
    ),
    define(
      {
        id: "throttled",
        triggers: [{ event: "throttled" }],
        throttle: { limit: 2, period: "1h" },
      },
      () => "started",
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

test("never runs more steps of a key at once than its limit, and uses the limit", async () => {
  const ids = await sendAll(
    "keyed",
    Array.from({ length: 12 }, () => ({ user: "ann" })),
  );
  await endedRunsOf(stage, ids);
  expect(load.get("keyed ann")?.most).toBe(2);
});

test("does not let a long queue of one key hold up another key", async () => {
  const queue = await sendAll(
    "keyed",
    Array.from({ length: 20 }, () => ({ user: "many" })),
  );
  const single = await sendAll("keyed", [{ user: "one" }]);
  await endedRunsOf(stage, single);
  // Until now each run of the queue that started has been waiting for this.
  await endedRunsOf(stage, queue);
  expect(notes.all.indexOf("keyed one")).toBeLessThan(notes.all.indexOf("keyed many"));
});

test("counts functions that share a key of the account together", async () => {
  const ids = await sendAll(
    "shared",
    Array.from({ length: 6 }, () => ({})),
  );
  await endedRunsOf(stage, ids, 12);
  expect(load.get("shared")?.most).toBe(2);
});

test("starts the first throttled run at once and spaces the others evenly", async () => {
  const ids = await sendAll("throttled", [{}, {}, {}]);
  await endedRuns(stage.engine, String(ids[0]));
  const waiting = await stage.sql<{ minutes: number }[]>`
    select round(extract(epoch from due_at - queued_at) / 60)::int as minutes
    from engine.jobs join engine.runs on runs.id = run_id
    where event_id = any(${ids}) order by due_at`;
  expect(waiting.map(({ minutes }) => minutes)).toEqual([30, 60]);
});

test("drops runs above a rate limit, for each key", async () => {
  const users = ["a", "a", "a", "nul \0"].map((user) => ({ user }));
  const ids = await sendAll("limited", users);
  const runs = await endedRunsOf(stage, ids, 3);
  expect(runs.map(({ event_id }) => ids.indexOf(event_id))).toEqual([0, 1, 3]);
});

test("runs once for an idempotency key", async () => {
  const ids = await sendAll("once", [{ cart: 1 }, { cart: 1 }, { cart: 2 }]);
  await endedRunsOf(stage, [String(ids[0]), String(ids[2])]);
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
