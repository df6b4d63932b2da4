import { expect, test } from "vitest";
import { startEngine } from "./server";
import { endedRunsOf, startStage, testSettings } from "./testing/engine-and-app";

test("engines that share a database share the work: no step twice, no limit exceeded", async () => {
  const deeds = new Map<string, number>();
  const users = new Map<string, { now: number; most: number }>();
  const stage = await startStage(
    (client) => [
      client.createFunction(
        {
          id: "work",
          triggers: [{ event: "work" }],
          concurrency: { key: "event.data.user", limit: 2 },
        },
        async ({ event, step }) => {
          for (const name of ["first", "second"]) {
            await step.run(name, async () => {
              const user = users.get(event.data.user) ?? { now: 0, most: 0 };
              users.set(event.data.user, user);
              user.now += 1;
              user.most = Math.max(user.most, user.now);
              await new Promise((resolve) => setTimeout(resolve, 10));
              user.now -= 1;
              const deed = `${event.data.n} ${name}`;
              deeds.set(deed, (deeds.get(deed) ?? 0) + 1);
            });
          }
        },
      ),
    ],
    { concurrency: 8 },
  );
  const second = await startEngine(testSettings(stage.app.url, { concurrency: 8 }));

  const { ids } = await stage.client.send(
    Array.from({ length: 40 }, (_, n) => ({ name: "work", data: { n, user: `user ${n % 3}` } })),
  );
  await endedRunsOf(stage, ids);

  expect(deeds.size).toBe(80);
  expect([...deeds.values()].every((count) => count === 1)).toBe(true);
  expect(Math.max(...[...users.values()].map(({ most }) => most))).toBe(2);
  await second.close();
  await stage.close();
});
