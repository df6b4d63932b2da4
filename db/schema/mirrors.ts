import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { mirrorKinds, mirrorStatuses } from "@/lib/mirrors/kind";
import { createdAt, moment } from "./columns";
import { curationPeriods, periodPlaylists, userCategories } from "./curation";
import { ofUser } from "./identity";

export const mirrorKind = pgEnum("mirror_kind", mirrorKinds);
export const mirrorStatus = pgEnum("mirror_status", mirrorStatuses);

/** A Spotify playlist that follows a list in this database. */
export const mirrors = pgTable(
  "mirrors",
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: ofUser(),
    kind: mirrorKind().notNull(),
    periodId: uuid()
      .unique()
      .references(() => curationPeriods.id, { onDelete: "cascade" }),
    periodPlaylistId: uuid()
      .unique()
      .references(() => periodPlaylists.id, { onDelete: "cascade" }),
    categoryId: uuid()
      .unique()
      .references(() => userCategories.id, { onDelete: "cascade" }),
    name: text().notNull(),
    /** The name Spotify was last given: a rename by hand is left alone until Clouder's own changes. */
    mirroredName: text(),
    /** Set before Spotify is asked for a playlist: a second try looks for the first one's. */
    creationStartedAt: moment(),
    spotifyPlaylistId: text(),
    spotifyUrl: text(),
    /** Raised with every change of the list; the mirror is in step when `mirroredVersion` equals it. */
    desiredVersion: integer().notNull().default(1),
    mirroredVersion: integer().notNull().default(0),
    status: mirrorStatus().notNull().default("pending"),
    problem: text(),
    waitingUntil: moment(),
    /** Tracks that Spotify refused; they are left out until somebody tries again. */
    refusedUris: text().array().notNull().default([]),
    /** Changes found in Spotify that were made by hand and are left alone. */
    handMadeChanges: integer().notNull().default(0),
    mirroredAt: moment(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [
    index("mirrors_user").on(table.userId),
    index("mirrors_behind")
      .on(table.updatedAt)
      .where(sql`${table.desiredVersion} > ${table.mirroredVersion}`),
    check(
      "mirrors_one_target",
      sql`(${table.kind} = 'bronze') = (${table.periodId} is not null)
        and (${table.kind} = 'silver') = (${table.periodPlaylistId} is not null)
        and (${table.kind} = 'golden') = (${table.categoryId} is not null)`,
    ),
  ],
);
