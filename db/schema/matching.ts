import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  real,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { matchMethods, matchStatuses } from "@/lib/matching/status";
import { tracks } from "./catalog";
import { createdAt, moment } from "./columns";
import { provider, users } from "./identity";

export const matchStatus = pgEnum("match_status", matchStatuses);
export const matchMethod = pgEnum("match_method", matchMethods);

export const trackMatches = pgTable(
  "track_matches",
  {
    id: uuid().primaryKey().defaultRandom(),
    trackId: uuid()
      .notNull()
      .references(() => tracks.id, { onDelete: "cascade" }),
    provider: provider().notNull(),
    status: matchStatus().notNull().default("pending"),
    method: matchMethod(),
    /** 0 to 1. */
    confidence: real(),
    externalId: text(),
    externalUri: text(),
    externalUrl: text(),
    /** What was compared and how it agreed; see lib/matching/evidence.ts. */
    evidence: jsonb(),
    attempts: integer().notNull().default(0),
    claimedUntil: moment(),
    checkedAt: moment(),
    nextCheckAt: moment(),
    decidedBy: uuid().references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [
    unique("track_matches_track_provider").on(table.trackId, table.provider),
    index("track_matches_due").on(table.provider, table.status, table.nextCheckAt),
    index("track_matches_external_id")
      .on(table.provider, table.externalId)
      .where(sql`${table.status} = 'found'`),
    index("track_matches_external_uri").on(table.externalUri).where(sql`${table.status} = 'found'`),
    check(
      "track_matches_found_has_uri",
      sql`${table.status} <> 'found' or ${table.externalUri} is not null`,
    ),
  ],
);
