import { foreignKey, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt } from "./columns";
import { ofConnection, ofUser } from "./identity";
import { playlistPlans } from "./playlists";
import { ruleSets } from "./rules";

/** The playlist that follows a rule set: a person approved a plan by which it does. */
export const ruleSetTargets = pgTable(
  "rule_set_targets",
  {
    ruleSetId: uuid().primaryKey(),
    userId: ofUser(),
    connectionId: ofConnection(),
    /** Null until the plan for a new playlist has made it. */
    playlistId: text(),
    name: text().notNull(),
    /** The plan that was made of it last. */
    planId: uuid().references(() => playlistPlans.id, { onDelete: "set null" }),
    /** When that plan was made. */
    plannedAt: timestamp({ withTimezone: true, mode: "date", precision: 3 }),
    createdAt: createdAt(),
  },
  (table) => [
    foreignKey({
      name: "rule_set_targets_of_user",
      columns: [table.ruleSetId, table.userId],
      foreignColumns: [ruleSets.id, ruleSets.userId],
    }).onDelete("cascade"),
    unique("rule_set_targets_one_per_playlist").on(table.userId, table.playlistId),
  ],
);
