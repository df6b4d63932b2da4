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
import { collectionStatuses } from "@/lib/collection/status";
import { externalData, styles } from "./catalog";
import { createdAt, moment } from "./columns";

export const collectionStatus = pgEnum("collection_status", collectionStatuses);

/** One style-week fetched from Beatport, with the proof that all of it arrived. */
export const collections = pgTable(
  "collections",
  {
    id: uuid().primaryKey().defaultRandom(),
    styleId: uuid()
      .notNull()
      .references(() => styles.id),
    year: integer().notNull(),
    week: integer().notNull(),
    status: collectionStatus().notNull().default("queued"),
    /** What Beatport says the week holds. */
    expected: integer(),
    /** Distinct tracks received. */
    fetched: integer().notNull().default(0),
    /** Of these, turned into catalogue. */
    stored: integer().notNull().default(0),
    /** Of these, unreadable and kept aside. */
    invalid: integer().notNull().default(0),
    /** Counts how often the week was collected from the start. */
    generation: integer().notNull().default(1),
    problem: text(),
    requestedAt: moment().notNull().defaultNow(),
    startedAt: moment(),
    finishedAt: moment(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [
    unique("collections_style_week").on(table.styleId, table.year, table.week),
    check("collections_week", sql`${table.week} between 1 and 53`),
  ],
);

/** Which payloads a collection received: `stored` is counted from here, not remembered. */
export const collectionItems = pgTable(
  "collection_items",
  {
    collectionId: uuid()
      .notNull()
      .references(() => collections.id, { onDelete: "cascade" }),
    externalDataId: uuid()
      .notNull()
      .references(() => externalData.id, { onDelete: "cascade" }),
    generation: integer().notNull(),
    page: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.collectionId, table.externalDataId] }),
    index("collection_items_payload").on(table.externalDataId),
  ],
);
