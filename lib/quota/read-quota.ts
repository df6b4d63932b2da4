import type { Db } from "@/db/handle";
import { listBuckets, listCooldowns, listUsage, listUsageByJob } from "@/db/queries/traffic";
import { dayStart, ledgerStart, type Quota, quotaOf } from "./quota-view";

/** What was asked of the providers; jobs of other people go without their titles. */
export async function readQuota(
  db: Db,
  { userId, now }: { userId: string; now: Date },
): Promise<Quota> {
  const [usage, work, cooldowns, buckets] = await Promise.all([
    listUsage(db, { since: ledgerStart(now) }),
    listUsageByJob(db, { since: dayStart(now), userId }),
    listCooldowns(db),
    listBuckets(db),
  ]);
  return quotaOf({ now, usage, work, cooldowns, buckets });
}
