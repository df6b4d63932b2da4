import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { apiBudgets, apiTokens } from "@/db/schema";
import { createUser, createWeek } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { apiVisitor } from "@/lib/testing/api-visitor";
import { createToken } from "./create-token";
import { revokeToken } from "./revoke-token";

const problem = async (response: Response) => {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const body = await response.json();
  expect(body.status).toBe(response.status);
  return body;
};

test("without a token that is good, nothing is answered but how to get in", () =>
  withRollback(async (tx) => {
    const visitor = await apiVisitor(tx, await createUser(tx));
    for (const authorization of ["", "Bearer ", "Bearer cldr_no", `Basic ${visitor.token}`]) {
      const refused = await visitor.get("/styles", { headers: { authorization } });
      expect(refused.status).toBe(401);
      expect(refused.headers.get("www-authenticate")).toBe('Bearer realm="clouder"');
      expect(await problem(refused)).toMatchObject({
        type: "urn:clouder:problem:unauthenticated",
        instance: "/api/v1/styles",
      });
    }
    expect((await visitor.get("/styles")).status).toBe(200);
  }));

test("a token that ended or was revoked opens nothing any more", () =>
  withRollback(async (tx) => {
    const user = await createUser(tx);
    const visitor = await apiVisitor(tx, user);
    const here = eq(apiTokens.id, visitor.made.id);
    await tx.update(apiTokens).set({ expiresAt: sql`now() - interval '1 second'` }).where(here);
    expect((await visitor.get("/styles")).status).toBe(401);
    await tx.update(apiTokens).set({ expiresAt: sql`now() + interval '1 day'` }).where(here);
    expect((await visitor.get("/styles")).status).toBe(200);
    await revokeToken(tx, { userId: user.id, tokenId: visitor.made.id });
    expect((await visitor.get("/styles")).status).toBe(401);
  }));

test("of a token only its hash and its first characters are stored, and when it was used", () =>
  withRollback(async (tx) => {
    const visitor = await apiVisitor(tx, await createUser(tx));
    const stored = async () =>
      (await tx.select().from(apiTokens).where(eq(apiTokens.id, visitor.made.id)))[0];
    expect(JSON.stringify(await stored())).not.toContain(visitor.token);
    expect(await stored()).toMatchObject({ start: visitor.token.slice(0, 11), lastUsedAt: null });
    await visitor.get("/styles");
    expect((await stored())?.lastUsedAt).toBeInstanceOf(Date);
  }));

test("nobody revokes the token of another user, and nobody hoards them", () =>
  withRollback(async (tx) => {
    const [mine, theirs] = [await createUser(tx), await createUser(tx)];
    const visitor = await apiVisitor(tx, mine);
    const tokenId = visitor.made.id;
    const others = revokeToken(tx, { userId: theirs.id, tokenId });
    await expect(others).rejects.toMatchObject({ code: "NOT_FOUND" });
    const wish = { name: "n", scopes: ["jobs:read" as const], days: 30 as const, now: new Date() };
    for (let count = 1; count < 50; count += 1) await createToken(tx, { ...wish, userId: mine.id });
    const oneMore = createToken(tx, { ...wish, userId: mine.id });
    await expect(oneMore).rejects.toMatchObject({ code: "CONFLICT" });
  }));

test("a token does what its scopes say and names the one that is missing", () =>
  withRollback(async (tx) => {
    const { user, period, tracks } = await createWeek(tx);
    const reader = await apiVisitor(tx, user, { scopes: ["curation:read"] });
    expect((await reader.get(`/curation/periods/${period.id}`)).status).toBe(200);
    const refused = await reader.ask("POST", `/curation/tracks/${tracks[0]?.id}/promote`);
    expect(refused.status).toBe(403);
    expect(refused.headers.get("www-authenticate")).toContain('scope="curation:write"');
    expect((await problem(refused)).detail).toContain("curation:write");
  }));

