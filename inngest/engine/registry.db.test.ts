import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, type Sql } from "./database";
import { migrate } from "./migrate";
import { createRegistry } from "./registry";

const sql = connect(process.env.DATABASE_URL ?? "", () => {});
beforeAll(() => migrate(sql));
afterAll(() => sql.end());

const config = (id: string) => ({
  id,
  name: id,
  triggers: [{ event: "go" }],
  steps: { step: { id: "step", name: "step", runtime: { type: "http", url: "http://app" } } },
});

/** A database whose answers outside transactions come late. */
const late = new Proxy(sql, {
  apply: async (target, _this, args: Parameters<Sql>) => {
    const rows = await target(...args);
    await sleep(100);
    return rows;
  },
});

test("what was read before functions were stored does not hide them when it comes late", async () => {
  const registry = createRegistry(late);
  await Promise.all([registry.load(), registry.save([config("one"), config("two")])]);
  expect([...registry.functions().keys()]).toEqual(["one", "two"]);
});

test("functions that are refused leave those that are known, and the next ones are taken", async () => {
  const registry = createRegistry(sql);
  await registry.save([config("one")]);
  const refused = { ...config("refused"), teleport: {} };
  await expect(registry.save([refused])).rejects.toThrow("teleport");
  expect([...registry.functions().keys()]).toEqual(["one"]);
  expect(await registry.save([config("one"), config("three")])).toBe(true);
  expect([...registry.functions().keys()]).toEqual(["one", "three"]);
});
