import { sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  boolean,
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
import {
  libraryParts,
  listStatuses,
  syncModes,
  syncStatuses,
  syncTriggers,
} from "@/lib/library/part";
import { createdAt, moment } from "./columns";
import { connections, ofConnection, ofUser, provider } from "./identity";

export const libraryPart = pgEnum("library_part", libraryParts);
export const syncTrigger = pgEnum("sync_trigger", syncTriggers);
export const syncMode = pgEnum("sync_mode", syncModes);
export const syncStatus = pgEnum("sync_status", syncStatuses);
export const listStatus = pgEnum("list_status", listStatuses);

/** When a connection's library is read. */
export const syncSettings = pgTable("sync_settings", {
  connectionId: uuid()
    .primaryKey()
    .references(() => connections.id, { onDelete: "cascade" }),
  isPaused: boolean().notNull().default(false),
  /** Hours between two syncs of everything but plays. */
  everyHours: integer().notNull().default(24),
  nextSyncAt: moment().notNull().defaultNow(),
  /** When a sync reads everything again, also what cannot have changed. */
  nextFullSyncAt: moment().notNull().defaultNow(),
  /** Plays are asked for more often: only the last fifty can be had. */
  nextPlaysAt: moment().notNull().defaultNow(),
  updatedAt: createdAt(),
});

/** One pass over a library. */
export const syncRuns = pgTable(
  "sync_runs",
  {
    id: uuid().primaryKey().defaultRandom(),
    connectionId: ofConnection(),
    userId: ofUser(),
    provider: provider().notNull(),
    trigger: syncTrigger().notNull(),
    mode: syncMode().notNull(),
    status: syncStatus().notNull().default("pending"),
    startedAt: moment(),
    finishedAt: moment(),
    /** When the background was last told of it; a run that stands still is announced again. */
    announcedAt: createdAt(),
    createdAt: createdAt(),
  },
  (table) => [
    index("sync_runs_recent").on(table.connectionId, table.createdAt),
    uniqueIndex("sync_runs_one_open")
      .on(table.connectionId)
      .where(sql`${table.status} in ('pending', 'running', 'waiting')`),
  ],
);

/** What a run did with one part: what the provider said there is, and what became of it. */
export const syncRunParts = pgTable(
  "sync_run_parts",
  {
    runId: uuid()
      .notNull()
      .references(() => syncRuns.id, { onDelete: "cascade" }),
    connectionId: ofConnection(),
    part: libraryPart().notNull(),
    status: syncStatus().notNull().default("pending"),
    /** Rows the provider says there are to read in this run; null until it said so. */
    requested: integer(),
    /** Rows read and kept, whether or not they brought anything new. */
    stored: integer().notNull().default(0),
    /** History rows appended: what was new, changed or gone. */
    appended: integer().notNull().default(0),
    gone: integer().notNull().default(0),
    /** Rows that could not be read; they are kept as they came and count as stored. */
    unreadable: integer().notNull().default(0),
    requests: integer().notNull().default(0),
    /** How often the provider had it wait. */
    waits: integer().notNull().default(0),
    waitingUntil: moment(),
    problem: text(),
    startedAt: moment(),
    finishedAt: moment(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.part] })],
);

/**
 * A list inside a part that is paged through as one: the top of a range, the saved tracks, the
 * playlists, the rows of one playlist. Settled ones are kept: they say what was last read whole.
 */
export const syncLists = pgTable(
  "sync_lists",
  {
    runId: uuid()
      .notNull()
      .references(() => syncRuns.id, { onDelete: "cascade" }),
    connectionId: ofConnection(),
    part: libraryPart().notNull(),
    /** Which of the part's lists: a range, a playlist's id, or nothing where there is only one. */
    subject: text().notNull().default(""),
    status: listStatus().notNull().default("reading"),
    /** How often it was begun: a list that moves under the reading is read again. */
    reading: integer().notNull().default(1),
    /** What the provider called its state before the reading began: a playlist's snapshot. */
    version: text(),
    /** Rows the provider says it has, as the newest page tells it. */
    total: integer(),
    /** Rows that are to be read; fewer than `total` when the reading stopped at known ground. */
    requested: integer(),
    stored: integer().notNull().default(0),
    appended: integer().notNull().default(0),
    gone: integer().notNull().default(0),
    unreadable: integer().notNull().default(0),
    problem: text(),
    settledAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.part, table.subject] }),
    index("sync_lists_last").on(table.connectionId, table.part, table.subject, table.settledAt),
  ],
);

/**
 * The pages of a run, read or still to be read: a run that stopped goes on where it stood. They go
 * when their run has ended.
 */
export const syncPages = pgTable(
  "sync_pages",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    runId: uuid()
      .notNull()
      .references(() => syncRuns.id, { onDelete: "cascade" }),
    connectionId: ofConnection(),
    part: libraryPart().notNull(),
    subject: text().notNull().default(""),
    /** Where the page begins, as the provider's library says it. */
    cursor: text().notNull(),
    /** Tries that failed. */
    attempts: integer().notNull().default(0),
    /** Not to be asked for sooner. */
    dueAt: moment().notNull().defaultNow(),
    /** Null until the page is read. */
    readAt: moment(),
    /** Rows on it, and how many the list has, as it said then. */
    rows: integer(),
    total: integer(),
  },
  (table) => [
    unique("sync_pages_once").on(table.runId, table.part, table.subject, table.cursor),
    index("sync_pages_unread")
      .on(table.runId, table.part, table.id)
      .where(sql`${table.readAt} is null`),
  ],
);

/**
 * What a run has seen of one list, row by row, until the list is complete and can be compared with
 * what was known. Rows go when their list is settled.
 */
export const syncSightings = pgTable(
  "sync_sightings",
  {
    runId: uuid()
      .notNull()
      .references(() => syncRuns.id, { onDelete: "cascade" }),
    connectionId: uuid().notNull(),
    part: libraryPart().notNull(),
    subject: text().notNull().default(""),
    position: integer().notNull(),
    /** Null for a row whose item the provider no longer names. */
    externalId: text(),
    itemId: bigint({ mode: "number" }),
    /** The columns of the history row to be. */
    facts: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.part, table.subject, table.position] })],
);