test("each token has its own budget, each address without one as well, and they refill", () =>
  withRollback(async (tx) => {
    const user = await createUser(tx);
    const limits = { token: 2, address: 1 };
    const visitor = await apiVisitor(tx, user, { limits });
    const first = await visitor.get("/styles");
    expect(first.headers.get("ratelimit-limit")).toBe("2");
    expect(first.headers.get("ratelimit-remaining")).toBe("1");
    expect((await visitor.get("/styles")).headers.get("ratelimit-reset")).toBe("60");
    const refused = await visitor.get("/styles");
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("30");
    expect(await problem(refused)).toMatchObject({ type: "urn:clouder:problem:too-many-requests" });

    const other = await apiVisitor(tx, user, { limits });
    expect((await other.get("/styles")).status).toBe(200);
    const stranger = (address: string) =>
      visitor.get("/styles", { headers: { authorization: "", "x-forwarded-for": address } });
    const seen = [await stranger("9.9.9.9"), await stranger("9.9.9.9, 10.0.0.1")];
    expect(seen.map(({ status }) => status)).toEqual([401, 429]);
    expect((await stranger("9.9.9.8")).status).toBe(401);

    const key = eq(apiBudgets.key, `token:${visitor.made.id}`);
    await tx.update(apiBudgets).set({ freeAt: sql`now() + interval '30 seconds'` }).where(key);
    expect((await visitor.get("/styles")).status).toBe(200);
    expect((await visitor.get("/styles")).status).toBe(429);
  }));

test("the wrong address, method, type, size or text each has its own answer", () =>
  withRollback(async (tx) => {
    const { user, tracks } = await createWeek(tx);
    const { ask, get } = await apiVisitor(tx, user);
    const move = `/curation/tracks/${tracks[0]?.id}/move`;
    expect((await problem(await get("/nothing"))).type).toBe("urn:clouder:problem:not-found");
    expect((await get("/jobs/no-uuid")).status).toBe(404);
    expect((await get("/styles/%E0%A4%A/categories")).status).toBe(404);

    const method = await ask("DELETE", "/curation/periods");
    expect(method.status).toBe(405);
    expect(method.headers.get("allow")).toBe("GET, POST, HEAD, OPTIONS");
    const options = await ask("OPTIONS", "/curation/periods");
    expect([options.status, options.headers.get("allow")]).toEqual([
      204,
      "GET, POST, HEAD, OPTIONS",
    ]);
    expect([...options.headers.keys()].filter((name) => name.startsWith("access-"))).toEqual([]);

    const form = { headers: { "content-type": "text/plain" } };
    expect((await ask("POST", move, { body: "categoryId=1", ...form })).status).toBe(415);
    expect((await ask("POST", move, { body: "{" })).status).toBe(400);
    expect((await ask("POST", move, { body: `"${"x".repeat(520 * 1024)}"` })).status).toBe(413);

    const misfit = await problem(await ask("POST", move, { body: { categoryId: "Warm-up" } }));
    expect(misfit).toMatchObject({ status: 422, errors: [{ at: "/categoryId" }] });
    expect((await ask("POST", move)).status).toBe(422);
    const odd = await problem(
      await ask("POST", "/rules", { body: { name: "a\0b", definition: {} } }),
    );
    expect(odd).toMatchObject({ status: 422, errors: [{ at: "/name" }] });
    expect((await get("/library/playlists/a%00b/items")).status).toBe(404);
    const parameter = await problem(await get("/curation/periods?limit=many"));
    expect(parameter).toMatchObject({ status: 422, errors: [{ at: "limit" }] });
    for (const query of ["limt=5", "cursor=abc", "limit=501", "format=csv"]) {
      expect((await get(`/curation/periods?${query}`)).status, query).toBe(422);
    }
  }));

test("an answer that is known already is not sent again, and HEAD tells of it alone", () =>
  withRollback(async (tx) => {
    const { user, period } = await createWeek(tx);
    const { ask, get } = await apiVisitor(tx, user);
    const path = `/curation/periods/${period.id}`;
    const etag = (await get(path)).headers.get("etag") ?? "";
    const known = await get(path, { headers: { "if-none-match": `"other", W/${etag}` } });
    expect([known.status, await known.text()]).toEqual([304, ""]);
    const head = await ask("HEAD", path);
    expect([head.status, await head.text(), head.headers.get("etag")]).toEqual([200, "", etag]);
  }));
