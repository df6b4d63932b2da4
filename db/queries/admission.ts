import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { Provider } from "@/lib/connections/provider";
import {
  burstOf,
  type Lane,
  LEAST_SHARE,
  type Limit,
  reserveOf,
  SLOWER,
  stepOf,
} from "@/lib/traffic/pace";
import { afterLocked, lockedBuckets } from "./admission-locks";

/** The row of a provider's bucket, and of cool-downs that concern all its groups. */
export const ALL_GROUPS = "*";

/** A window is counted in slices; some more are kept, for the time requests take on their way. */
export const SLICES = 200;
const KEPT_SLICES = 210;
const LEAST_LATE = 3;

/** Who asks for what, and on whose account. */
export type Asking = {
  provider: Provider;
  group: string;
  work: { kind: string; jobId: string | null };
};

type Turn = Asking & {
  lane: Lane;
  limit: Limit;
  /** How much later one request may reach the provider than another that was admitted with it. */
  jitterMs: number;
};

type Admission = {
  admitted: boolean;
  /** Milliseconds until it is worth asking again; 0 when admitted. */
  waitMs: number;
  /** Set while the provider has us wait. */
  coolingUntil: Date | null;
};

/**
 * Makes room for one request unless a cool-down, a full window or, in the background, the pace
 * forbids it, and enters it in the ledger: one statement, safe from any number of processes, on the
 * database's clock. It does not wait for the disk, so that the bucket's row is free again at once: a
 * machine that loses power forgets the requests of its last moment, and the provider's refusals
 * make up for it. Not for use inside a transaction, which would not wait for the disk either.
 */
export async function admitRequest(db: Db, args: Turn): Promise<Admission> {
  const verdict = await judge(db, args);
  if (verdict.known) return verdict;
  await db.execute(sql`
    insert into provider_buckets (provider, endpoint_group, tokens)
    values (${args.provider}::provider, ${ALL_GROUPS}, 0)
    on conflict (provider, endpoint_group) do nothing
  `);
  return admitRequest(db, args);
}

async function judge(db: Db, args: Turn) {
  const { provider, group, lane, limit, jitterMs } = args;
  const { requests, windowS } = limit;
  const sliceS = windowS / SLICES;
  const late = Math.max(LEAST_LATE, Math.ceil(jitterMs / 1000 / sliceS));
  const counted = Math.min(KEPT_SLICES, SLICES + late);
  const paced = lane === "background";

  const rows = await db.execute<{
    known: boolean;
    admitted: boolean;
    wait_ms: number;
    cooling_until_ms: number | null;
  }>(sql`
    with quick as materialized (
      select set_config('synchronous_commit', 'off', true)
    ),
    locked as materialized (
      select *, window_s = ${windowS}::float8 as same_window
      from provider_buckets
      where provider = ${provider}::provider and endpoint_group in (${group}, ${ALL_GROUPS})
      order by endpoint_group
      for update
    ),
    clocked as materialized (
      select *, extract(epoch from clock_timestamp())::float8 as now_s from locked
    ),
    numbered as materialized (
      select *,
        greatest(
          floor(now_s / ${sliceS}::float8)::bigint, case when same_window then slice end
        ) as current
      from clocked
    ),
    moved as materialized (
      select endpoint_group, share, now_s, current,
        least(
          ${burstOf(limit)}::float8,
          case when same_window then tokens + ${requests / windowS}::float8 * share
            * greatest(0, now_s - extract(epoch from refilled_at)::float8)
            else ${burstOf(limit)}::float8 end
        ) as tokens,
        (array_fill(0, array[
          case when same_window then least(${KEPT_SLICES}, current - slice)::int
            else ${KEPT_SLICES}::int end
        ]) || recent || array_fill(0, array[${KEPT_SLICES}::int]))[1:${KEPT_SLICES}] as recent
      from numbered
    ),
    counted as materialized (
      select *,
        (select sum(sent) from unnest(recent[:${counted}]) as sent) as used,
        greatest(
          1, floor(${requests}::float8 * share)::int - ${reserveOf(lane, limit)}::int
        ) as most
      from moved
    ),
    waits as materialized (
      select endpoint_group,
        case when used < most then 0 else (
          select ${sliceS}::float8 * (current + 1 + ${counted} - min(place)) - now_s
          from (
            select place, sum(sent) over (order by place) as since
            from unnest(recent) with ordinality as slices (sent, place)
          ) as slices
          where since >= most
        ) end as window_wait_s,
        case when ${paced} and tokens < 1
          then (1 - tokens) / (${requests / windowS}::float8 * share) else 0 end as pace_wait_s
      from counted
    ),
    cooling as materialized (
      select extract(epoch from max(until))::float8 as until_s from provider_cooldowns
      where provider = ${provider}::provider
        and endpoint_group in (${group}, ${ALL_GROUPS})
        and until > clock_timestamp()
    ),
    verdict as materialized (
      select
        coalesce(bool_or(endpoint_group = ${ALL_GROUPS}), false) as known,
        coalesce(bool_or(endpoint_group = ${ALL_GROUPS}), false)
          and bool_and(window_wait_s = 0 and pace_wait_s = 0)
          and (select until_s from cooling) is null as admitted,
        max(greatest(window_wait_s, pace_wait_s)) as wait_s
      from waits
    ),
    taken as (
      update provider_buckets as b set
        requests = ${requests}, window_s = ${windowS}::float8,
        tokens = greatest(0, c.tokens - 1), refilled_at = to_timestamp(c.now_s),
        recent = array[c.recent[1] + 1] || c.recent[2:], slice = c.current,
        share = least(1, c.share + ${stepOf(limit)}::float8)
      from counted c
      where b.provider = ${provider}::provider and b.endpoint_group = c.endpoint_group
        and (select admitted from verdict)
    ),
    entered as (
      ${entryOf(args, "requests", sql`from verdict where admitted`)}
    )
    select known, admitted, until_s * 1000 as cooling_until_ms,
      coalesce(
        (until_s - extract(epoch from clock_timestamp())::float8) * 1000, greatest(5, wait_s * 1000)
      ) as wait_ms
    from verdict, cooling, quick
  `);

  const row = rows[0];
  if (!row) throw new Error("The governor's statement returned no row.");
  return {
    known: row.known,
    admitted: row.admitted,
    waitMs: row.admitted ? 0 : Math.max(1, Math.ceil(row.wait_ms)),
    coolingUntil: row.cooling_until_ms === null ? null : new Date(row.cooling_until_ms),
  };
}

