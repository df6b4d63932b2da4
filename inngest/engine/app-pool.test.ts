import { expect, test } from "vitest";
import { type AppClient, AppUnreachable } from "./app-client";
import { createAppPool } from "./app-pool";

const answer = (body: string) => ({
  status: 200,
  body,
  signed: true,
  noRetry: false,
  retryAfter: null,
});

/** An app whose calls stay open until they are released. */
function createApp(name: string) {
  const app = { up: true, calls: 0, release: () => {} };
  const released = new Promise<void>((resolve) => {
    app.release = resolve;
  });
  const client: AppClient = {
    async sync() {
      if (!app.up) throw new AppUnreachable(`${name} is down`);
      return [{ id: name }];
    },
    async call() {
      if (!app.up) throw new AppUnreachable(`${name} is down`);
      app.calls += 1;
      await released;
      return answer(name);
    },
  };
  return Object.assign(app, { client });
}

const call = (pool: AppClient) => pool.call("fn", null, "{}");

test("shares calls out evenly among the apps that answer", async () => {
  const apps = [createApp("a"), createApp("b"), createApp("c")];
  const pool = createAppPool(apps.map(({ client }) => client));
  await pool.sync();
  const calls = Array.from({ length: 9 }, () => call(pool));
  for (const app of apps) app.release();
  await Promise.all(calls);
  expect(apps.map(({ calls }) => calls)).toEqual([3, 3, 3]);
});

test("makes a call elsewhere that did not get there, and comes back after the next inquiry", async () => {
  const [a, b] = [createApp("a"), createApp("b")];
  const pool = createAppPool([a.client, b.client]);
  a.release();
  b.release();
  await pool.sync();
  a.up = false;
  expect((await call(pool)).body).toBe("b");
  a.up = true;
  expect((await call(pool)).body).toBe("b");
  await pool.sync();
  expect((await call(pool)).body).toBe("a");
});

test("registers what the first app that answers has, and says why when none does", async () => {
  const [a, b] = [createApp("a"), createApp("b")];
  const pool = createAppPool([a.client, b.client]);
  a.up = false;
  expect(await pool.sync()).toEqual([{ id: "b" }]);
  b.up = false;
  await expect(pool.sync()).rejects.toThrow("a is down");
  await expect(call(pool)).rejects.toThrow(AppUnreachable);
});
