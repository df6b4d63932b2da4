import { sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { playSources } from "@/lib/library/part";
import { createdAt, moment } from "./columns";
import { ofConnection, provider } from "./identity";
import { providerItems } from "./library";

export const playSource = pgEnum("play_source", playSources);

/** What was heard and when. Plays are never gone. */
export const userRecentlyPlayed = pgTable(
  "user_recently_played",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    connectionId: ofConnection(),
    provider: provider().notNull(),
    runId: uuid(),
    source: playSource().notNull(),
    fetchedAt: createdAt(),
    playedAt: moment().notNull(),
    externalId: text().notNull(),
    /** Null for a play that only an export knows. */
    itemId: bigint({ mode: "number" }).references(() => providerItems.id),
    trackName: text().notNull(),
    artistName: text(),
    albumName: text(),
    /** How long it was heard; null where the provider does not say. */
    msPlayed: integer(),
    contextUri: text(),
    /** What else an export says of the play. */
    details: jsonb().$type<Record<string, unknown>>(),
  },
  (table) => [
    unique("user_recently_played_once").on(table.connectionId, table.playedAt, table.externalId),
    index("user_recently_played_track").on(table.connectionId, table.externalId, table.playedAt),
    index("user_recently_played_newest").on(table.connectionId, table.id),
    index("user_recently_played_of_item").on(table.itemId).where(sql`${table.itemId} is not null`),
    index("user_recently_played_of_run").on(table.runId).where(sql`${table.runId} is not null`),
  ],
);

/** A time in which more may have been heard than the provider's window of fifty could show. */
export const playGaps = pgTable(
  "play_gaps",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    connectionId: ofConnection(),
    runId: uuid(),
    /** The last play that was known before. */
    after: moment().notNull(),
    /** The first play of the full window. */
    before: moment().notNull(),
    detectedAt: createdAt(),
  },
  (table) => [unique("play_gaps_once").on(table.connectionId, table.after, table.before)],
);
