import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { insertUser } from "@/db/queries/users";
import { connections, sessions, users } from "@/db/schema/identity";
import { saveConnection } from "@/lib/connections/save-connection";
import { adapter } from "./adapter";

const account = (accountId: string, token: string) => ({
  provider: "spotify",
  providerAccountId: accountId,
  access_token: token,
  refresh_token: "r",
  expires_at: Math.floor(Date.now() / 1000) + 3600,
  scope: "playlist-modify-public",
});

const newUser = () => insertUser(db, { name: "Mira", image: null });

test("of ten who sign in first at the same moment, exactly one is the owner", async () => {
  await db.delete(users);
  const created = await Promise.all(Array.from({ length: 10 }, newUser));
  expect(created.filter(({ role }) => role === "owner")).toHaveLength(1);
});

test("a session is found by its cookie, and the table does not hold the cookie", async () => {
  const user = await newUser();
  const sessionToken = randomUUID();
  const expires = new Date(Date.now() + 60_000);
  await adapter.createSession?.({ sessionToken, userId: user.id, expires });
  const found = await adapter.getSessionAndUser?.(sessionToken);
  expect(found?.user.id).toBe(user.id);
  const [row] = await db.select().from(sessions).where(eq(sessions.userId, user.id));
  expect(row?.tokenHash).not.toContain(sessionToken);
  await adapter.deleteSession?.(sessionToken);
  expect(await adapter.getSessionAndUser?.(sessionToken)).toBeNull();
});

test("the account finds its user again, and a later sign-in replaces the tokens", async () => {
  const user = await newUser();
  const accountId = randomUUID();
  await saveConnection(db, { userId: user.id, account: account(accountId, "first") });
  const before = await db.select().from(connections).where(eq(connections.accountId, accountId));
  await saveConnection(db, { userId: user.id, account: account(accountId, "second") });
  const after = await db.select().from(connections).where(eq(connections.accountId, accountId));
  expect(after).toHaveLength(1);
  expect(after[0]?.accessTokenSealed).not.toBe(before[0]?.accessTokenSealed);
  const found = await adapter.getUserByAccount?.({
    provider: "spotify",
    providerAccountId: accountId,
  });
  expect(found?.id).toBe(user.id);
});

test("an account of one user is never taken over by another", async () => {
  const [first, second] = [await newUser(), await newUser()];
  const accountId = randomUUID();
  await saveConnection(db, { userId: first.id, account: account(accountId, "first") });
  const takeOver = saveConnection(db, { userId: second.id, account: account(accountId, "x") });
  await expect(takeOver).rejects.toMatchObject({ code: "CONFLICT" });
  const [row] = await db.select().from(connections).where(eq(connections.accountId, accountId));
  expect(row?.userId).toBe(first.id);
});
