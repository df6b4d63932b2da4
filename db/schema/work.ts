import { sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Sample } from "@/lib/jobs/pace";
import { jobKinds, jobLogLevels, jobStatuses } from "@/lib/jobs/status";
import { createdAt, moment } from "./columns";
import { provider, users } from "./identity";

export const jobKind = pgEnum("job_kind", jobKinds);
export const jobStatus = pgEnum("job_status", jobStatuses);
export const jobLogLevel = pgEnum("job_log_level", jobLogLevels);

/** Background work a person can watch. Written in the same transaction as the data it reports on. */
export const jobs = pgTable(
  "jobs",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Whose work it is; nobody's for shared work such as a collection. */
    userId: uuid().references(() => users.id, { onDelete: "cascade" }),
    kind: jobKind().notNull(),
    /** The row the work is about: a collection, a mirror. */
    subjectId: uuid().notNull(),
    title: text().notNull(),
    status: jobStatus().notNull().default("queued"),
    phase: text(),
    message: text(),
    total: integer(),
    done: integer().notNull().default(0),
    failed: integer().notNull().default(0),
    /** Warnings in the log since the job was last opened. */
    warnings: integer().notNull().default(0),
    /** How often a run took it up since it was last opened. */
    attempts: integer().notNull().default(0),
    /** The run that may report to it; null until one has begun. */
    runId: text(),
    /** Where `done` stood lately, oldest first; emptied by a wait. */
    samples: jsonb().$type<Sample[]>().notNull().default([]),
    waitingUntil: moment(),
    startedAt: moment(),
    finishedAt: moment(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [
    index("jobs_recent").on(table.updatedAt),
    index("jobs_ended").on(table.finishedAt, table.id),
    index("jobs_subject").on(table.kind, table.subjectId),
    index("jobs_run").on(table.runId),
    uniqueIndex("jobs_one_open")
      .on(table.kind, table.subjectId)
      .where(sql`${table.status} in ('queued', 'running', 'waiting')`),
  ],
);

/** What a job did, in plain words; the newest lines of it are kept. */
export const jobLog = pgTable(
  "job_log",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    jobId: uuid()
      .notNull()
      .references(() => jobs.id, { onDelete: "cascade" }),
    at: createdAt(),
    level: jobLogLevel().notNull().default("info"),
    message: text().notNull(),
    /** Small facts behind the message: counts, a moment. */
    details: jsonb().$type<Record<string, string | number | null>>(),
  },
  (table) => [index("job_log_newest").on(table.jobId, table.id)],
);

/**
 * Ledger: what each provider group was asked per hour, and for which work: a kind of job,
 * a background function that has no job, or "interactive" when a person was waiting.
 */
export const providerRequests = pgTable(
  "provider_requests",
  {
    provider: provider().notNull(),
    endpointGroup: text().notNull(),
    hour: moment().notNull(),
    kind: text().notNull().default("interactive"),
    /** No foreign key: the numbers stay when a job is erased. */
    jobId: uuid(),
    requests: integer().notNull().default(0),
    refused: integer().notNull().default(0),
    failed: integer().notNull().default(0),
  },
  (table) => [
    unique("provider_requests_entry")
      .on(table.hour, table.provider, table.endpointGroup, table.kind, table.jobId)
      .nullsNotDistinct(),
  ],
);

export const providerCooldowns = pgTable(
  "provider_cooldowns",
  {
    provider: provider().notNull(),
    endpointGroup: text().notNull(),
    until: moment().notNull(),
    /** "quota" or "rate". */
    reason: text(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.provider, table.endpointGroup] })],
);

/** What may be sent now: one row per provider, and one per group that was refused for itself. */
export const providerBuckets = pgTable(
  "provider_buckets",
  {
    provider: provider().notNull(),
    endpointGroup: text().notNull(),
    /** The rule as it was configured when the row was last used. */
    requests: integer().notNull().default(0),
    windowS: doublePrecision().notNull().default(0),
    /** Part of the configured rate that the provider bears at the moment: 0.1 to 1. */
    share: doublePrecision().notNull().default(1),
    slowedAt: moment(),
    /** Paces the background. */
    tokens: doublePrecision().notNull(),
    refilledAt: moment().notNull().defaultNow(),
    /** Requests per slice of the window, the newest first, and the newest slice's number. */
    recent: integer().array().notNull().default([]),
    slice: bigint({ mode: "number" }).notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.provider, table.endpointGroup] })],
);
