import { sql } from "drizzle-orm";
import {
  boolean,
  check,
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
import { createdAt, moment } from "./columns";
import { ofUser, provider } from "./identity";

export const artistRole = pgEnum("artist_role", ["artist", "remixer"]);
export const externalStatus = pgEnum("external_status", ["pending", "processed", "invalid"]);

export const styles = pgTable("styles", {
  id: uuid().primaryKey().defaultRandom(),
  beatportId: integer().notNull().unique(),
  name: text().notNull(),
  slug: text().notNull().unique(),
  createdAt: createdAt(),
  updatedAt: createdAt(),
});

/** The styles a DJ follows, in the order of the rail. */
export const userStyles = pgTable(
  "user_styles",
  {
    userId: ofUser(),
    styleId: uuid()
      .notNull()
      .references(() => styles.id, { onDelete: "cascade" }),
    position: integer().notNull().default(0),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.styleId] })],
);

export const labels = pgTable("labels", {
  id: uuid().primaryKey().defaultRandom(),
  beatportId: integer().notNull().unique(),
  name: text().notNull(),
  slug: text().notNull(),
  imageUrl: text(),
  createdAt: createdAt(),
  updatedAt: createdAt(),
});

export const artists = pgTable("artists", {
  id: uuid().primaryKey().defaultRandom(),
  beatportId: integer().notNull().unique(),
  name: text().notNull(),
  slug: text().notNull(),
  imageUrl: text(),
  createdAt: createdAt(),
  updatedAt: createdAt(),
});

export const releases = pgTable(
  "releases",
  {
    id: uuid().primaryKey().defaultRandom(),
    beatportId: integer().notNull().unique(),
    name: text().notNull(),
    slug: text().notNull(),
    labelId: uuid().references(() => labels.id),
    catalogNumber: text(),
    coverUrl: text(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [index("releases_label").on(table.labelId)],
);

export const tracks = pgTable(
  "tracks",
  {
    id: uuid().primaryKey().defaultRandom(),
    beatportId: integer().notNull().unique(),
    styleId: uuid()
      .notNull()
      .references(() => styles.id),
    releaseId: uuid()
      .notNull()
      .references(() => releases.id),
    title: text().notNull(),
    mixName: text(),
    slug: text().notNull(),
    /** Upper case, letters and digits only. */
    isrc: text(),
    bpm: integer(),
    camelotKey: text(),
    keyName: text(),
    subGenre: text(),
    lengthMs: integer(),
    /** On sale at Beatport since; the week of a track. */
    publishDate: date().notNull(),
    /** First release anywhere, by the label's word. */
    originalDate: date(),
    encodedAt: moment(),
    preOrder: boolean().notNull().default(false),
    exclusive: boolean().notNull().default(false),
    previewUrl: text(),
    previewStartMs: integer(),
    previewEndMs: integer(),
    waveformUrl: text(),
    /** Same performance on several releases; see lib/catalog/recording-key.ts. */
    recordingKey: text().notNull(),
    /** What its recording would go by without an ISRC; null until somebody worked it out. */
    nameKey: text(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [
    index("tracks_style_week").on(table.styleId, table.publishDate),
    index("tracks_recording").on(table.recordingKey),
    index("tracks_name").on(table.nameKey),
    index("tracks_release").on(table.releaseId),
    index("tracks_isrc").on(table.isrc),
    check("tracks_bpm_positive", sql`${table.bpm} > 0`),
    check("tracks_length_positive", sql`${table.lengthMs} > 0`),
  ],
);

export const trackArtists = pgTable(
  "track_artists",
  {
    trackId: uuid()
      .notNull()
      .references(() => tracks.id, { onDelete: "cascade" }),
    artistId: uuid()
      .notNull()
      .references(() => artists.id),
    role: artistRole().notNull(),
    position: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.trackId, table.role, table.position] }),
    index("track_artists_artist").on(table.artistId),
  ],
);

/** Raw payloads, kept whole: the catalogue can be made again from them without asking the provider. */
export const externalData = pgTable(
  "external_data",
  {
    id: uuid().primaryKey().defaultRandom(),
    provider: provider().notNull(),
    entityType: text().notNull(),
    externalId: text().notNull(),
    entityId: uuid(),
    raw: jsonb().notNull(),
    payloadHash: text().notNull(),
    status: externalStatus().notNull().default("pending"),
    problem: text(),
    fetchedAt: moment().notNull().defaultNow(),
    processedAt: moment(),
  },
  (table) => [
    unique("external_data_identity").on(table.provider, table.entityType, table.externalId),
    index("external_data_pending")
      .on(table.provider, table.entityType)
      .where(sql`${table.status} = 'pending'`),
  ],
);
