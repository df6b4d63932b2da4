import { Gauge, Histogram, type Registry } from "prom-client";
import type { countSyncParts, countSyncs } from "@/db/queries/metrics-syncs";

const SECONDS = [1, 2.5, 5, 10, 30, 60, 300, 900, 3_600, 14_400, 86_400];
const RECORDS = ["requested", "stored", "appended", "gone", "unreadable"] as const;

type Read = {
  syncs: Awaited<ReturnType<typeof countSyncs>>;
  parts: Awaited<ReturnType<typeof countSyncParts>>;
};

/** How syncs of libraries went today: how long, how many records, which parts, how often they waited. */
export function measureSyncs(registers: Registry[], { syncs, parts }: Read) {
  const durations = new Histogram({
    name: "clouder_sync_duration_seconds",
    help: "From a library sync's start to its end, for those that ended since midnight UTC.",
    labelNames: ["provider", "mode", "status"],
    buckets: SECONDS,
    registers,
  });
  for (const { provider, mode, status, seconds_taken } of syncs) {
    for (const seconds of seconds_taken ?? [])
      durations.observe({ provider, mode, status }, seconds);
  }

  const ended = new Gauge({
    name: "clouder_sync_parts_today",
    help: "Parts of libraries that were synced since midnight UTC, by how they ended.",
    labelNames: ["provider", "part", "status"],
    registers,
  });
  const records = new Gauge({
    name: "clouder_sync_records_today",
    help: "Rows of libraries: asked for, kept, appended to the history, gone, unreadable.",
    labelNames: ["provider", "part", "records"],
    registers,
  });
  const waits = new Gauge({
    name: "clouder_sync_waits_today",
    help: "How often a provider's limit had a part wait.",
    labelNames: ["provider", "part"],
    registers,
  });
  for (const row of parts) {
    const { provider, part } = row;
    ended.inc({ provider, part, status: row.status }, row.parts);
    for (const name of RECORDS) records.inc({ provider, part, records: name }, row[name]);
    waits.inc({ provider, part }, row.waits);
  }
}
