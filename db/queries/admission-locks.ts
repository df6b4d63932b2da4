import "server-only";
import { sql } from "drizzle-orm";
import type { Provider } from "@/lib/connections/provider";

/**
 * Every statement takes the buckets first, in their order, and then the ledger, so that none waits
 * for another in a circle.
 */
export const lockedBuckets = (provider: Provider, groups: readonly string[]) => sql`
  locked as materialized (
    select endpoint_group from provider_buckets
    where provider = ${provider}::provider and endpoint_group = any(${sql.param([...groups])}::text[])
    order by endpoint_group
    for update
  )`;

/** What is selected from it is written after the buckets are locked. */
export const afterLocked = sql`from (select count(*) from locked) as after_them`;
