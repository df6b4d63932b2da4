import { integer, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { connectionStatuses, providers } from "@/lib/connections/provider";
import { createdAt, moment } from "./columns";

export const userRole = pgEnum("user_role", ["owner", "member"]);
export const provider = pgEnum("provider", providers);
export const connectionStatus = pgEnum("connection_status", connectionStatuses);

export const users = pgTable("users", {
  id: uuid().primaryKey().defaultRandom(),
  name: text(),
  image: text(),
  role: userRole().notNull().default("member"),
  /** A keyed hash of the account that was disconnected: by it the user is known again at sign-in. */
  returnKey: text().unique(),
  createdAt: createdAt(),
});

export const sessions = pgTable("sessions", {
  /** SHA-256 of the cookie's value: a copy of this table signs nobody in. */
  tokenHash: text().primaryKey(),
  userId: uuid()
    .notNull()
    .references(() => users.id, { onDelete: "cascade" }),
  expires: moment().notNull(),
  createdAt: createdAt(),
});

export const connections = pgTable(
  "connections",
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    provider: provider().notNull(),
    /** The provider's immutable id of the account. */
    accountId: text().notNull(),
    /** The id other users see, compared with `owner.id` of playlists. */
    profileId: text(),
    displayName: text(),
    accessTokenSealed: text(),
    refreshTokenSealed: text(),
    accessTokenExpiresAt: moment(),
    scopes: text().array().notNull().default([]),
    status: connectionStatus().notNull().default("active"),
    statusReason: text(),
    authorizedAt: moment().notNull().defaultNow(),
    refreshCount: integer().notNull().default(0),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [
    unique("connections_account").on(table.provider, table.accountId),
    unique("connections_user_provider").on(table.userId, table.provider),
  ],
);

/** The column of every row that is a user's own: it goes with the user. */
export const ofUser = () =>
  uuid()
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** The column of every row that a connection brought: it goes with the connection. */
export const ofConnection = () =>
  uuid()
    .notNull()
    .references(() => connections.id, { onDelete: "cascade" });
