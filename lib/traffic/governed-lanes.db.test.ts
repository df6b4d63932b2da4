import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { emptyTables } from "@/db/testing/empty-tables";
import { type FarEndAnswer, type FarEndRequest, startFarEnd } from "@/lib/testing/far-end";

/** Answers when the test lets it. */
const held: { request: FarEndRequest; answer: (answer: FarEndAnswer) => void }[] = [];
let holding = false;
const farEnd = await startFarEnd((request) =>
  holding
    ? new Promise<FarEndAnswer>((answer) => held.push({ request, answer }))
    : { body: { ok: true } },
);
process.env.SPOTIFY_REQUESTS_PER_30_S = "600";
process.env.SPOTIFY_WINDOW_S = "2";
process.env.BEATPORT_REQUESTS_PER_30_S = "60000";

const { db } = await import("@/db/client");
const { inWork } = await import("@/lib/jobs/work-context");
const { governedFetch } = await import("./governed-fetch");
const { inFlight, limits } = await import("./limits");

const release = () => {
  holding = false;
  for (const { answer } of held.splice(0)) answer({ body: { ok: true } });
};

beforeEach(async () => {
  farEnd.requests.length = 0;
  await emptyTables(db, "provider_requests", "provider_cooldowns", "provider_buckets");
});
afterAll(() => farEnd.close());

const answer = z.object({ ok: z.boolean() });

type Changes = {
  provider?: "spotify" | "beatport";
  lane?: "interactive" | "background";
  owner?: string;
  method?: "GET" | "POST";
};

const ask = (path: string, changes: Changes = {}) => {
  const { provider = "beatport", lane = "background", owner = "app", method = "GET" } = changes;
  const request = { provider, group: "search", lane, method, repeatable: method === "GET" };
  const headers = { authorization: `Bearer ${owner}` };
  return governedFetch({ ...request, url: new URL(`${farEnd.url}${path}`), headers }, answer);
};

const paths = () => farEnd.requests.map(({ path }) => path);
const arrived = (count: number) =>
  expect.poll(() => farEnd.requests.length).toBeGreaterThanOrEqual(count);

test("the ledger says for which work a provider was asked", async () => {
  const jobId = crypto.randomUUID();
  const work = { kind: "matching", functionId: "match-tracks", jobId, runId: "run" };
  await inWork(work, () => Promise.all([ask("/1"), ask("/2"), ask("/3")]));
  await inWork({ ...work, kind: "refresh-styles", jobId: null }, () => ask("/4"));
  await Promise.all([ask("/5", { lane: "interactive" }), ask("/6", { lane: "interactive" })]);
  expect(
    await db.execute(sql`select kind, job_id, requests from provider_requests order by requests`),
  ).toEqual([
    { kind: "refresh-styles", job_id: null, requests: 1 },
    { kind: "interactive", job_id: null, requests: 2 },
    { kind: "matching", job_id: jobId, requests: 3 },
  ]);
});

test("equal reads under way are asked once; other users, lanes, addresses and writes are not", async () => {
  holding = true;
  const asked = [
    ask("/same"),
    ask("/same"),
    ask("/same", { owner: "mira" }),
    ask("/same", { lane: "interactive" }),
    ask("/same?page=2", { lane: "interactive" }),
    ask("/same", { lane: "interactive", method: "POST" }),
    ask("/same", { lane: "interactive", method: "POST" }),
  ];
  await arrived(6);
  release();
  expect(await Promise.all(asked)).toEqual(asked.map(() => ({ ok: true })));
  expect(farEnd.requests).toHaveLength(6);
});

test("one user's flood does not starve another's", async () => {
  holding = true;
  const asks = (owner: string, length: number) =>
    Array.from({ length }, (_, index) => ask(`/${owner}/${index}`, { provider: "spotify", owner }));
  const flood = asks("flood", 30);
  const together = inFlight("background", limits.spotify);
  await arrived(together);
  const other = asks("other", 2);
  release();
  await Promise.all([...flood, ...other]);
  // what was under way, and then by turns; those under way together arrive in any order
  expect(paths().indexOf("/other/0")).toBeLessThan(2 * together + 2);
  expect(paths().indexOf("/other/1")).toBeLessThan(2 * together + 4);
});

test("a person overtakes a background that uses its whole rate", async () => {
  const background = Array.from({ length: 60 }, (_, index) =>
    ask(`/background/${index}`, { provider: "spotify" }),
  );
  await arrived(20);
  const before = farEnd.requests.length;
  const people = ["/person/0", "/person/1", "/person/2"];
  await Promise.all(people.map((path) => ask(path, { provider: "spotify", lane: "interactive" })));
  const overtaking = paths().slice(0, farEnd.requests.length);
  const behind = overtaking.slice(before).filter((path) => path.startsWith("/background")).length;
  expect(behind).toBeLessThan(20);
  await Promise.all(background);
  expect(farEnd.requests).toHaveLength(63);
});

test("while a group rests, requests of other groups use its slots", async () => {
  await db.execute(sql`
    insert into provider_cooldowns (provider, endpoint_group, until, reason)
    values ('beatport', 'search', now() + interval '20 seconds', 'rate')
  `);
  const resting = Array.from({ length: 4 }, (_, index) => ask(`/resting/${index}`));
  const url = new URL(`${farEnd.url}/other`);
  const other = { provider: "beatport", group: "catalog", lane: "background" } as const;
  await governedFetch({ ...other, url, method: "GET", repeatable: true }, answer);
  expect(paths()).toEqual(["/other"]);
  await emptyTables(db, "provider_cooldowns");
  void Promise.allSettled(resting);
});
