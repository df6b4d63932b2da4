import "server-only";
import { and, asc, eq, gte, isNull, lt, or, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { jobs, providerBuckets, providerCooldowns, providerRequests } from "@/db/schema/work";
import type { Provider } from "@/lib/connections/provider";
import { SLICES } from "./admission";

type Used = { requests: number; refused: number; failed: number };

const used = {
  requests: sql<number>`sum(${providerRequests.requests})::int`,
  refused: sql<number>`sum(${providerRequests.refused})::int`,
  failed: sql<number>`sum(${providerRequests.failed})::int`,
};

type GroupUsage = Used & { provider: Provider; group: string; hour: Date };

/** What each provider group was asked per hour since the one that `since` is in, oldest first. */
export function listUsage(db: Db, { since }: { since: Date }): Promise<GroupUsage[]> {
  return db
    .select({
      provider: providerRequests.provider,
      group: providerRequests.endpointGroup,
      hour: providerRequests.hour,
      ...used,
    })
    .from(providerRequests)
    .where(gte(providerRequests.hour, hourOf(since)))
    .groupBy(providerRequests.provider, providerRequests.endpointGroup, providerRequests.hour)
    .orderBy(
      asc(providerRequests.provider),
      asc(providerRequests.endpointGroup),
      asc(providerRequests.hour),
    );
}

type JobUsage = Used & {
  provider: Provider;
  group: string;
  /** A kind of job, a background function without one, or "interactive". */
  kind: string;
  /** Null where there is no job, or it is another user's: then all of them are one row. */
  jobId: string | null;
  title: string | null;
  lastHour: Date;
};

/** What each kind of work asked for, by job where the user may know the job; the most first. */
export function listUsageByJob(
  db: Db,
  { since, userId }: { since: Date; userId: string },
): Promise<JobUsage[]> {
  return db
    .select({
      provider: providerRequests.provider,
      group: providerRequests.endpointGroup,
      kind: providerRequests.kind,
      jobId: jobs.id,
      title: jobs.title,
      ...used,
      lastHour: sql`max(${providerRequests.hour})`.mapWith(providerRequests.hour),
    })
    .from(providerRequests)
    .leftJoin(
      jobs,
      and(eq(jobs.id, providerRequests.jobId), or(eq(jobs.userId, userId), isNull(jobs.userId))),
    )
    .where(gte(providerRequests.hour, hourOf(since)))
    .groupBy(
      providerRequests.provider,
      providerRequests.endpointGroup,
      providerRequests.kind,
      jobs.id,
    )
    .orderBy(sql`sum(${providerRequests.requests}) desc`, asc(providerRequests.kind));
}

/** The ledger's hours begin in UTC. */
const hourOf = (moment: Date) => new Date(Math.floor(moment.getTime() / 3_600_000) * 3_600_000);

type Cooldown = {
  provider: Provider;
  /** "*" when all groups rest. */
  group: string;
  reason: string | null;
  since: Date;
  until: Date;
};

/** What rests at the moment, and why; the longest first. */
export function listCooldowns(db: Db): Promise<Cooldown[]> {
  return db
    .select({
      provider: providerCooldowns.provider,
      group: providerCooldowns.endpointGroup,
      reason: providerCooldowns.reason,
      since: providerCooldowns.createdAt,
      until: providerCooldowns.until,
    })
    .from(providerCooldowns)
    .where(sql`${providerCooldowns.until} > clock_timestamp()`)
    .orderBy(sql`${providerCooldowns.until} desc`);
}

type Bucket = {
  provider: Provider;
  /** "*" for the whole provider; other rows are groups that were refused for themselves. */
  group: string;
  /** The configured rule: so many requests in any window of so many seconds. */
  requests: number;
  windowS: number;
  /** Part of the rule that is used now, 0.1 to 1: less after refusals. */
  share: number;
  /** Requests in the window that ends now. */
  inWindow: number;
  slowedAt: Date | null;
};

/** What may be sent now: `requests × share` in the window, of which `inWindow` are gone. */
export function listBuckets(db: Db): Promise<Bucket[]> {
  const bucket = providerBuckets;
  const secondsAgo = sql`extract(epoch from clock_timestamp() - ${bucket.refilledAt})`;
  return db
    .select({
      provider: bucket.provider,
      group: bucket.endpointGroup,
      requests: bucket.requests,
      windowS: bucket.windowS,
      share: bucket.share,
      inWindow: sql<number>`(
        select coalesce(sum(sent), 0)::int
        from unnest(${bucket.recent}) with ordinality as slices (sent, place)
        where (place - 1) * ${bucket.windowS} / ${SLICES} + ${secondsAgo} < ${bucket.windowS}
      )`,
      slowedAt: bucket.slowedAt,
    })
    .from(bucket)
    .where(sql`${bucket.requests} > 0`)
    .orderBy(asc(bucket.provider), asc(bucket.endpointGroup));
}

/** Forgets what is older than so many days. */
export async function pruneLedger(db: Db, { days }: { days: number }): Promise<{ rows: number }> {
  const pruned = await db
    .delete(providerRequests)
    .where(lt(providerRequests.hour, sql`now() - make_interval(days => ${days})`))
    .returning({ hour: providerRequests.hour });
  return { rows: pruned.length };
}
