import { Registry } from "prom-client";
import type { Db } from "@/db/handle";
import {
  countBacklog,
  countJobs,
  countRecords,
  countRequests,
  listCooldownSeconds,
} from "@/db/queries/metrics";
import { measureProviders } from "./measure-providers";
import { measureWork } from "./measure-work";

/**
 * The installation's numbers in Prometheus' text format, read from the database, so that every
 * process tells the same.
 */
export async function readMetrics(db: Db): Promise<string> {
  const [jobs, backlog, records, requests, cooldowns] = await Promise.all([
    countJobs(db),
    countBacklog(db),
    countRecords(db),
    countRequests(db),
    listCooldownSeconds(db),
  ]);
  const registry = new Registry();
  measureWork([registry], { jobs, backlog, records });
  measureProviders([registry], { requests, cooldowns });
  return registry.metrics();
}
