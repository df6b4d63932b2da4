import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { emptyTables } from "@/db/testing/empty-tables";
import { type FarEndAnswer, startFarEnd } from "@/lib/testing/far-end";

const fine = { body: { ok: true } };
let answers: FarEndAnswer[] = [];
const farEnd = await startFarEnd(() => answers.shift() ?? fine);

async function tools() {
  return {
    ...(await import("@/db/client")),
    ...(await import("@/db/queries/admission")),
    ...(await import("./governed-fetch")),
    ...(await import("./provider-error")),
  };
}

beforeAll(() => {
  process.env.REQUEST_TIMEOUT_MS = "1000";
  process.env.SPOTIFY_REQUESTS_PER_30_S = "6000";
});
afterAll(() => farEnd.close());

beforeEach(async () => {
  answers = [];
  farEnd.requests.length = 0;
  const { db } = await tools();
  await emptyTables(db, "provider_requests", "provider_cooldowns", "provider_buckets");
});

type Changes = { group?: string; method?: "GET" | "POST"; lane?: "interactive" | "background" };

async function ask({ group = "search", method = "GET", lane = "background" }: Changes = {}) {
  const { governedFetch } = await tools();
  const url = new URL(`${farEnd.url}/${group}`);
  const repeatable = method === "GET";
  return governedFetch(
    { provider: "spotify", group, lane, url, method, repeatable },
    z.object({ ok: z.boolean() }),
  );
}

async function ledger() {
  const { db } = await tools();
  return db.execute(
    sql`select endpoint_group as "group", requests, refused, failed from provider_requests
      order by endpoint_group`,
  );
}

async function cooling() {
  const { db } = await tools();
  const rows = await db.execute<{ scope: string; seconds: number }>(
    sql`select endpoint_group as scope, extract(epoch from until - now())::float8 as seconds
      from provider_cooldowns where until > now()`,
  );
  return rows[0] ?? null;
}

test("an answer is a value, and every request is in the ledger", async () => {
  expect(await ask()).toEqual({ ok: true });
  await ask({ group: "tracks" });
  expect(await ledger()).toEqual([
    { group: "search", requests: 1, refused: 0, failed: 0 },
    { group: "tracks", requests: 1, refused: 0, failed: 0 },
  ]);
});

test("governing an answered request costs one statement", async () => {
  await ask();
  const { sqlClient } = await tools();
  let statements = 0;
  sqlClient.options.debug = () => {
    statements += 1;
  };
  await ask();
  sqlClient.options.debug = false;
  expect(statements).toBe(1);
});

test("a short refusal is waited for and the answer still arrives", async () => {
  answers = [{ status: 429, headers: { "retry-after": "1" }, body: "Too many requests" }];
  expect(await ask()).toEqual({ ok: true });
  expect(await ledger()).toEqual([{ group: "search", requests: 2, refused: 1, failed: 0 }]);
});

test.each([undefined, "0", "soon"])(
  "a refusal with retry-after %s is asked again soon",
  async (after) => {
    answers = [{ status: 429, headers: after === undefined ? {} : { "retry-after": after } }];
    expect(await ask()).toEqual({ ok: true });
    expect(farEnd.requests).toHaveLength(2);
  },
);

test("a long refusal becomes a wait, and until then that group is not asked at all", async () => {
  const { WaitUntilError } = await tools();
  answers = [{ status: 429, headers: { "retry-after": "80000" } }];
  const error = await ask().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(WaitUntilError);
  expect(await cooling()).toMatchObject({ scope: "search" });

  await expect(ask()).rejects.toBeInstanceOf(WaitUntilError);
  expect(farEnd.requests).toHaveLength(1);
  expect(await ask({ group: "playlists" })).toEqual({ ok: true });
});

test("an absurd wait is a day at most", async () => {
  answers = [{ status: 429, headers: { "retry-after": "999999999" } }];
  await expect(ask()).rejects.toThrow("asks us to wait until");
  expect((await cooling())?.seconds).toBeLessThanOrEqual(86_400);
});

test("a spent quota rests its group even when no time is given", async () => {
  const error = { status: 429, message: "Too many requests", reason: "QUOTA_EXCEEDED" };
  answers = [{ status: 429, body: { error } }];
  await expect(ask({ group: "playlists" })).rejects.toMatchObject({ group: "playlists" });
  expect(await cooling()).toMatchObject({ scope: "playlists" });
  expect(await ask()).toEqual({ ok: true });
});

test("a cool-down that another process stored is kept", async () => {
  const { db, recordRefusal, ALL_GROUPS } = await tools();
  const rest = {
    provider: "spotify",
    group: "me",
    work: { kind: "collection", jobId: null },
    scope: ALL_GROUPS,
    reason: "rate",
    elapsedMs: 10,
  } as const;
  await recordRefusal(db, { ...rest, seconds: 600 });
  await recordRefusal(db, { ...rest, seconds: 1 });
  await expect(ask({ lane: "interactive" })).rejects.toThrow("asks us to wait until");
  expect(farEnd.requests).toHaveLength(0);
});

test("reads are repeated after a failure of theirs, writes never", async () => {
  answers = [{ status: 502, body: "<html>Bad gateway</html>" }, { body: '{"ok":tr' }];
  expect(await ask()).toEqual({ ok: true });
  expect(await ledger()).toEqual([{ group: "search", requests: 3, refused: 0, failed: 2 }]);

  answers = [{ reset: true }];
  await expect(ask({ method: "POST" })).rejects.toMatchObject({ kind: "network", transient: true });
  answers = [{ silent: true }];
  await expect(ask({ method: "POST" })).rejects.toMatchObject({ kind: "timeout", status: null });
  expect(farEnd.requests.filter(({ method }) => method === "POST")).toHaveLength(2);
});

test.each([
  [401, "unauthorized"],
  [403, "forbidden"],
  [404, "not_found"],
  [400, "invalid"],
  [301, "invalid"],
] as const)("a %i is a typed error, said in words and not repeated", async (status, kind) => {
  answers = [{ status, body: { error: { status, message: "No." } } }];
  await expect(ask()).rejects.toMatchObject({
    kind,
    status,
    transient: false,
    message: `Spotify answered ${status}: No.`,
  });
  expect(farEnd.requests).toHaveLength(1);
});