/** Keeps a cool-down, never shortening one that is there, slows down, and counts the refusal. */
export async function recordRefusal(
  db: Db,
  args: Asking & {
    /** What has to rest and is slowed: the group, or `ALL_GROUPS`. */
    scope: string;
    seconds: number;
    reason: "quota" | "rate";
    /** Since the request was sent: what was on its way together is one refusal. */
    elapsedMs: number;
  },
) {
  const { provider, scope, seconds, reason, elapsedMs } = args;
  await db.execute(sql`
    with ${lockedBuckets(provider, [scope])},
    counted as (
      ${entryOf(args, "refused", afterLocked)}
    ),
    slowed as (
      insert into provider_buckets as b (provider, endpoint_group, tokens, share, slowed_at)
      values (${provider}::provider, ${scope}, 0, ${SLOWER}::float8, clock_timestamp())
      on conflict (provider, endpoint_group) do update
        set share = greatest(${LEAST_SHARE}::float8, b.share * ${SLOWER}::float8),
          slowed_at = excluded.slowed_at
        where b.slowed_at is null
          or b.slowed_at < clock_timestamp() - make_interval(secs => ${elapsedMs / 1000}::float8)
    )
    insert into provider_cooldowns as c (provider, endpoint_group, until, reason, created_at)
    select ${provider}::provider, ${scope},
      clock_timestamp() + make_interval(secs => ${seconds}::float8), ${reason}, clock_timestamp()
    ${afterLocked}
    on conflict (provider, endpoint_group) do update
      set until = excluded.until, reason = excluded.reason, created_at = excluded.created_at
      where c.until < excluded.until
  `);
}

/** Counts a request that was not answered, and takes back what it added to the share. */
export async function recordFailure(db: Db, args: Asking & { limit: Limit }) {
  const { provider, group, limit } = args;
  await db.execute(sql`
    with ${lockedBuckets(provider, [group, ALL_GROUPS])},
    taken_back as (
      update provider_buckets b
      set share = greatest(${LEAST_SHARE}::float8, b.share - ${stepOf(limit)}::float8)
      from locked
      where b.provider = ${provider}::provider and b.endpoint_group = locked.endpoint_group
        and b.share < 1
    )
    ${entryOf(args, "failed", afterLocked)}
  `);
}

/** One more in a column of the ledger, in the hour that it is on the database's clock. */
function entryOf(
  { provider, group, work }: Asking,
  column: "requests" | "refused" | "failed",
  source = sql``,
) {
  const name = sql.identifier(column);
  return sql`
    insert into provider_requests as r (provider, endpoint_group, hour, kind, job_id, ${name})
    select ${provider}::provider, ${group}, date_trunc('hour', clock_timestamp(), 'UTC'),
      ${work.kind}, ${work.jobId}::uuid, 1
    ${source}
    on conflict (hour, provider, endpoint_group, kind, job_id) do update set ${name} = r.${name} + 1
  `;
}
