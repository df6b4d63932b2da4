import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type FarEndAnswer, startFarEnd } from "@/lib/testing/far-end";

let health: FarEndAnswer = {};
const server = await startFarEnd(() => health);

beforeAll(() => {
  process.env.INNGEST_BASE_URL = server.url;
});
afterAll(() => server.close());
beforeEach(() => {
  health = { body: { status: "ok", functions: 11, registered: true } };
});

async function check() {
  const { askBackground } = await import("./background");
  return askBackground(server.url);
}

test("the built-in engine is ready once it has the functions", async () => {
  expect(await check()).toBe("ready");
  health = { body: { status: "ok", functions: 0, registered: false } };
  expect(await check()).toBe("unregistered");
});

test("another server is ready when it is up, and unreachable when it is not", async () => {
  health = { body: { status: 200, message: "OK" } };
  expect(await check()).toBe("ready");
  for (const broken of [{ status: 503 }, { reset: true }, { body: "<html>" }] as const) {
    health = broken;
    expect(await check()).toBe("unreachable");
  }
});

test("a database that is up to date and a registered app make Clouder ready", async () => {
  const { loadReadiness } = await import("./loaders");
  expect(await loadReadiness()).toMatchObject({ ready: true });
  const asked = server.requests.length;
  await Promise.all(Array.from({ length: 20 }, loadReadiness));
  expect(server.requests).toHaveLength(asked);
});

test("a migration that the database has not seen is counted", async () => {
  const { db } = await import("@/db/client");
  const { countMissingMigrations } = await import("@/db/queries/health");
  const { withRollback } = await import("@/db/testing/rollback");
  await withRollback(async (tx) => {
    await tx.execute(sql`delete from drizzle.__drizzle_migrations
      where created_at = (select max(created_at) from drizzle.__drizzle_migrations)`);
    expect(await countMissingMigrations(tx)).toBe(1);
  });
  expect(await countMissingMigrations(db)).toBe(0);
});
