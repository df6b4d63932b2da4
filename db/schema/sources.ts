import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { sourceKinds, sourceStatuses } from "@/lib/sources/source";
import { tracks } from "./catalog";
import { createdAt, moment } from "./columns";
import { connections, ofUser } from "./identity";

export const sourceKind = pgEnum("source_kind", sourceKinds);
export const sourceStatus = pgEnum("source_status", sourceStatuses);

/** Only what is read from a library hangs on its connection. */
const ofLibrary = () => uuid().references(() => connections.id, { onDelete: "cascade" });

/** A list of tracks that a person gathers: from their library, their curation or the catalogue. */
export const sources = pgTable(
  "sources",
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: ofUser(),
    connectionId: ofLibrary(),
    kind: sourceKind().notNull(),
    /** A playlist, a category or a style; empty where the kind says it all. */
    subject: text().notNull().default(""),
    name: text().notNull(),
    status: sourceStatus().notNull().default("new"),
    /** Which of its fetches is shown, counted from 1; 0 before the first came to its end. */
    edition: integer().notNull().default(0),
    /** The moment its tracks are of. */
    fetchedAt: moment(),
    total: integer(),
    /** When enrichers were last asked about all of its recordings. */
    enrichedAt: moment(),
    /** Which enrichers, each with its version, as "musicbrainz 1". */
    enrichedBy: text().array().notNull().default(sql`'{}'`),
    /** When a person last stopped that: it rests as long as after its end. */
    enrichmentStoppedAt: moment(),
    maxAgeMinutes: integer().notNull(),
    /** When the background was last told of it; a fetch that stands still is announced again. */
    announcedAt: createdAt(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [
    unique("sources_once")
      .on(table.userId, table.kind, table.subject, table.connectionId)
      .nullsNotDistinct(),
    index("sources_of_connection").on(table.connectionId),
    check(
      "sources_of_library",
      sql`(${table.connectionId} is not null) = (${table.kind} in ('liked', 'playlist', 'saved_albums'))`,
    ),
    check(
      "sources_subject",
      sql`(${table.subject} = '') = (${table.kind} in ('liked', 'saved_albums'))`,
    ),
  ],
);

/** What a source held at a fetch. Rows of a fetch under way stand beside those of the last one. */
export const sourceTracks = pgTable(
  "source_tracks",
  {
    sourceId: uuid()
      .notNull()
      .references(() => sources.id, { onDelete: "cascade" }),
    connectionId: ofLibrary(),
    edition: integer().notNull(),
    position: integer().notNull(),
    recordingKey: text().notNull(),
    /** The library's own number of it; null for a file of the person's own and for the catalogue's. */
    externalId: text(),
    spotifyUri: text(),
    trackId: uuid().references(() => tracks.id, { onDelete: "set null" }),
    title: text().notNull(),
    artists: text().array().notNull().default(sql`'{}'`),
    addedAt: moment(),
    foundIn: text(),
  },
  (table) => [
    primaryKey({ columns: [table.sourceId, table.edition, table.position] }),
    index("source_tracks_of_recording").on(table.recordingKey),
    index("source_tracks_of_connection").on(table.connectionId, table.externalId),
    index("source_tracks_of_track").on(table.trackId),
  ],
);
