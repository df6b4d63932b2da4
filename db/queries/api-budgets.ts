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
  const ahead = sql`greatest(extract(epoch from free_at - now()) * 1000, 0)::float8 as ahead_ms`;
  const [taken] = await db.execute<{ ahead_ms: number }>(sql`
    insert into api_budgets as b (key, free_at) values (${key}, now() + ${step})
    on conflict (key) do update set free_at = greatest(b.free_at, now()) + ${step}
    where greatest(b.free_at, now()) + ${step} <= now() + ${window}
    returning ${ahead}
  `);
  // a statement of its own: the one before does not see what others took at the same time
  const [held] = taken
    ? [taken]
    : await db.execute<{ ahead_ms: number }>(sql`
        select ${ahead} from api_budgets where key = ${key}
      `);
  const passed = taken !== undefined;
  const aheadMs = held?.ahead_ms ?? 0;
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
