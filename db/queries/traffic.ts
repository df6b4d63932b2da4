import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { Provider } from "@/lib/connections/provider";

/** The row of a provider's bucket, and of cool-downs that concern all its groups. */
export const ALL_GROUPS = "*";

type Admission = {
  admitted: boolean;
  /** Milliseconds until it is worth asking again; 0 when admitted. */
  waitMs: number;
  /** Set while the provider has us wait. */
  coolingUntil: Date | null;
};

/**
 * Takes a token unless a cool-down or an empty bucket forbids it, and enters the request in the
 * ledger: one statement, safe from any number of processes, on the database's clock.
 */
export async function admitRequest(
  db: Db,
  args: {
    provider: Provider;
    group: string;
    burst: number;
    perSecond: number;
    /** Tokens that must remain. */
    reserve: number;
  },
): Promise<Admission> {
  const { provider, group, burst, perSecond, reserve } = args;
  const filled = sql`least(
    ${burst}::float8,
    b.tokens + ${perSecond}::float8
      * greatest(0, extract(epoch from clock_timestamp() - b.refilled_at)::float8)
  )`;

  const rows = await db.execute<{
    admitted: boolean;
    wait_ms: number;
    cooling_until_ms: number | null;
  }>(sql`
    with cooling as (
      select max(until) as until from provider_cooldowns
      where provider = ${provider}::provider
        and endpoint_group in (${group}, ${ALL_GROUPS})
        and until > clock_timestamp()
    ),
    taken as (
      insert into provider_buckets as b (provider, endpoint_group, tokens, refilled_at)
      select ${provider}::provider, ${ALL_GROUPS}, ${burst}::float8 - 1, clock_timestamp()
      from cooling where until is null
      on conflict (provider, endpoint_group) do update
        set tokens = ${filled} - 1, refilled_at = clock_timestamp()
        where ${filled} - 1 >= ${reserve}::float8
      returning tokens
    ),
    entered as (
      insert into provider_requests as r (provider, endpoint_group, hour, requests)
      select ${provider}::provider, ${group}, date_trunc('hour', clock_timestamp()), 1 from taken
      on conflict (provider, endpoint_group, hour) do update set requests = r.requests + 1
    ),
    short as (
      select ${reserve}::float8 + 1 - ${filled} as tokens from provider_buckets b
      where b.provider = ${provider}::provider and b.endpoint_group = ${ALL_GROUPS}
    )
    select
      exists (select 1 from taken) as admitted,
      coalesce(
        (select extract(epoch from until - clock_timestamp()) * 1000 from cooling),
        greatest(20, (select tokens from short) / ${perSecond}::float8 * 1000),
        20
      )::float8 as wait_ms,
      (select extract(epoch from until) * 1000 from cooling)::float8 as cooling_until_ms
  `);

  const row = rows[0];
  if (!row) throw new Error("The governor's statement returned no row.");
  return {
    admitted: row.admitted,
    waitMs: row.admitted ? 0 : Math.ceil(row.wait_ms),
    coolingUntil: row.cooling_until_ms === null ? null : new Date(row.cooling_until_ms),
  };
}

/** Keeps a cool-down, never shortening one that is there, and counts the refusal. */
export async function recordRefusal(
  db: Db,
  args: {
    provider: Provider;
    group: string;
    /** What has to rest: the group, or `ALL_GROUPS`. */
    scope: string;
    seconds: number;
    reason: string;
  },
) {
  const { provider, group, scope, seconds, reason } = args;
  await db.execute(sql`
    with counted as (
      insert into provider_requests as r (provider, endpoint_group, hour, refused)
      values (${provider}::provider, ${group}, date_trunc('hour', clock_timestamp()), 1)
      on conflict (provider, endpoint_group, hour) do update set refused = r.refused + 1
    )
    insert into provider_cooldowns as c (provider, endpoint_group, until, reason, created_at)
    values (
      ${provider}::provider, ${scope},
      clock_timestamp() + make_interval(secs => ${seconds}::float8), ${reason}, clock_timestamp()
    )
    on conflict (provider, endpoint_group) do update
      set until = excluded.until, reason = excluded.reason, created_at = excluded.created_at
      where c.until < excluded.until
  `);
}

export async function recordFailure(db: Db, args: { provider: Provider; group: string }) {
  await db.execute(sql`
    insert into provider_requests as r (provider, endpoint_group, hour, failed)
    values (${args.provider}::provider, ${args.group}, date_trunc('hour', clock_timestamp()), 1)
    on conflict (provider, endpoint_group, hour) do update set failed = r.failed + 1
  `);
}
