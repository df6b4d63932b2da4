import { index, jsonb, pgEnum, pgTable, uuid } from "drizzle-orm/pg-core";
import { erasureScopes, type TableCount } from "@/lib/account/erasure";
import { createdAt, moment } from "./columns";
import { provider, users } from "./identity";

export const erasureScope = pgEnum("erasure_scope", erasureScopes);

/** That something was erased, and how many rows of which tables: it names nobody. */
export const erasures = pgTable(
  "erasures",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Nobody once the account is erased. */
    userId: uuid().references(() => users.id, { onDelete: "set null" }),
    scope: erasureScope().notNull(),
    /** Null when a whole account was erased. */
    provider: provider(),
    requestedAt: createdAt(),
    finishedAt: moment(),
    /** Empty until it is finished. */
    counts: jsonb().$type<TableCount[]>().notNull().default([]),
  },
  (table) => [index("erasures_user").on(table.userId)],
);
