import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, moment } from "./columns";
import { ofUser } from "./identity";

export const apiTokens = pgTable(
  "api_tokens",
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: ofUser(),
    name: text().notNull(),
    /** SHA-256 of the token: a copy of this table lets nobody in. */
    tokenHash: text().notNull().unique(),
    /** The first characters, by which its holder knows it again. */
    start: text().notNull(),
    scopes: text().array().notNull(),
    createdAt: createdAt(),
    /** Null when it is good until it is revoked. */
    expiresAt: moment(),
    lastUsedAt: moment(),
  },
  (table) => [
    index("api_tokens_user").on(table.userId),
    check("api_tokens_scopes", sql`cardinality(${table.scopes}) > 0`),
  ],
);

/** What a caller has used up of its requests: one moment says it all. */
export const apiBudgets = pgTable("api_budgets", {
  /** `token:` and its id, or `address:` and where from. */
  key: text().primaryKey(),
  /** When the whole burst is free again. */
  freeAt: moment().notNull(),
});
