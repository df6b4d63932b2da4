import type { Inngest } from "inngest";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sign } from "./signature";
import {
  authorized,
  endedRuns,
  eventKey,
  runToEnd,
  type Stage,
  signingKey,
  startStage,
  until,
  waitCount,
} from "./testing/engine-and-app";

const megabyte = "x".repeat(1024 * 1024);

const functions = (client: Inngest) => {
  const define = client.createFunction;
  return [
    define({ id: "echo", triggers: [{ event: "echo" }] }, async ({ event, step }) => {
      const value = await step.run("keep", () => event.data.value);
      await step.sleep("nap", "1s");
      return value;
    }),
    define({ id: "waiting", triggers: [{ event: "waiting" }] }, ({ step }) =>
      step.waitForEvent("go", { event: "go", timeout: "1h" }),
    ),
    define({ id: "long", triggers: [{ event: "long" }], retries: 0 }, async ({ step }) => {
      await step.waitForEvent("begin", { event: "long/begin", timeout: "1h" });
      for (let n = 0; n < 10; n += 1) await step.run(`step ${n}`, () => n);
    }),
    define({ id: "large", triggers: [{ event: "large" }], retries: 0 }, async ({ event, step }) => {
      const sizes: number[] = [];
      for (let n = 0; n < event.data.steps; n += 1) {
        const text = await step.run(`step ${n}`, () => megabyte.repeat(event.data.megabytes));
        sizes.push(text.length);
      }
      await step.sleep("nap", "1s");
      return sizes.length;
    }),
  ];
};

