import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  bigserial,
  boolean,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { itemKinds, topRanges } from "@/lib/library/part";
import { createdAt, moment, orderKey } from "./columns";
import { ofConnection, provider } from "./identity";

export const itemKind = pgEnum("item_kind", itemKinds);
export const topRange = pgEnum("top_range", topRanges);

/** A track, album, artist or playlist as a provider described it: one row per version, never edited. */
export const providerItems = pgTable(
  "provider_items",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    connectionId: ofConnection(),
    provider: provider().notNull(),
    kind: itemKind().notNull(),
    /** The provider's id; the URI of a local file. */
    externalId: text().notNull(),
    /** Of the facts below; what differs from answer to answer is no new version. */
    factHash: text().notNull(),
    name: text().notNull(),
    artists: jsonb().$type<{ id: string | null; name: string }[]>().notNull().default([]),
    albumId: text(),
    albumName: text(),
    coverUrl: text(),
    durationMs: integer(),
    /** Upper case, without hyphens. */
    isrc: text(),
    explicit: boolean(),
    /** As the provider writes it: a day, a month or a year. */
    releasedOn: text(),
    genres: text().array().notNull().default([]),
    /** Where it is at the provider. */
    url: text(),
    /** The whole object, as it came. */
    raw: jsonb().notNull(),
    /** The sync that read it first; no foreign key, as in every history row. */
    runId: uuid(),
    fetchedAt: createdAt(),
  },
  (table) => [
    unique("provider_items_version").on(
      table.connectionId,
      table.kind,
      table.externalId,
      table.factHash,
    ),
    index("provider_items_isrc").on(table.isrc),
  ],
);

/**
 * What every history row carries. Rows are only ever appended: the newest of a key is its state, and
 * `gone` says that a complete read no longer had it. Its run goes only together with the connection:
 * checking it for every row, and looking for its rows when it goes, would be for nothing.
 */
const history = () => ({
  id: bigserial({ mode: "number" }).primaryKey(),
  connectionId: ofConnection(),
  provider: provider().notNull(),
  runId: uuid(),
  fetchedAt: createdAt(),
  externalId: text().notNull(),
  itemId: bigint({ mode: "number" }).references(() => providerItems.id),
  gone: boolean().notNull().default(false),
});

/** Erasing an item looks for the rows that name it. */
const ofItem = (name: string, itemId: AnyPgColumn) =>
  index(`${name}_of_item`).on(itemId).where(sql`${itemId} is not null`);

/** What a run brought is looked for by the run. */
const ofRun = (name: string, runId: AnyPgColumn) => index(`${name}_of_run`).on(runId);

export const userSavedTracks = pgTable(
  "user_saved_tracks",
  { ...history(), addedAt: moment() },
  (table) => [
    index("user_saved_tracks_state").on(table.connectionId, table.externalId, table.id),
    ofItem("user_saved_tracks", table.itemId),
    ofRun("user_saved_tracks", table.runId),
  ],
);

export const userSavedAlbums = pgTable(
  "user_saved_albums",
  { ...history(), addedAt: moment() },
  (table) => [
    index("user_saved_albums_state").on(table.connectionId, table.externalId, table.id),
    ofItem("user_saved_albums", table.itemId),
    ofRun("user_saved_albums", table.runId),
  ],
);

export const userFollowedArtists = pgTable("user_followed_artists", history(), (table) => [
  index("user_followed_artists_state").on(table.connectionId, table.externalId, table.id),
  ofItem("user_followed_artists", table.itemId),
  ofRun("user_followed_artists", table.runId),
]);

export const userTopTracks = pgTable(
  "user_top_tracks",
  { ...history(), range: topRange().notNull(), rank: integer().notNull() },
  (table) => [
    index("user_top_tracks_state").on(table.connectionId, table.range, table.externalId, table.id),
    ofItem("user_top_tracks", table.itemId),
    ofRun("user_top_tracks", table.runId),
  ],
);

export const userTopArtists = pgTable(
  "user_top_artists",
  { ...history(), range: topRange().notNull(), rank: integer().notNull() },
  (table) => [
    index("user_top_artists_state").on(table.connectionId, table.range, table.externalId, table.id),
    ofItem("user_top_artists", table.itemId),
    ofRun("user_top_artists", table.runId),
  ],
);

/** Albums, and playlists and stations that stand among them. */
export const userTopAlbums = pgTable(
  "user_top_albums",
  { ...history(), range: topRange().notNull(), rank: integer().notNull() },
  (table) => [
    index("user_top_albums_state").on(table.connectionId, table.range, table.externalId, table.id),
    ofItem("user_top_albums", table.itemId),
    ofRun("user_top_albums", table.runId),
  ],
);

/** What was played last, each track once, where a provider tells the order and no times. */
export const userRecentTracks = pgTable(
  "user_recent_tracks",
  { ...history(), rank: integer().notNull() },
  (table) => [
    index("user_recent_tracks_state").on(table.connectionId, table.externalId, table.id),
    ofItem("user_recent_tracks", table.itemId),
    ofRun("user_recent_tracks", table.runId),
  ],
);

/** Whatever was added to a library last, of every kind. */
export const userRecentlyAdded = pgTable(
  "user_recently_added",
  { ...history(), addedAt: moment() },
  (table) => [
    index("user_recently_added_state").on(table.connectionId, table.externalId, table.id),
    ofItem("user_recently_added", table.itemId),
    ofRun("user_recently_added", table.runId),
  ],
);

export const userPlaylists = pgTable(
  "user_playlists",
  {
    ...history(),
    name: text().notNull(),
    description: text(),
    ownerId: text(),
    ownerName: text(),
    isOwned: boolean().notNull(),
    isCollaborative: boolean().notNull(),
    isPublic: boolean(),
    snapshotId: text(),
    /** Rows the provider says it has; null where it does not say. */
    total: integer(),
    /** False where the provider does not show the rows of other people's playlists. */
    itemsReadable: boolean().notNull(),
    /** In the user's list of playlists: a fractional index, as in `user_playlist_tracks`. */
    position: orderKey().notNull(),
  },
  (table) => [
    index("user_playlists_state").on(table.connectionId, table.externalId, table.id),
    ofItem("user_playlists", table.itemId),
    ofRun("user_playlists", table.runId),
  ],
);

/**
 * One row per occurrence in a playlist and change of it. The order is a fractional index, so that an
 * insertion at the top appends one row and not one for every track below.
 */
export const userPlaylistTracks = pgTable(
  "user_playlist_tracks",
  {
    ...history(),
    /** Null where the provider no longer names what stands in the row. */
    externalId: text(),
    playlistId: text().notNull(),
    /** The occurrence: the same track may be there several times. */
    occurrence: uuid().notNull(),
    position: orderKey().notNull(),
    addedAt: moment(),
    addedBy: text(),
    kind: itemKind(),
  },
  (table) => [
    index("user_playlist_tracks_state").on(
      table.connectionId,
      table.playlistId,
      table.occurrence,
      table.id,
    ),
    index("user_playlist_tracks_item").on(table.connectionId, table.externalId, table.id),
    ofItem("user_playlist_tracks", table.itemId),
    ofRun("user_playlist_tracks", table.runId),
  ],
);
