import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { jobs, providerBuckets, providerCooldowns, providerRequests } from "@/db/schema/work";
import { withRollback } from "@/db/testing/rollback";
import { readMetrics } from "./read-metrics";

const minutesAgo = (minutes: number) => sql<Date>`now() - make_interval(mins => ${minutes})`;
/** Today whatever the hour is, and not today. */
const today = sql<Date>`greatest(now() - interval '1 second', date_trunc('day', now(), 'UTC'))`;
const yesterday = sql<Date>`now() - interval '25 hours'`;

type Job = {
  status: "queued" | "done" | "failed";
  createdAt?: typeof today;
  endedAt?: typeof today;
};

const createJob = (db: Db, { status, createdAt, endedAt }: Job) =>
  db.insert(jobs).values({
    kind: "collection",
    subjectId: crypto.randomUUID(),
    title: "Techno, 2026-W46",
    status,
    ...(createdAt && { createdAt }),
    ...(endedAt && { startedAt: sql`${endedAt} - interval '2 seconds'`, finishedAt: endedAt }),
  });

const told = async (db: Db, name: string) =>
  (await readMetrics(db, { now: new Date() }))
    .split("\n")
    .filter((line) => line.startsWith(`${name}{`));

test("open jobs are counted by kind and status, with the age of the oldest", () =>
  withRollback(async (tx) => {
    await createJob(tx, { status: "queued", createdAt: minutesAgo(10) });
    await createJob(tx, { status: "queued", createdAt: minutesAgo(2) });
    expect(await told(tx, "clouder_jobs")).toContain(
      'clouder_jobs{kind="collection",status="queued"} 2',
    );
    expect(await told(tx, "clouder_jobs")).toContain(
      'clouder_jobs{kind="mirror",status="waiting"} 0',
    );
    const [age] = (await told(tx, "clouder_oldest_job_seconds"))
      .filter((line) => line.includes('"queued"') && line.includes("collection"))
      .map((line) => Number(line.split(" ").at(-1)));
    expect(age).toBeCloseTo(600, 3);
  }));

test("jobs that ended today are counted once and timed; yesterday's are not", () =>
  withRollback(async (tx) => {
    await createJob(tx, { status: "done", endedAt: today });
    await createJob(tx, { status: "failed", endedAt: today });
    await createJob(tx, { status: "done", endedAt: yesterday });
    expect(await told(tx, "clouder_jobs_ended_today")).toContain(
      'clouder_jobs_ended_today{kind="collection",status="done"} 1',
    );
    const buckets = await told(tx, "clouder_job_duration_seconds_bucket");
    const done = buckets.filter((line) => line.includes('status="done"'));
    expect(done).toContain(
      'clouder_job_duration_seconds_bucket{le="1",kind="collection",status="done"} 0',
    );
    expect(done).toContain(
      'clouder_job_duration_seconds_bucket{le="2.5",kind="collection",status="done"} 1',
    );
  }));

test("requests, refusals and failures are counted per provider and group, for today", () =>
  withRollback(async (tx) => {
    const ledger = { provider: "spotify", endpointGroup: "search" } as const;
    await tx.insert(providerRequests).values([
      { ...ledger, hour: today, requests: 7, refused: 2, failed: 1 },
      { ...ledger, hour: yesterday, requests: 100, refused: 100, failed: 100 },
    ]);
    const group = '{provider="spotify",group="search"}';
    for (const [name, count] of [
      ["requests", 7],
      ["refused", 2],
      ["failed", 1],
    ]) {
      const metric = `clouder_provider_${name}_total`;
      expect(await told(tx, metric)).toEqual([`${metric}${group} ${count}`]);
    }
  }));

test("a cool-down is told while it lasts", () =>
  withRollback(async (tx) => {
    const rest = { provider: "spotify", reason: "quota" } as const;
    const until = (minutes: number) => sql<Date>`now() + make_interval(mins => ${minutes})`;
    await tx.insert(providerCooldowns).values([
      { ...rest, endpointGroup: "search", until: until(5) },
      { ...rest, endpointGroup: "tracks", until: until(-5) },
    ]);
    const [line, ...others] = await told(tx, "clouder_provider_cooldown_seconds");
    expect(line).toContain('{provider="spotify",group="search",reason="quota"}');
    expect(Number(line?.split(" ").at(-1))).toBeCloseTo(300, -1);
    expect(others).toEqual([]);
  }));

test("the allowed rate is told beside the configured one", () =>
  withRollback(async (tx) => {
    const bucket = { provider: "beatport", endpointGroup: "*", tokens: 1 } as const;
    await tx.insert(providerBuckets).values({ ...bucket, requests: 60, windowS: 30, share: 0.5 });
    for (const [name, value] of [
      ["configured_per_second", 2],
      ["allowed_per_second", 1],
      ["tokens", 30],
    ]) {
      const metric = `clouder_provider_${name}`;
      expect(await told(tx, metric)).toEqual([`${metric}{provider="beatport",group="*"} ${value}`]);
    }
  }));

test("rows are told per table", () =>
  withRollback(async (tx) => {
    expect(await told(tx, "clouder_records_stored_total")).toContainEqual(
      expect.stringMatching(/\{table="tracks"\} \d+$/),
    );
  }));
