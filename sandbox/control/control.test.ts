import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { itemsAnswer, playlistAnswer, stateAnswer } from "../testing/answers";
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

describe("stats", () => {
  const stats = async () =>
    z
      .object({
        total: z.number(),
        endpoints: z.record(
          z.string(),
          z.object({ count: z.number(), statuses: z.record(z.string(), z.number()) }),
        ),
      })
      .parse(await (await client.control("/stats")).json());

  test("count every request under its endpoint, by how it was answered", async () => {
    await mira("/playlists/0000000000000000000001/items");
    await mira("/playlists/0000000000000000000002/items");
    await mira("/me");
    const { endpoints, total } = await stats();
    expect(endpoints["GET /spotify/v1/playlists/:id/items"]).toEqual({
      count: 2,
      statuses: { "404": 2 },
    });
    expect(endpoints["GET /spotify/v1/me"]?.count).toBe(1);
    expect(endpoints["POST /spotify/accounts/api/token"]?.statuses).toEqual({ "200": 1 });
    expect(total).toBe(5);
  });

  test("the requests themselves can be read, and picked by a pattern", async () => {
    await mira("/search?type=track&q=isrc:GBABC2600001");
    const answer = await client.control("/requests?match=search");
    expect(await answer.json()).toMatchObject({
      requests: [
        {
          method: "GET",
          path: "/spotify/v1/search?type=track&q=isrc:GBABC2600001",
          status: 200,
        },
      ],
    });
  });
});

describe("faults", () => {
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
});

describe("limits", () => {
  test("a full window refuses one provider and says how long to wait", async () => {
    await client.control("/limits", { provider: "spotify", requests: 2, seconds: 30 });
    const answers = [await mira("/me"), await mira("/me"), await mira("/me")];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(Number(answers[2]?.headers.get("retry-after"))).toBeGreaterThan(25);
    expect((await (await client.beatport())("/catalog/genres/")).status).toBe(200);
    await client.control("/limits", undefined, "DELETE");
    expect((await mira("/me")).status).toBe(200);
  });
});

describe("latency", () => {
  test("is kept, shown and refused when it is nonsense", async () => {
    await client.control("/latency", { ms: 5, match: { path: "/me$" } });
    expect(await (await client.control("/latency")).json()).toEqual({
      ms: 5,
      match: { path: "/me$" },
    });
    expect((await mira("/me")).status).toBe(200);
    expect((await client.control("/latency", { ms: -1 })).status).toBe(400);
    expect((await client.control("/latency", { ms: 1, match: { path: "(" } })).status).toBe(400);
  });
});

describe("acting as a user", () => {
  let playlist: string;
  let uris: string[];

  beforeEach(async () => {
    playlist = playlistAnswer.parse(await (await newPlaylist("Peak Time")).json()).id;
    uris = (await client.trackUris()).slice(0, 4);
    await mira(`/playlists/${playlist}/items`, { method: "POST", json: { uris } });
  });

  const act = (what: string, body: object) =>
    client.control(`/users/mira.okafor/playlists/${playlist}/${what}`, body);
  const read = async () =>
    itemsAnswer
      .parse(await (await mira(`/playlists/${playlist}/items`)).json())
      .items.map(({ item }) => item?.uri);

  test("adds, removes and moves as by hand", async () => {
    const [a = "", b = "", c = "", d = ""] = uris;
    await act("move", { from: 3, before: 0 });
    expect(await read()).toEqual([d, a, b, c]);
    await act("remove", { uris: [a] });
    await act("remove", { positions: [2] });
    expect(await read()).toEqual([d, b]);
    await act("add", { uris: [c], position: 1 });
    expect(await read()).toEqual([d, c, b]);
  });

  test("the state shows the playlist as it is, with names", async () => {
    const shown = (await miraState())?.playlists[0];
    expect(shown).toMatchObject({ id: playlist, followed: true });
    expect(shown?.items.map(({ uri }) => uri)).toEqual(uris);
    expect(shown?.items.every(({ name }) => Boolean(name))).toBe(true);
  });

  test.each([
    ["/users/nobody/revoke", {}, 404],
    ["/users/jonas.weil/playlists/none/remove", { uris: ["x"] }, 404],
    ["/users/mira.okafor/listing", {}, 400],
    ["/nothing", {}, 404],
  ])("%s with %o is refused with %i", async (path, body, status) => {
    const answer = await client.control(path, body);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ error: expect.any(String) });
  });

  test("nonsense changes nothing", async () => {
    expect((await act("add", { uris: ["spotify:track:none"] })).status).toBe(400);
    expect((await act("remove", {})).status).toBe(400);
    expect((await act("move", { from: 9, before: 0 })).status).toBe(400);
    expect(await read()).toEqual(uris);
  });
});

describe("reset", () => {
  test("takes back what people did, and can start another world", async () => {
    await newPlaylist("Gone");
    await fault({ kind: "quota" });
    await client.control("/switches", { rotateRefreshTokens: true });
    await client.control("/reset", { seed: "other", scale: 0.5 });
    expect((await miraState())?.playlists).toEqual([]);
    expect(await (await client.control("/stats")).json()).toEqual({ total: 0, endpoints: {} });
    expect(await (await client.control("/switches")).json()).toMatchObject({
      rotateRefreshTokens: false,
    });
    expect((await mira("/me")).status).toBe(401);
  });

  test("an unreadable body or a page of another site is refused", async () => {
    const broken = await fetch(`${client.url}/__sandbox/reset`, { method: "POST", body: "{" });
    expect(broken.status).toBe(400);
    const foreign = await fetch(`${client.url}/__sandbox/reset`, {
      method: "POST",
      headers: { "sec-fetch-site": "cross-site" },
    });
    expect(foreign.status).toBe(403);
  });
});
