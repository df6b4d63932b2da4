import { sql } from "drizzle-orm";
import {
  bigserial,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { lanes } from "@/lib/curation/lane";
import { curationStatuses, decisionKinds, periodStatuses } from "@/lib/curation/status";
import { styles, tracks } from "./catalog";
import { createdAt, moment, orderKey } from "./columns";
import { ofUser } from "./identity";

export const lane = pgEnum("lane", lanes);
export const periodStatus = pgEnum("period_status", periodStatuses);
export const curationStatus = pgEnum("curation_status", curationStatuses);
export const decisionKind = pgEnum("decision_kind", decisionKinds);

export const userCategories = pgTable(
  "user_categories",
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: ofUser(),
    styleId: uuid()
      .notNull()
      .references(() => styles.id),
    name: text().notNull(),
    /** 1 to 12 of the palette; 0 is Trash's neutral. */
    color: integer().notNull(),
    /** The one key that sorts into it, as `KeyboardEvent.key`. */
    shortcut: text(),
    position: integer().notNull().default(0),
    isTrash: boolean().notNull().default(false),
    archivedAt: moment(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [
    unique("user_categories_name").on(table.userId, table.styleId, table.name),
    uniqueIndex("user_categories_shortcut")
      .on(table.userId, table.styleId, table.shortcut)
      .where(sql`${table.archivedAt} is null`),
    uniqueIndex("user_categories_one_trash")
      .on(table.userId, table.styleId)
      .where(sql`${table.isTrash}`),
    check("user_categories_color", sql`${table.color} between 0 and 12`),
    check(
      "user_categories_trash_stays",
      sql`not (${table.isTrash} and ${table.archivedAt} is not null)`,
    ),
  ],
);

export const curationPeriods = pgTable(
  "curation_periods",
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: ofUser(),
    styleId: uuid()
      .notNull()
      .references(() => styles.id),
    year: integer().notNull(),
    week: integer().notNull(),
    status: periodStatus().notNull().default("IN_PROGRESS"),
    startedAt: moment().notNull().defaultNow(),
    sortedAt: moment(),
    /** Set when the DJ closes the week after the review. */
    closedAt: moment(),
    updatedAt: createdAt(),
  },
  (table) => [
    unique("curation_periods_week").on(table.userId, table.styleId, table.year, table.week),
    check("curation_periods_week_number", sql`${table.week} between 1 and 53`),
  ],
);

/** A Silver list: this period's candidates of one category (Trash has one as well). */
export const periodPlaylists = pgTable(
  "period_playlists",
  {
    id: uuid().primaryKey().defaultRandom(),
    periodId: uuid()
      .notNull()
      .references(() => curationPeriods.id, { onDelete: "cascade" }),
    categoryId: uuid()
      .notNull()
      .references(() => userCategories.id),
    createdAt: createdAt(),
  },
  (table) => [
    unique("period_playlists_category").on(table.periodId, table.categoryId),
    unique("period_playlists_of_period").on(table.id, table.periodId),
  ],
);

export const curationTracks = pgTable(
  "curation_tracks",
  {
    id: uuid().primaryKey().defaultRandom(),
    periodId: uuid()
      .notNull()
      .references(() => curationPeriods.id, { onDelete: "cascade" }),
    trackId: uuid()
      .notNull()
      .references(() => tracks.id),
    lane: lane().notNull(),
    laneReason: text(),
    /** Place in the Bronze list. */
    position: integer().notNull(),
    status: curationStatus().notNull().default("UNSORTED"),
    currentSilverPlaylistId: uuid(),
    silverPosition: orderKey(),
    sortedAt: moment(),
    promotedAt: moment(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [
    unique("curation_tracks_track").on(table.periodId, table.trackId),
    index("curation_tracks_bronze").on(table.periodId, table.position),
    index("curation_tracks_silver").on(table.currentSilverPlaylistId, table.silverPosition),
    index("curation_tracks_of_track").on(table.trackId),
    foreignKey({
      name: "curation_tracks_silver_of_same_period",
      columns: [table.currentSilverPlaylistId, table.periodId],
      foreignColumns: [periodPlaylists.id, periodPlaylists.periodId],
    }),
    check(
      "curation_tracks_sorted_has_place",
      sql`(${table.status} = 'SORTED') = (${table.currentSilverPlaylistId} is not null)`,
    ),
  ],
);

export const goldenTracks = pgTable(
  "golden_tracks",
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: ofUser(),
    categoryId: uuid()
      .notNull()
      .references(() => userCategories.id),
    trackId: uuid()
      .notNull()
      .references(() => tracks.id),
    /** The period it was promoted from. */
    periodId: uuid().references(() => curationPeriods.id, { onDelete: "set null" }),
    position: orderKey().notNull(),
    addedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    unique("golden_tracks_track").on(table.categoryId, table.trackId),
    index("golden_tracks_order").on(table.categoryId, table.position),
    index("golden_tracks_of_track").on(table.trackId),
  ],
);

/** The journal. Rows are added, never edited; an undo is a row that names the rows it takes back. */
export const decisions = pgTable(
  "decisions",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    userId: ofUser(),
    periodId: uuid()
      .notNull()
      .references(() => curationPeriods.id, { onDelete: "cascade" }),
    curationTrackId: uuid()
      .notNull()
      .references(() => curationTracks.id, { onDelete: "cascade" }),
    kind: decisionKind().notNull(),
    /** Made by the client, one for everything a single key press did. */
    idempotencyKey: uuid().notNull(),
    /** Where the track stood, and where it stands since; see lib/curation/placement.ts. */
    before: jsonb().notNull(),
    after: jsonb().notNull(),
    /** For `undone`: the key of the press that was taken back. */
    undoesKey: uuid(),
    createdAt: createdAt(),
  },
  (table) => [
    unique("decisions_once").on(table.userId, table.idempotencyKey, table.curationTrackId),
    index("decisions_journal").on(table.periodId, table.id),
    check(
      "decisions_undo_names_its_key",
      sql`(${table.kind} = 'undone') = (${table.undoesKey} is not null)`,
    ),
  ],
);
