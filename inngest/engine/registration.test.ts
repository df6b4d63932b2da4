import { afterEach, expect, test } from "vitest";
import { createLogger } from "./logger";
import { type Registration, startRegistration } from "./registration";

let registration: Registration | undefined;
afterEach(() => registration?.stop());

test("an event that comes while the app is asked waits until its functions are known", async () => {
  let answer = (_configs: { id: string }[]) => {};
  const answered = new Promise<{ id: string }[]>((resolve) => {
    answer = resolve;
  });
  const known: string[] = [];
  registration = startRegistration(
    {
      app: { sync: () => answered, call: () => Promise.reject(new Error("nobody calls")) },
      registry: {
        functions: () => new Map(),
        load: async () => {},
        save: async (configs) => {
          known.push(...configs.map(({ id }) => id));
          return true;
        },
      },
      log: createLogger("silent"),
      syncMs: 60_000,
    },
    () => {},
  );
  const atRefresh = registration.refresh().then(() => [...known]);
  answer([{ id: "one" }]);
  expect(await atRefresh).toEqual(["one"]);
});
