import { Registry } from "prom-client";
import type { Db } from "@/db/handle";
import { countBacklog, countJobs, countRecords, countRequests } from "@/db/queries/metrics";
import { countSyncParts, countSyncs } from "@/db/queries/metrics-syncs";
import { listBuckets, listCooldowns } from "@/db/queries/traffic";
import { measureProviders } from "./measure-providers";
import { measureSyncs } from "./measure-syncs";
import { measureWork } from "./measure-work";

/**
 * The installation's numbers in Prometheus' text format, read from the database, so that every
 * process tells the same.
 */
export async function readMetrics(db: Db, { now }: { now: Date }): Promise<string> {
  const [jobs, backlog, records, requests, cooldowns, buckets, syncs, parts] = await Promise.all([
    countJobs(db),
    countBacklog(db),
    countRecords(db),
    countRequests(db),
    listCooldowns(db),
    listBuckets(db),
    countSyncs(db),
    countSyncParts(db),
  ]);
  const registry = new Registry();
  measureWork([registry], { jobs, backlog, records });
  measureSyncs([registry], { syncs, parts });
  measureProviders([registry], { requests, cooldowns, buckets, now });
  return registry.metrics();
}
