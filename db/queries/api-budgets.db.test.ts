import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { apiBudgets } from "@/db/schema";
import { withRollback } from "@/db/testing/rollback";
import { deleteFreeBudgets, takeRequest } from "./api-budgets";

const HOUR_MS = 3_600_000;

test("of requests at the same time no more pass than the burst allows", async () => {
  const budget = { key: `token:${crypto.randomUUID()}`, burst: 10, windowMs: HOUR_MS };
  const taken = await Promise.all(Array.from({ length: 40 }, () => takeRequest(db, budget)));
  expect(taken.filter(({ passed }) => passed)).toHaveLength(10);
  expect(taken.filter(({ passed }) => !passed).every(({ remaining }) => remaining === 0)).toBe(
    true,
  );
  expect(await takeRequest(db, budget)).toEqual({
    passed: false,
    remaining: 0,
    resetSeconds: 3600,
    waitSeconds: 360,
  });
});

test("what was used comes back evenly, and a caller who rests long has the burst, not more", () =>
  withRollback(async (tx) => {
    const budget = { key: "token:rested", burst: 4, windowMs: HOUR_MS };
    const at = (moment: string) =>
      tx
        .update(apiBudgets)
        .set({ freeAt: sql.raw(`now() + interval '${moment}'`) })
        .where(eq(apiBudgets.key, budget.key));
    await takeRequest(tx, budget);
    await at("45 minutes");
    expect(await takeRequest(tx, budget)).toMatchObject({ passed: true, remaining: 0 });
    await at("46 minutes");
    expect(await takeRequest(tx, budget)).toMatchObject({ passed: false, waitSeconds: 60 });
    await at("-30 days");
    expect(await takeRequest(tx, budget)).toMatchObject({ passed: true, remaining: 3 });
  }));

test("only budgets that are free again are forgotten", () =>
  withRollback(async (tx) => {
    const row = (key: string, moment: string) => ({ key, freeAt: sql.raw(`now() ${moment}`) });
    await tx
      .insert(apiBudgets)
      .values([row("a", "- interval '1 second'"), row("b", "+ interval '1 second'")]);
    await deleteFreeBudgets(tx);
    const left = await tx.select({ key: apiBudgets.key }).from(apiBudgets);
    expect(left.map(({ key }) => key)).toContain("b");
    expect(left.map(({ key }) => key)).not.toContain("a");
  }));
