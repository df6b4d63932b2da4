import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { stateAnswer } from "../testing/answers";
import { type Client, startClient } from "../testing/client";

let client: Client;
let mira: Awaited<ReturnType<Client["spotify"]>>;

beforeAll(async () => {
  client = await startClient();
});
beforeEach(async () => {
  await client.control("/reset", {});
  mira = await client.spotify();
});
afterAll(() => client.close());

const fault = (rule: object) => client.control("/faults", rule);
const newPlaylist = (name: string) => mira("/me/playlists", { method: "POST", json: { name } });
const miraState = async () =>
  stateAnswer.parse(await (await client.control("/state")).json()).users[0];

test.each<[object, number, string | null, RegExp]>([
  [{ kind: "rate-limit", retryAfter: 7 }, 429, "7", /API rate limit exceeded/],
  [{ kind: "rate-limit", retryAfter: 0 }, 429, "0", /API rate limit exceeded/],
  [{ kind: "rate-limit", retryAfter: "missing" }, 429, null, /API rate limit exceeded/],
  [{ kind: "rate-limit", body: "text" }, 429, "1", /^Too many requests$/],
  [
    { kind: "rate-limit", retryAfter: { dateInSeconds: 60 } },
    429,
    "Sat, 21 Nov 2026 12:01:00 GMT",
    /limit/,
  ],
  [{ kind: "quota" }, 429, "80000", /QUOTA_EXCEEDED/],
  [{ kind: "status", status: 503 }, 503, null, /"status":503/],
  [{ kind: "status", status: 403, body: "Premium required" }, 403, null, /^Premium required$/],
  [{ kind: "unauthorized" }, 401, null, /expired access token/],
  [{ kind: "html", status: 502 }, 502, null, /<html>/],
])("%o answers %i", async (rule, status, retryAfter, body) => {
  await fault(rule);
  const answer = await mira("/me");
  expect(answer.status).toBe(status);
  expect(answer.headers.get("retry-after")).toBe(retryAfter);
  expect(await answer.text()).toMatch(body);
});

test("Beatport refuses in its own words", async () => {
  const beatport = await client.beatport();
  await fault({ kind: "rate-limit", retryAfter: 5, match: { path: "^/beatport/" } });
  expect(await (await beatport("/catalog/genres/")).json()).toEqual({
    detail: "Request was throttled. Expected available in 5 seconds.",
  });
  expect((await mira("/me")).status).toBe(200);
});

test("a rule hits as often as it says, where it says", async () => {
  await fault({ kind: "status", status: 500, times: 2, match: { method: "post", path: "/me/" } });
  const statuses = [];
  for (const name of ["a", "b", "c"]) statuses.push((await newPlaylist(name)).status);
  expect([...statuses, (await mira("/me")).status]).toEqual([500, 500, 201, 200]);
  expect((await miraState())?.playlists).toHaveLength(1);
});

test("chances repeat with their seed", async () => {
  const series = async () => {
    await client.control("/faults", undefined, "DELETE");
    await fault({ kind: "status", status: 500, probability: 0.5, seed: "coin" });
    const statuses = [];
    for (let each = 0; each < 12; each += 1) statuses.push((await mira("/me")).status);
    return statuses;
  };
  const first = await series();
  expect(new Set(first)).toEqual(new Set([200, 500]));
  expect(await series()).toEqual(first);
});

test.each([
  [{ kind: "applied-then-status" }, true],
  [{ kind: "applied-then-reset" }, true],
  [{ kind: "applied-then-hang", holdMs: 20 }, true],
  [{ kind: "reset" }, false],
  [{ kind: "hang", holdMs: 20 }, false],
])("after %o the write has taken effect: %s", async (rule, applied) => {
  await fault({ ...rule, times: 1 });
  const answer = await newPlaylist("Written").catch(() => null);
  expect(answer?.status ?? "no answer").toBe(
    rule.kind === "applied-then-status" ? 500 : "no answer",
  );
  expect((await miraState())?.playlists).toHaveLength(applied ? 1 : 0);
});

test("a truncated answer is no JSON, a slow one is whole", async () => {
  await fault({ kind: "truncated", times: 1 });
  const half = await (await mira("/me")).text();
  expect(() => JSON.parse(half)).toThrow();
  await fault({ kind: "slow-body", ms: 20, times: 1 });
  expect(await (await mira("/me")).json()).toMatchObject({ id: "mira.okafor" });
});

test("a rule that makes no sense is refused, and the message says what is wrong", async () => {
  const answer = await fault({ kind: "earthquake" });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain("kind");
  const typo = await fault({ kind: "quota", time: 3 });
  expect(await typo.text()).toContain("time");
  expect(await (await client.control("/faults")).json()).toEqual({ faults: [] });
});

test("a fault lets as many matching requests pass as it is told to", async () => {
  await fault({ kind: "status", status: 503, match: { path: "/me$" }, skip: 2, times: 1 });
  const statuses: number[] = [];
  for (const path of ["/me", "/me/playlists", "/me", "/me", "/me"]) {
    statuses.push((await mira(path)).status);
  }
  expect(statuses).toEqual([200, 200, 200, 503, 200]);
});
