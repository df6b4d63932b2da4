import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";

export type Budget = {
  passed: boolean;
  /** Requests that would pass right now. */
  remaining: number;
  /** Seconds until the whole burst is free again. */
  resetSeconds: number;
  /** Seconds until one more would pass. */
  waitSeconds: number;
};

/**
 * Takes one request out of a caller's budget, which all processes share: `burst` at once, refilled
 * evenly over `windowMs`. A refused request costs nothing.
 */
export async function takeRequest(
  db: Db,
  { key, burst, windowMs }: { key: string; burst: number; windowMs: number },
): Promise<Budget> {
  const stepMs = windowMs / burst;
  const step = sql`make_interval(secs => ${stepMs / 1000}::float8)`;
  const window = sql`make_interval(secs => ${windowMs / 1000}::float8)`;
  const [row] = await db.execute<{ passed: boolean; ahead_ms: number }>(sql`
    with taken as (
      insert into api_budgets as b (key, free_at) values (${key}, now() + ${step})
      on conflict (key) do update set free_at = greatest(b.free_at, now()) + ${step}
      where greatest(b.free_at, now()) + ${step} <= now() + ${window}
      returning free_at
    ),
    found as (
      select true as passed, free_at from taken
      union all
      select false, free_at from api_budgets where key = ${key} and not exists (select from taken)
    )
    select passed, greatest(extract(epoch from free_at - now()) * 1000, 0)::float8 as ahead_ms
    from found
  `);
  const passed = row?.passed ?? false;
  const aheadMs = row?.ahead_ms ?? 0;
  const leftMs = windowMs - aheadMs;
  return {
    passed,
    remaining: Math.max(0, Math.floor(leftMs / stepMs)),
    resetSeconds: Math.ceil(aheadMs / 1000),
    waitSeconds: Math.max(passed ? 0 : 1, Math.ceil((stepMs - leftMs) / 1000)),
  };
}

/** Rows of callers that have all their requests again say nothing. */
export async function deleteFreeBudgets(db: Db): Promise<number> {
  const gone = await db.execute(sql`
    delete from api_budgets where free_at < now() returning key
  `);
  return gone.length;
}
