import { expect, test } from "vitest";
import { createShutdown } from "./shutdown.mjs";

test("things stop in the reverse order of their start, one after the other, once", async () => {
  const stopped: string[] = [];
  const shutdown = createShutdown();
  for (const name of ["database", "engine", "web"]) {
    shutdown.add(async () => {
      await Promise.resolve();
      stopped.push(name);
    });
  }
  await Promise.all([shutdown.run(), shutdown.run()]);
  expect(stopped).toEqual(["web", "engine", "database"]);
});

test("what is started while stopping is stopped too", async () => {
  const stopped: string[] = [];
  const shutdown = createShutdown();
  await shutdown.run();
  shutdown.add(() => void stopped.push("late"));
  await shutdown.run();
  expect(stopped).toEqual(["late"]);
});
