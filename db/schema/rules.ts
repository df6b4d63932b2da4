import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { overrideKinds } from "@/lib/rules/override";
import type { RuleDefinition } from "@/lib/rules/rule-schema";
import { stages } from "@/lib/rules/stage";
import { tracks } from "./catalog";
import { createdAt } from "./columns";
import { ofUser } from "./identity";

export const trackStage = pgEnum("track_stage", stages);
export const overrideKind = pgEnum("override_kind", overrideKinds);

/** To the millisecond, as rules compare it in code. */
const momentMs = () => timestamp({ withTimezone: true, mode: "date", precision: 3 });
const texts = () => text().array().notNull().default(sql`'{}'`);

/**
 * What is known of a user's recordings, gathered for rules; see lib/rules/track-facts.ts. The folded
 * columns are the texts as lib/rules/fold-text.ts writes them. Columns that rules ask come first, the
 * narrow ones before the wide: Postgres walks a row from its start.
 */
export const trackFacts = pgTable(
  "track_facts",
  {
    userId: ofUser(),
    plays: integer().notNull().default(0),
    playlistCount: integer().notNull().default(0),
    stage: trackStage().notNull().default("none"),
    isSaved: boolean().notNull().default(false),
    isExplicit: boolean(),
    bpm: doublePrecision(),
    lengthS: doublePrecision(),
    releasedOn: date(),
    savedAt: momentMs(),
    firstPlayedAt: momentMs(),
    lastPlayedAt: momentMs(),
    judgedAt: momentMs(),
    goldenSince: momentMs(),
    key: text(),
    week: text(),
    isrc: text(),
    titleFolded: text(),
    mixNameFolded: text(),
    labelFolded: text(),
    artistsFolded: texts(),
    remixersFolded: texts(),
    genresFolded: texts(),
    playlistsFolded: texts(),
    categoriesFolded: texts(),
    tagsFolded: texts(),
    classificationsFolded: texts(),
    sourceNamesFolded: texts(),
    sources: texts(),

    recordingKey: text().notNull(),
    trackId: uuid().references(() => tracks.id, { onDelete: "set null" }),
    spotifyUri: text(),
    title: text(),
    mixName: text(),
    label: text(),
    artists: texts(),
    remixers: texts(),
    genres: texts(),
    playlists: texts(),
    categories: texts(),
    tags: texts(),
    classifications: texts(),
    sourceNames: texts(),
    updatedAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.recordingKey] }),
    index("track_facts_track").on(table.trackId),
    check("track_facts_counts", sql`${table.plays} >= 0 and ${table.playlistCount} >= 0`),
  ],
);

export const ruleSets = pgTable(
  "rule_sets",
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: ofUser(),
    name: text().notNull(),
    definition: jsonb().$type<RuleDefinition>().notNull(),
    version: integer().notNull().default(1),
    /** How often its playlist is made anew; null when a person asks for it. */
    scheduleHours: integer(),
    /** Whether its playlist is written without a preview. */
    automatic: boolean().notNull().default(false),
    /** More removals than this are asked about even then. */
    removalThreshold: integer().notNull().default(10),
    /** When its schedule was due for the first time: it is again every so many hours from then on. */
    firstDueAt: momentMs(),
    /** When its playlist is made anew next, or tried again; null without a schedule. */
    nextRunAt: momentMs(),
    /** What stood in the way when its playlist was made anew the last time. */
    problem: text(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [
    index("rule_sets_user").on(table.userId, table.createdAt),
    unique("rule_sets_of_user").on(table.id, table.userId),
    index("rule_sets_due").on(table.nextRunAt),
    check("rule_sets_version", sql`${table.version} >= 1`),
    check("rule_sets_schedule", sql`${table.scheduleHours} >= 1`),
    check("rule_sets_threshold", sql`${table.removalThreshold} >= 0`),
  ],
);

/** What a rule set said, version by version. Rows are added, never edited. */
export const ruleSetVersions = pgTable(
  "rule_set_versions",
  {
    ruleSetId: uuid().notNull(),
    userId: ofUser(),
    version: integer().notNull(),
    definition: jsonb().$type<RuleDefinition>().notNull(),
    note: text(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.ruleSetId, table.version] }),
    foreignKey({
      name: "rule_set_versions_of_user",
      columns: [table.ruleSetId, table.userId],
      foreignColumns: [ruleSets.id, ruleSets.userId],
    }).onDelete("cascade"),
  ],
);

/** Tracks a person pinned to a rule set or kept out of it: they win over its rules. */
export const ruleOverrides = pgTable(
  "rule_overrides",
  {
    ruleSetId: uuid().notNull(),
    userId: ofUser(),
    recordingKey: text().notNull(),
    kind: overrideKind().notNull(),
    /** Where a pinned track stands, from 0; null where the sort puts it. */
    position: integer(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.ruleSetId, table.recordingKey] }),
    foreignKey({
      name: "rule_overrides_of_user",
      columns: [table.ruleSetId, table.userId],
      foreignColumns: [ruleSets.id, ruleSets.userId],
    }).onDelete("cascade"),
    check("rule_overrides_position", sql`${table.position} >= 0`),
    check(
      "rule_overrides_only_pins_stand",
      sql`${table.kind} = 'pin' or ${table.position} is null`,
    ),
  ],
);
