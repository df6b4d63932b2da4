import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigserial,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { playlistPlanKinds, playlistPlanStatuses, stateReasons } from "@/lib/playlists/plan-status";
import type { StoredWrite } from "@/lib/playlists/playlist-write";
import { createdAt, moment } from "./columns";
import { ofConnection, ofUser } from "./identity";
import { mirrors } from "./mirrors";
import { ruleSets } from "./rules";

export const playlistPlanKind = pgEnum("playlist_plan_kind", playlistPlanKinds);
export const playlistPlanStatus = pgEnum("playlist_plan_status", playlistPlanStatuses);
export const playlistStateReason = pgEnum("playlist_state_reason", stateReasons);

/** A change of a playlist: shown before it is made, made write by write, and taken back by another. */
export const playlistPlans = pgTable(
  "playlist_plans",
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: ofUser(),
    connectionId: ofConnection(),
    /** Null until a plan for a new playlist has made it. */
    playlistId: text(),
    name: text().notNull(),
    kind: playlistPlanKind().notNull(),
    /** Whose list it follows; such a plan is not shown, and goes once it is carried out. */
    mirrorId: uuid()
      .unique()
      .references(() => mirrors.id, { onDelete: "cascade" }),
    /** Whose rules it follows. */
    ruleSetId: uuid().references(() => ruleSets.id, { onDelete: "set null" }),
    /** Once it is approved, the playlist follows them. */
    follows: boolean().notNull().default(false),
    status: playlistPlanStatus().notNull().default("proposed"),
    problem: text(),
    waitingUntil: moment(),
    /** What it held when the plan was made; an empty URI stands for a track Spotify no longer names. */
    baseSnapshotId: text(),
    baseUris: text().array().notNull(),
    /** A letter per row: r for a rule's, c for a person's through Clouder, h for by hand. */
    baseOwners: text().notNull(),
    /** What it is to hold, with what a person adds while the plan is carried out. */
    targetUris: text().array().notNull(),
    targetOwners: text().notNull(),
    /** Taken out by a person: rules do not put them back. */
    removedByHand: text().array().notNull().default([]),
    adds: integer().notNull(),
    removes: integer().notNull(),
    moves: integer().notNull(),
    duplicates: integer().notNull(),
    keptByHand: integer().notNull(),
    /** Rule rows that are not wanted and may not go while tracks are being gathered. */
    waiting: integer().notNull().default(0),
    /** Tracks that rules want and a person took out. */
    leftOut: integer().notNull().default(0),
    /** Rows of another list or an earlier state that Spotify does not take. */
    lost: integer().notNull().default(0),
    writes: integer().notNull(),
    requests: integer().notNull(),
    seconds: integer().notNull(),
    replaces: boolean().notNull().default(false),
    /** What is taken out, some of it to be put in again: thought out once, however often it is cut off. */
    takenOut: text().array().notNull().default([]),
    /** Smaller while it is found out which tracks Spotify refuses. */
    mostPerWrite: integer().notNull().default(100),
    /** Tracks that Spotify refused; they are left out. */
    refusedUris: text().array().notNull().default([]),
    undoOf: uuid().references((): AnyPgColumn => playlistPlans.id, { onDelete: "set null" }),
    /** Set before Spotify is asked for a new playlist: a second try looks for the first one's. */
    creationStartedAt: moment(),
    /** When the playlist was looked at first to carry the plan out. */
    startedAt: moment(),
    appliedAt: moment(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [
    index("playlist_plans_user").on(table.userId, table.createdAt),
    index("playlist_plans_playlist").on(table.userId, table.playlistId, table.createdAt),
    index("playlist_plans_connection").on(table.connectionId),
    uniqueIndex("playlist_plans_one_applying")
      .on(table.connectionId, table.playlistId)
      .where(sql`${table.status} = 'applying'`),
    check(
      "playlist_plans_of_mirror",
      sql`(${table.mirrorId} is not null) = (${table.kind}::text = 'mirror')`,
    ),
  ],
);

/**
 * What a playlist held: a whole list each time it was read, or was worked out for certain, and in
 * between the writes that lead from one to the next, each before it was sent and once it had arrived.
 * Never edited.
 */
export const playlistStates = pgTable(
  "playlist_states",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Rises with every record. */
    sequence: bigserial({ mode: "number" }).notNull(),
    userId: ofUser(),
    connectionId: ofConnection(),
    playlistId: text().notNull(),
    /** No foreign key: a plan may go, what the playlist held stays. */
    planId: uuid(),
    reason: playlistStateReason().notNull(),
    snapshotId: text(),
    uris: text().array(),
    owners: text(),
    removedByHand: text().array().notNull().default([]),
    write: jsonb().$type<StoredWrite>(),
    createdAt: createdAt(),
  },
  (table) => [
    index("playlist_states_newest").on(table.userId, table.playlistId, table.sequence),
    index("playlist_states_connection").on(table.connectionId),
    check(
      "playlist_states_whole_or_write",
      sql`(${table.reason} in ('before_write', 'after_write')) = (${table.uris} is null)
        and (${table.reason} = 'before_write') = (${table.write} is not null)`,
    ),
  ],
);
