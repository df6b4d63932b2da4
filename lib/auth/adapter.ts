import "server-only";
import { createHash } from "node:crypto";
import type { Adapter, AdapterAccount, AdapterUser } from "next-auth/adapters";
import { db } from "@/db/client";
import { findUserOfAccount } from "@/db/queries/connections";
import { findUserByReturnKey } from "@/db/queries/erasures";
import {
  deleteSession,
  extendSession,
  findSession,
  findUser,
  insertSession,
  insertUser,
  updateUser,
} from "@/db/queries/users";
import { returnKeyOf } from "@/lib/connections/return-key";
import { saveConnection } from "@/lib/connections/save-connection";
import { env } from "@/lib/env";

type UserRow = NonNullable<Awaited<ReturnType<typeof findUser>>>;

/** Spotify gives no email in Development Mode, and Clouder needs none. */
const toAdapterUser = (row: UserRow): AdapterUser => ({ ...row, email: "", emailVerified: null });

const hashOf = (sessionToken: string) => createHash("sha256").update(sessionToken).digest("hex");

/** next-auth over our own tables: tokens are sealed in `connections`, session cookies only kept as hashes. */
export const adapter: Adapter = {
  createUser: async ({ name, image }: Omit<AdapterUser, "id">) =>
    toAdapterUser(await insertUser(db, { name: name ?? null, image: image ?? null })),

  getUser: async (id) => {
    const row = await findUser(db, { id });
    return row && toAdapterUser(row);
  },

  getUserByEmail: async () => null,

  getUserByAccount: async ({ provider, providerAccountId }) => {
    if (provider !== "spotify") return null;
    const account = { provider, accountId: providerAccountId } as const;
    const row =
      (await findUserOfAccount(db, account)) ??
      (await findUserByReturnKey(db, { returnKey: returnKeyOf(account, env.TOKEN_KEY) }));
    return row && toAdapterUser(row);
  },

  updateUser: async ({ id, name, image }) => {
    const row = await updateUser(db, { id, name: name ?? null, image: image ?? null });
    if (!row) throw new Error("The user is gone.");
    return toAdapterUser(row);
  },

  linkAccount: async (account: AdapterAccount) => {
    await saveConnection(db, { userId: account.userId, account });
  },

  createSession: async ({ sessionToken, userId, expires }) => {
    await insertSession(db, { tokenHash: hashOf(sessionToken), userId, expires });
    return { sessionToken, userId, expires };
  },

  getSessionAndUser: async (sessionToken) => {
    const row = await findSession(db, { tokenHash: hashOf(sessionToken) });
    if (!row) return null;
    return {
      session: { sessionToken, userId: row.user.id, expires: row.expires },
      user: toAdapterUser(row.user),
    };
  },

  updateSession: async ({ sessionToken, expires }) => {
    if (!expires) return null;
    const row = await extendSession(db, { tokenHash: hashOf(sessionToken), expires });
    return row && { sessionToken, ...row };
  },

  deleteSession: async (sessionToken) => {
    await deleteSession(db, { tokenHash: hashOf(sessionToken) });
  },
};
