import type { Inngest } from "inngest";
import { expect, test } from "vitest";
import { startEngine } from "./server";
import { endedRuns, health, startApp, testSettings, until } from "./testing/engine-and-app";

test("processes of the app share the work, and what is left of them goes on", async () => {
  const served = new Map<string, number>();
  const functions = (name: string) => (client: Inngest) => [
    client.createFunction({ id: "go", triggers: [{ event: "go" }] }, async ({ step }) => {
      await step.sleep("nap", "1s");
      await step.run("work", () => served.set(name, (served.get(name) ?? 0) + 1));
    }),
  ];
  const apps = [await startApp(), await startApp()] as const;
  const engine = await startEngine(testSettings(apps.map(({ url }) => url).join()));
  const [client] = apps.map((app, index) => app.serve(engine.url, functions(`app ${index}`)));
  await until(async () => (await health(engine)).registered);
  const run = async () => {
    const events = Array.from({ length: 10 }, () => ({ name: "go" }));
    const ids = (await client?.send(events))?.ids ?? [];
    const runs = await Promise.all(ids.map((id) => endedRuns(engine, id)));
    return runs.flat().filter(({ status }) => status === "Completed").length;
  };

  await until(async () => {
    expect(await run()).toBe(10);
    return served.size === 2;
  }, "a share for each process");
  await apps[0].close();
  served.delete("app 0");
  expect(await run()).toBe(10);
  expect([...served.keys()]).toEqual(["app 1"]);

  await engine.close();
  await apps[1].close();
});
