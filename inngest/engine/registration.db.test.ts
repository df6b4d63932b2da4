import http from "node:http";
import type { Inngest } from "inngest";
import { afterEach, expect, test } from "vitest";
import { startEngine } from "./server";
import { endedRuns, health, startApp, testSettings, until } from "./testing/engine-and-app";

const functions = (client: Inngest) => [
  client.createFunction({ id: "one", triggers: [{ event: "one" }] }, () => 1),
  client.createFunction({ id: "two", triggers: [{ event: "two" }] }, () => 2),
];

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function startPair(changes = {}) {
  const app = await startApp();
  closing.push(app.close);
  const engine = await startEngine(testSettings(app.url, changes));
  closing.push(engine.close);
  return { app, engine };
}

test("waits until the app is up", async () => {
  const { app, engine } = await startPair();
  expect(await health(engine)).toMatchObject({ registered: false });
  app.serve(engine.url, functions);
  await until(async () => (await health(engine)).registered);
  expect(await health(engine)).toMatchObject({ status: "ok", functions: 2, registered: true });
});

test("refuses what is not supported, by function and feature", async () => {
  const { app, engine } = await startPair();
  app.serve(engine.url, (client) => [
    client.createFunction(
      {
        id: "batched",
        triggers: [{ event: "a" }],
        batchEvents: { maxSize: 5, timeout: "5s" },
      },
      () => 1,
    ),
    client.createFunction({ id: "fine", triggers: [{ event: "b" }] }, () => 1),
  ]);
  await until(async () => (await health(engine)).problems?.join().includes("app-batched") ?? false);
  expect(await health(engine)).toMatchObject({
    registered: false,
    problems: ["app-batched: batchEvents is not supported by this engine"],
  });
});

test("fails a run that needs what is not supported, and says what", async () => {
  const { app, engine } = await startPair();
  const client = app.serve(engine.url, (inngest) => [
    inngest.createFunction({ id: "signal", triggers: [{ event: "signal" }] }, ({ step }) =>
      step.waitForSignal("flag", { signal: "flag", timeout: "1h", onConflict: "fail" }),
    ),
  ]);
  await until(async () => (await health(engine)).registered);
  const { ids } = await client.send({ name: "signal" });
  expect(await endedRuns(engine, String(ids[0]))).toMatchObject([
    { status: "Failed", output: { message: expect.stringContaining("WaitForSignal") } },
  ]);
});

test("notices functions that the app has gained, when their first event comes", async () => {
  const { app, engine } = await startPair({ syncMs: 3_600_000 });
  app.serve(engine.url, functions);
  await until(async () => (await health(engine)).registered);
  const registeredAt = Date.now();
  await until(() => Date.now() > registeredAt + 1_000);
  const client = app.serve(engine.url, (inngest) => [
    inngest.createFunction({ id: "new", triggers: [{ event: "new" }] }, () => "new"),
  ]);
  const { ids } = await client.send({ name: "new" });
  expect(await endedRuns(engine, String(ids[0]))).toMatchObject([{ output: "new" }]);
});

test("does not take another server for the app, whatever it answers", async () => {
  const stranger = http.createServer((_request, response) => response.end('{"functions":[]}'));
  await new Promise<void>((resolve) => stranger.listen(0, "127.0.0.1", resolve));
  closing.push(async () => void stranger.close());
  const address = stranger.address();
  const port = typeof address === "object" ? address?.port : null;
  const engine = await startEngine(testSettings(`http://127.0.0.1:${port}/`));
  closing.push(engine.close);
  await until(async () => (await health(engine)).problems?.[0]?.includes("unsigned") ?? false);
  expect(await health(engine)).toMatchObject({ registered: false });
});