let stage: Stage;
beforeAll(async () => {
  stage = await startStage(functions);
});
afterAll(() => stage.close());

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${stage.engine.url}${path}`, { method: "POST", body, headers });

describe("events", () => {
  test("are refused with a wrong key, and nothing is stored", async () => {
    const response = await post("/e/wrong-event-key", JSON.stringify({ name: "refused" }));
    expect(response.status).toBe(401);
    expect(await stage.sql`select from engine.events where name = 'refused'`).toHaveLength(0);
  });

  test.each([
    ["malformed JSON", "{"],
    ["no name", JSON.stringify({ data: {} })],
    ["data that is no object", JSON.stringify({ name: "a", data: 5 })],
    ["a NUL in the name", JSON.stringify({ name: "a\0" })],
    ["a reserved name", JSON.stringify({ name: "inngest/function.failed" })],
    ["more than 512 KB", JSON.stringify({ name: "a", data: { megabyte } })],
    [
      "more than 5,000 events",
      JSON.stringify(Array.from({ length: 5_001 }, () => ({ name: "a" }))),
    ],
  ])("are refused with %s", async (_what, body) => {
    const response = await post(`/e/${eventKey}`, body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: expect.any(String), status: 400 });
  });

  test("that are sent again under the same seed keep their ids and start nothing", async () => {
    const seed = `${Date.now()},${Buffer.alloc(10, 3).toString("base64")}`;
    const body = JSON.stringify([{ name: "waiting" }, { name: "waiting" }]);
    const answers = [];
    for (let n = 0; n < 2; n += 1) {
      const response = await post(`/e/${eventKey}`, body, { "x-inngest-event-id-seed": seed });
      answers.push(await response.json());
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(new Set(answers[0].ids).size).toBe(2);
    await until(async () => (await waitCount(stage, "go")) > 0);
    const runs = await stage.sql`select from engine.runs where event_id = any(${answers[0].ids})`;
    expect(runs).toHaveLength(2);
  });
});

describe("the interface of the SDK and of people", () => {
  test.each([
    ["POST", "/v1/checkpoint/run/async"],
    ["GET", "/v0/runs/run/actions"],
    ["GET", "/v0/runs/run/batch"],
    ["GET", "/v1/runs/run"],
    ["DELETE", "/v1/runs/run"],
    ["GET", "/v1/events/event/runs"],
  ])("refuses %s %s without the signing key", async (method, path) => {
    const forged = { authorization: `Bearer ${signingKey}` };
    for (const headers of [{}, forged]) {
      const response = await fetch(`${stage.engine.url}${path}`, { method, headers });
      expect(response.status).toBe(401);
    }
  });

  test("answers a checkpoint of a lost lease with 409, and changes nothing", async () => {
    const run = await runToEnd(stage, "echo", { value: 1 });
    const body = { run_id: run.run_id, qi_id: crypto.randomUUID(), steps: [checkpointedStep] };
    const url = `${stage.engine.url}/v1/checkpoint/${run.run_id}/async`;
    const response = await authorized(url, { method: "POST", body: JSON.stringify(body) });
    expect(response.status).toBe(409);
    const steps = await stage.sql`select from engine.steps where id = ${checkpointedStep.id}`;
    expect(steps).toHaveLength(0);
  });

  test("cancels a run on request, once", async () => {
    const { ids } = await stage.client.send({ name: "waiting" });
    await until(async () => (await runIdsOf(String(ids[0]))).length === 1);
    const [runId] = await runIdsOf(String(ids[0]));
    const url = `${stage.engine.url}/v1/runs/${runId}`;
    expect((await authorized(url, { method: "DELETE" })).status).toBe(204);
    expect((await authorized(url, { method: "DELETE" })).status).toBe(409);
    expect(await (await authorized(url)).json()).toMatchObject({ data: { status: "Cancelled" } });
    expect((await authorized(`${url}x`, { method: "DELETE" })).status).toBe(404);
  });

  test("says by name what it does not have", async () => {
    const response = await authorized(`${stage.engine.url}/v1/signals`, { method: "POST" });
    expect(response.status).toBe(501);
    expect(await response.json()).toMatchObject({ error: expect.stringContaining("/v1/signals") });
  });
});

describe("state", () => {
  test("comes back exactly as it was, whatever characters it holds", async () => {
    const value = {
      text: 'nul \u0000, quote ", backslash \\, lone \ud800, astral 🎧, line \u2028',
      "key \u0000": [1e21, -0.5, 1.7976931348623157e308, null, true, [], {}],
      z: 1,
      a: 2,
    };
    expect((await runToEnd(stage, "echo", { value })).output).toEqual(value);
  });

  test("of more than 4 MB is fetched by the SDK", async () => {
    expect(await runToEnd(stage, "large", { steps: 3, megabytes: 2 })).toMatchObject({ output: 3 });
  });

  test.each([
    ["a step output above 4 MB", "large", { steps: 1, megabytes: 5 }, "larger than 4 MB"],
    ["more than 32 MB together", "large", { steps: 12, megabytes: 3 }, "larger than 32 MB"],
  ])("with %s fails the run", async (_what, name, data, message) => {
    const run = await runToEnd(stage, name, data);
    expect(run).toMatchObject({
      status: "Failed",
      output: { message: expect.stringContaining(message) },
    });
  });
});

test("fails a run at its 1,001st step", async () => {
  const { ids } = await stage.client.send({ name: "long" });
  await until(async () => (await waitCount(stage, "long/begin")) === 1);
  await stage.sql`update engine.runs set step_count = 995 where event_id = ${String(ids[0])}`;
  await stage.client.send({ name: "long/begin" });
  expect(await endedRuns(stage.engine, String(ids[0]))).toMatchObject([
    { status: "Failed", output: { message: "The run has more than 1000 steps" } },
  ]);
});

test("calls the app so that the SDK accepts it, which refuses unsigned and forged calls", async () => {
  const url = `${stage.app.url}?fnId=app-echo&stepId=step`;
  const forged = { "x-inngest-signature": sign("00".repeat(32), "{}") };
  for (const headers of [undefined, forged]) {
    const response = await fetch(url, { method: "POST", body: "{}", headers });
    expect(response.status).toBe(401);
  }
});

const checkpointedStep = { id: "0".repeat(40), op: "StepRun", data: 1 };

async function runIdsOf(eventId: string): Promise<string[]> {
  const rows = await stage.sql<{ id: string }[]>`
    select id from engine.runs where event_id = ${eventId}`;
  return rows.map(({ id }) => id);
}
