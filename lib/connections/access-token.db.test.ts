import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { connections, users } from "@/db/schema/identity";

let server: Server;
let answers: { status: number; body: unknown }[] = [];
let requests: URLSearchParams[] = [];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    requests.push(new URLSearchParams(text));
    const answer = answers.shift() ?? { status: 500, body: {} };
    response.writeHead(answer.status, { "content-type": "application/json" });
    response.end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  process.env.SPOTIFY_ACCOUNTS_URL = `http://127.0.0.1:${address.port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

beforeEach(() => {
  answers = [];
  requests = [];
});

const tools = async () => ({
  ...(await import("@/db/client")),
  ...(await import("./access-token")),
  ...(await import("./save-connection")),
});

async function connect(args: { expiresInSeconds: number; refreshToken?: string }) {
  const { db, saveConnection } = await tools();
  const [user] = await db.insert(users).values({ name: "Mira" }).returning({ id: users.id });
  if (!user) throw new Error("no user");
  await saveConnection(db, {
    userId: user.id,
    account: {
      provider: "spotify",
      providerAccountId: randomUUID(),
      access_token: "old-access",
      refresh_token: args.refreshToken,
      expires_at: Math.floor(Date.now() / 1000) + args.expiresInSeconds,
      scope: "playlist-modify-public playlist-modify-private",
    },
  });
  return { userId: user.id, provider: "spotify" as const };
}

const grant = (changes: object = {}) => ({
  status: 200,
  body: { access_token: "new-access", token_type: "Bearer", expires_in: 3600, ...changes },
});

test("answers the stored token while it lives, without asking Spotify", async () => {
  const { db, accessTokenFor } = await tools();
  const who = await connect({ expiresInSeconds: 3600, refreshToken: "r1" });
  expect(await accessTokenFor(db, who)).toEqual({ token: "old-access" });
  expect(requests).toHaveLength(0);
});

test("eight callers after the expiry make one refresh and all get its token", async () => {
  const { db, accessTokenFor } = await tools();
  const who = await connect({ expiresInSeconds: 0, refreshToken: "r1" });
  answers = [grant()];
  const tokens = await Promise.all(Array.from({ length: 8 }, () => accessTokenFor(db, who)));
  expect(new Set(tokens.map(({ token }) => token))).toEqual(new Set(["new-access"]));
  expect(requests.map((form) => form.get("refresh_token"))).toEqual(["r1"]);
});

test("keeps the old refresh token when none is returned, and takes a rotated one", async () => {
  const { db, accessTokenFor } = await tools();
  const who = await connect({ expiresInSeconds: 0, refreshToken: "r1" });
  answers = [grant({ expires_in: 1 }), grant({ refresh_token: "r2", expires_in: 1 }), grant()];
  for (let call = 0; call < 3; call += 1) await accessTokenFor(db, who);
  expect(requests.map((form) => form.get("refresh_token"))).toEqual(["r1", "r1", "r2"]);
});

test("a token the service refused is refreshed once, however many callers report it", async () => {
  const { db, accessTokenFor } = await tools();
  const who = await connect({ expiresInSeconds: 3600, refreshToken: "r1" });
  answers = [grant()];
  const rejected = { ...who, rejected: "old-access" };
  await Promise.all([accessTokenFor(db, rejected), accessTokenFor(db, rejected)]);
  expect(requests).toHaveLength(1);
});

test("a refused refresh asks for a reconnect, is remembered and is not tried again", async () => {
  const { db, accessTokenFor } = await tools();
  const who = await connect({ expiresInSeconds: 0, refreshToken: "r1" });
  answers = [{ status: 400, body: { error: "invalid_grant", error_description: "Revoked" } }];
  await expect(accessTokenFor(db, who)).rejects.toMatchObject({ code: "RECONNECT" });
  await expect(accessTokenFor(db, who)).rejects.toMatchObject({ code: "RECONNECT" });
  expect(requests).toHaveLength(1);
  const [row] = await db.select().from(connections).where(eq(connections.userId, who.userId));
  expect(row).toMatchObject({ status: "needs_reconnect", statusReason: "Revoked" });
});

test("a failing accounts service is an error to retry, never a disconnect", async () => {
  const { db, accessTokenFor } = await tools();
  const who = await connect({ expiresInSeconds: 0, refreshToken: "r1" });
  answers = [{ status: 503, body: {} }, grant()];
  await expect(accessTokenFor(db, who)).rejects.toThrow("503");
  expect(await accessTokenFor(db, who)).toEqual({ token: "new-access" });
});

test("has no token for another user", async () => {
  const { db, accessTokenFor } = await tools();
  await connect({ expiresInSeconds: 3600, refreshToken: "r1" });
  const stranger = { userId: randomUUID(), provider: "spotify" as const };
  await expect(accessTokenFor(db, stranger)).rejects.toMatchObject({ code: "RECONNECT" });
});

test("stores no token in plain text", async () => {
  const { db } = await tools();
  const { userId } = await connect({ expiresInSeconds: 3600, refreshToken: "r1-plain" });
  const [row] = await db.select().from(connections).where(eq(connections.userId, userId));
  expect(JSON.stringify(row)).not.toMatch(/old-access|r1-plain/);
});
