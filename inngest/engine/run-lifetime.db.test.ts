import type { Inngest } from "inngest";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  endedRuns,
  endedRunsOf,
  runToEnd,
  type Stage,
  startStage,
  until,
} from "./testing/engine-and-app";
import { Notes } from "./testing/notes";

const notes = new Notes();

const functions = (client: Inngest) => {
  const define = client.createFunction;
  return [
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
        id: "newest",
        triggers: [{ event: "newest" }],
        singleton: { mode: "cancel" },
      },
      async ({ event, step }) => {
        await step.waitForEvent("end", { event: "newest/end", timeout: "1h" });
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
        timeouts: { start: "3s" },
      },
      ({ step }) => step.run("work", () => until(() => notes.of("told app-late").length > 0)),
    ),
    define({ id: "tick", triggers: [{ cron: "* * * * * *" }] }, ({ event }) =>
      notes.add(`tick ${JSON.stringify(event.data)}`),
    ),
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

test("skips runs of a singleton while one of its key is under way", async () => {
  const ids = await sendAll("single", [{ user: "a" }, { user: "a" }, { user: "b" }]);
  const skipped = await endedRuns(stage.engine, String(ids[1]), 0);
  expect(skipped).toEqual([]);
  await until(() => waiting("single/end", 2));
  await stage.client.send({ name: "single/end" });
  await endedRunsOf(stage, [String(ids[0]), String(ids[2])]);
  const [again] = await sendAll("single", [{ user: "a" }]);
  await until(() => waiting("single/end", 1));
  await stage.client.send({ name: "single/end" });
  expect(await endedRuns(stage.engine, String(again))).toMatchObject([{ status: "Completed" }]);
});

test("replaces a run of a cancelling singleton by the next one", async () => {
  const [first] = await sendAll("newest", [{ n: 1 }]);
  const [second] = await sendAll("newest", [{ n: 2 }]);
  expect(await endedRuns(stage.engine, String(first))).toMatchObject([{ status: "Cancelled" }]);
  await until(() => waiting("newest/end", 1));
  await stage.client.send({ name: "newest/end" });
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
  const runs = await endedRunsOf(stage, await sendAll("late", [{}, {}]));
  expect(runs.map(({ status }) => status)).toEqual(["Completed", "Cancelled"]);
});

test("fires a cron trigger at each of its times", async () => {
  const before = notes.of("tick").length;
  await until(() => notes.of("tick").length >= before + 2);
  expect(notes.of("tick")[0]).toBe('tick {"cron":"* * * * * *"}');
});

async function waiting(eventName: string, count: number) {
  const rows = await stage.sql`select from engine.waits
    where event_name = ${eventName} and step_id is not null`;
  return rows.length === count;
}
