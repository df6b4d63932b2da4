import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import type { countBacklog, countJobs, countRecords } from "@/db/queries/metrics";
import { type JobStatus, jobKinds } from "@/lib/jobs/status";

const openStatuses: readonly JobStatus[] = ["queued", "running", "waiting"];
const endStatuses: readonly JobStatus[] = ["done", "partial", "failed", "cancelled"];

const SECONDS = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3_600, 14_400, 86_400];

type Read = {
  jobs: Awaited<ReturnType<typeof countJobs>>;
  backlog: Awaited<ReturnType<typeof countBacklog>>;
  records: Awaited<ReturnType<typeof countRecords>>;
};

/** What is to be done, what was done today, and what is stored. */
export function measureWork(registers: Registry[], { jobs, backlog, records }: Read) {
  const open = new Gauge({
    name: "clouder_jobs",
    help: "Jobs that are open: queued, running, or waiting for a provider.",
    labelNames: ["kind", "status"],
    registers,
  });
  const oldest = new Gauge({
    name: "clouder_oldest_job_seconds",
    help: "Age of the oldest open job, 0 when there is none.",
    labelNames: ["kind", "status"],
    registers,
  });
  const ended = new Gauge({
    name: "clouder_jobs_ended_today",
    help: "Jobs that ended since midnight UTC and were not tried again.",
    labelNames: ["kind", "status"],
    registers,
  });
  const durations = new Histogram({
    name: "clouder_job_duration_seconds",
    help: "From a job's start to its end, for jobs that ended since midnight UTC.",
    labelNames: ["kind", "status"],
    buckets: SECONDS,
    registers,
  });
  for (const kind of jobKinds) {
    for (const status of openStatuses) {
      open.set({ kind, status }, 0);
      oldest.set({ kind, status }, 0);
    }
    for (const status of endStatuses) ended.set({ kind, status }, 0);
  }
  for (const { kind, status, jobs: count, oldest_seconds, seconds_taken } of jobs) {
    if (openStatuses.includes(status)) {
      open.set({ kind, status }, count);
      oldest.set({ kind, status }, oldest_seconds);
    } else {
      ended.set({ kind, status }, count);
      for (const seconds of seconds_taken ?? []) durations.observe({ kind, status }, seconds);
    }
  }

  new Gauge({
    name: "clouder_mirrors_behind",
    help: "Spotify playlists that do not hold their list yet.",
    registers,
  }).set(backlog.mirrors);
  new Gauge({
    name: "clouder_matches_pending",
    help: "Tracks that have not been looked for on Spotify yet.",
    registers,
  }).set(backlog.matches);

  const stored = new Counter({
    name: "clouder_records_stored_total",
    help: "Rows written since the database's statistics began.",
    labelNames: ["table"],
    registers,
  });
  const held = new Gauge({
    name: "clouder_records",
    help: "Rows held, as the database estimates them.",
    labelNames: ["table"],
    registers,
  });
  for (const { table, stored: written, held: rows } of records) {
    stored.inc({ table }, written);
    held.set({ table }, rows);
  }
}
