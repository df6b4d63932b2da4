import { sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  check,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { importStatuses, subjectKinds } from "@/lib/history/kind";
import { createdAt, moment } from "./columns";
import { ofConnection, ofUser, provider } from "./identity";
import { userRecentlyPlayed } from "./plays";

export const subjectKind = pgEnum("subject_kind", subjectKinds);
export const importStatus = pgEnum("import_status", importStatuses);

/** Equal is equal in every database's locale, and ordering is cheap. */
const bytewise = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** How a person's days are cut. */
export const historySettings = pgTable("history_settings", {
  userId: ofUser().primaryKey(),
  /** An IANA name. */
  timeZone: text().notNull(),
});

/**
 * How far the plays of a connection are summed up, in whose days, and which counting of the sums
 * below is shown; the next one is under way while the time zone changes.
 */
export const playSums = pgTable("play_sums", {
  connectionId: ofConnection().primaryKey(),
  timeZone: text().notNull(),
  /** The newest play that is in them. */
  upTo: bigint({ mode: "number" }).notNull(),
  counting: integer().notNull().default(0),
});

/** The counting after the one that is shown: in whose days it is, and how far. */
export const playRecounts = pgTable("play_recounts", {
  connectionId: ofConnection().primaryKey(),
  timeZone: text().notNull(),
  upTo: bigint({ mode: "number" }).notNull(),
});

/** Plays per day of the person's calendar. */
export const playDays = pgTable(
  "play_days",
  {
    connectionId: ofConnection(),
    counting: integer().notNull().default(0),
    day: date().notNull(),
    plays: integer().notNull(),
    ms: bigint({ mode: "number" }).notNull(),
    /** The plays of each of its hours. */
    hours: integer().array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.counting, table.day] }),
    check("play_days_hours", sql`array_length(${table.hours}, 1) = 24`),
  ],
);

/** A track, artist or album that was heard, and how much of it in all. */
export const playSubjects = pgTable(
  "play_subjects",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    connectionId: ofConnection(),
    kind: subjectKind().notNull(),
    /** The provider's id of a track; for artists and albums, which exports do not identify, their names. */
    key: bytewise().notNull(),
    name: text().notNull(),
    artistName: text(),
    plays: integer().notNull(),
    ms: bigint({ mode: "number" }).notNull(),
    firstAt: moment().notNull(),
    lastAt: moment().notNull(),
  },
  (table) => [
    unique("play_subjects_key").on(table.connectionId, table.kind, table.key),
    index("play_subjects_first").on(table.connectionId, table.kind, table.firstAt),
  ],
);

const ofSubject = () => ({
  connectionId: ofConnection(),
  counting: integer().notNull().default(0),
  kind: subjectKind().notNull(),
  /** No foreign key, which would double the time of a counting: subjects only go with their connection. */
  subjectId: bigint({ mode: "number" }).notNull(),
  plays: integer().notNull(),
  ms: bigint({ mode: "number" }).notNull(),
});

/** Plays of a subject per month of the person's calendar, which is named by its first day. */
export const playMonths = pgTable(
  "play_months",
  { ...ofSubject(), month: date().notNull() },
  (table) => [
    primaryKey({
      columns: [table.connectionId, table.counting, table.kind, table.month, table.subjectId],
    }),
  ],
);

/** The same per year: long periods are made of years, and of months at their ends. */
export const playYears = pgTable(
  "play_years",
  { ...ofSubject(), year: date().notNull() },
  (table) => [
    primaryKey({
      columns: [table.connectionId, table.counting, table.kind, table.year, table.subjectId],
    }),
  ],
);

/** The reading of a provider's own export of everything that was played. */
export const playImports = pgTable(
  "play_imports",
  {
    id: uuid().primaryKey().defaultRandom(),
    connectionId: ofConnection(),
    userId: ofUser(),
    provider: provider().notNull(),
    status: importStatus().notNull().default("uploading"),
    /** What was sent, in the order of the files on disk. */
    uploads: jsonb().$type<{ name: string; bytes: number }[]>().notNull(),
    rowsRead: integer().notNull().default(0),
    added: integer().notNull().default(0),
    alreadyKnown: integer().notNull().default(0),
    /** Rows that are no play of a track, counted by what they are. */
    setAside: jsonb().$type<Record<string, number>>().notNull().default({}),
    /** The plays of tracks it tells of lie between these. */
    firstAt: moment(),
    lastAt: moment(),
    problem: text(),
    createdAt: createdAt(),
    finishedAt: moment(),
  },
  (table) => [index("play_imports_recent").on(table.connectionId, table.createdAt)],
);

/** A document of an import, and how far it is read: a reading that broke off goes on there. */
export const playImportFiles = pgTable(
  "play_import_files",
  {
    importId: uuid()
      .notNull()
      .references(() => playImports.id, { onDelete: "cascade" }),
    connectionId: ofConnection(),
    position: integer().notNull(),
    /** Which of the uploads it is in, and its name there if that one is an archive. */
    upload: integer().notNull(),
    entry: text(),
    name: text().notNull(),
    bytes: bigint({ mode: "number" }).notNull(),
    rowsRead: integer().notNull().default(0),
    readAt: moment(),
    /** Why it could not be read to its end. */
    problem: text(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.position] })],
);

/** A live play that an export tells of too: when it ended, and how long it was heard. */
export const exportedPlays = pgTable(
  "exported_plays",
  {
    playId: bigint({ mode: "number" })
      .primaryKey()
      .references(() => userRecentlyPlayed.id, { onDelete: "cascade" }),
    connectionId: ofConnection(),
    externalId: text().notNull(),
    endedAt: moment().notNull(),
    msPlayed: integer().notNull(),
    details: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    unique("exported_plays_once").on(table.connectionId, table.endedAt, table.externalId),
  ],
);
