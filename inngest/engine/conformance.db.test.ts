import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "@/scripts/lib/free-port.mjs";
import { scenarios } from "./conformance/scenarios";
import { openStage } from "./conformance/stage";
import { type RunningEngine, startEngine } from "./server";
import { eventKey, health, signingKey, testSettings, until } from "./testing/engine-and-app";

const quick = scenarios.filter(({ slow }) => !slow);
let engine: RunningEngine;
let stage: Awaited<ReturnType<typeof openStage>>;

beforeAll(async () => {
  const port = await freePort();
  stage = await openStage({ url: `http://127.0.0.1:${port}`, signingKey, eventKey }, quick);
  engine = await startEngine(testSettings(stage.appUrl, { port }));
  await until(async () => (await health(engine)).registered);
});
afterAll(async () => {
  await engine.close();
  await stage.close();
});

test.concurrent.each(quick)("$title", async (scenario) => {
  expect((await stage.play(scenario))?.actual ?? scenario.expected).toEqual(scenario.expected);
});
