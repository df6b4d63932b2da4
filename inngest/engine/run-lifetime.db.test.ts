import type { Inngest } from "inngest";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endedRuns, type Stage, startStage, until, waitCount } from "./testing/engine-and-app";
import { Notes } from "./testing/notes";

const notes = new Notes();

const functions = (client: Inngest) => {
  const define = client.createFunction;
  return [
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

test("cancels the runs that an event names, also those sent with it, and says so", async () => {
  const { ids } = await stage.client.send([
    { name: "stoppable", data: { id: "a" } },
    { name: "stoppable", data: { id: "b" } },
    { name: "stop", data: { id: "b" } },
  ]);
  await until(async () => (await waitCount(stage, "go")) === 1);
  expect(await endedRuns(stage.engine, String(ids[1]))).toMatchObject([{ status: "Cancelled" }]);
  await until(() => notes.of("told app-stoppable").length === 1);
  await stage.client.send({ name: "go" });
  expect(await endedRuns(stage.engine, String(ids[0]))).toMatchObject([{ output: "went on" }]);
  expect(notes.of("stoppable")).toEqual(["stoppable a"]);
});

test("cancels a run that does not finish in time while it sleeps", async () => {
  const { ids } = await stage.client.send({ name: "slow" });
  expect(await endedRuns(stage.engine, String(ids[0]))).toMatchObject([{ status: "Cancelled" }]);
});

test("fires a cron trigger at each of its times", async () => {
  const before = notes.of("tick").length;
  await until(() => notes.of("tick").length >= before + 2);
  expect(notes.of("tick")[0]).toBe('tick {"cron":"* * * * * *"}');
});
