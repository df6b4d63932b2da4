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
    await client.control("/faults", { kind: "quota" });
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
