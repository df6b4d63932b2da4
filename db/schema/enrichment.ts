import { sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  boolean,
  check,
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
import { labelOrigins } from "@/lib/enrichment/classification";
import { type EnrichmentValues, enrichmentSources } from "@/lib/enrichment/enrichment";
import type { FactMarks } from "@/lib/enrichment/fact-marks";
import { createdAt, moment } from "./columns";
import { ofConnection, ofUser, users } from "./identity";
import { providerItems } from "./library";

export const enrichmentSource = pgEnum("enrichment_source", enrichmentSources);
export const labelOrigin = pgEnum("label_origin", labelOrigins);

/**
 * What sources say of recordings, a row per version of a source: what one says never replaces what
 * another said. Rows without a user are facts that are nobody's own.
 */
export const trackEnrichments = pgTable(
  "track_enrichments",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    userId: uuid().references(() => users.id, { onDelete: "cascade" }),
    recordingKey: text().notNull(),
    source: enrichmentSource().notNull(),
    version: integer().notNull(),
    /** When the source was asked. */
    at: moment().notNull(),
    categories: text().array().notNull().default(sql`'{}'`),
    /** See lib/enrichment/enrichment.ts. */
    values: jsonb().$type<EnrichmentValues>().notNull().default({}),
    /** When it was written here, so that what changed since can be found. */
    storedAt: createdAt(),
  },
  (table) => [
    unique("track_enrichments_version")
      .on(table.recordingKey, table.source, table.version, table.userId)
      .nullsNotDistinct(),
    index("track_enrichments_user").on(table.userId).where(sql`${table.userId} is not null`),
    index("track_enrichments_stored").on(table.storedAt),
    check("track_enrichments_version_counts", sql`${table.version} >= 1`),
  ],
);

/** Which recording a provider's track is: the match of a catalogue track decides, else what it says. */
export const libraryRecordings = pgTable(
  "library_recordings",
  {
    connectionId: ofConnection(),
    externalId: text().notNull(),
    recordingKey: text().notNull(),
    /** By the provider's own words alone. */
    ownKey: text().notNull(),
    /** Its newest version; null for what only an export of plays names. */
    itemId: bigint({ mode: "number" }).references(() => providerItems.id, { onDelete: "set null" }),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.externalId] }),
    index("library_recordings_recording").on(table.connectionId, table.recordingKey),
    index("library_recordings_item").on(table.itemId).where(sql`${table.itemId} is not null`),
  ],
);

/** How far a user's facts are gathered. */
export const factRefreshes = pgTable("fact_refreshes", {
  userId: ofUser().primaryKey(),
  /** Up to which row of each table changes were looked for. */
  marks: jsonb().$type<FactMarks>().notNull(),
  /** When that was. */
  markedAt: moment().notNull(),
  /** The facts are as of then; null until all were gathered for the first time. */
  asOf: moment(),
});

/** Recordings whose facts are to be gathered again. */
export const staleFacts = pgTable(
  "stale_facts",
  { userId: ofUser(), recordingKey: text().notNull() },
  (table) => [primaryKey({ columns: [table.userId, table.recordingKey] })],
);

/** Words a user gave to recordings. */
export const trackTags = pgTable(
  "track_tags",
  {
    userId: ofUser(),
    recordingKey: text().notNull(),
    /** As rules compare it: the same word is there once, however it is written. */
    folded: text().notNull(),
    tag: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.recordingKey, table.folded] }),
    index("track_tags_tag").on(table.userId, table.folded),
    check("track_tags_length", sql`char_length(${table.tag}) between 1 and 40`),
  ],
);

/** Labels of recordings. What a person said stays beside what the rules say, and wins. */
export const trackClassifications = pgTable(
  "track_classifications",
  {
    userId: ofUser(),
    recordingKey: text().notNull(),
    /** "energy:high", "mood:dark", "fits:Peak Time" */
    label: text().notNull(),
    origin: labelOrigin().notNull(),
    /** False where a person said that it is not so. */
    holds: boolean().notNull().default(true),
    at: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.recordingKey, table.label, table.origin] }),
    check("track_classifications_rules_affirm", sql`${table.origin} = 'manual' or ${table.holds}`),
  ],
);
