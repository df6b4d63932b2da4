import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { NOW } from "../testing/client";
import { type Listener, startListener } from "../testing/listener";

const resource = z.looseObject({
  id: z.string(),
  type: z.string(),
  attributes: z.looseObject({ name: z.string(), isrc: z.string().optional() }),
  relationships: z
    .object({
      catalog: z.object({
        data: z.array(
          z.looseObject({ attributes: z.looseObject({ isrc: z.string().optional() }) }),
        ),
      }),
    })
    .optional(),
});
const page = z.object({
  data: z.array(resource),
  next: z.string().optional(),
  meta: z.object({ total: z.number() }),
});
const SIX_MONTHS_S = 15_777_000;
const RETURN_TO = "http://127.0.0.1:3000/connections/apple";

let listener: Listener;
let key: KeyObject;
let userToken: string;

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

function developerToken(
  changes: { kid?: string; iss?: string; life?: number; key?: KeyObject } = {},
) {
  const iat = Math.floor(NOW.getTime() / 1_000);
  const head = part({ alg: "ES256", kid: changes.kid ?? "CLOUDERKEY" });
  const claims = { iss: changes.iss ?? "CLOUDERDMO", iat, exp: iat + (changes.life ?? 3_600) };
  const text = `${head}.${part(claims)}`;
  const signing = { key: changes.key ?? key, dsaEncoding: "ieee-p1363" as const };
  return `${text}.${sign("sha256", Buffer.from(text), signing).toString("base64url")}`;
}

const consent = (decision: string, params: Record<string, string> = {}) => {
  const query = new URLSearchParams({
    developer_token: developerToken(),
    redirect_uri: RETURN_TO,
    state: "s1",
    ...params,
  });
  return fetch(`${listener.url}/apple/authorize?${query}`, {
    method: "POST",
    body: new URLSearchParams({ user: "mira.okafor", decision }),
    redirect: "manual",
  });
};

const call = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${listener.url}/apple/v1${path}`, {
    headers: {
      authorization: `Bearer ${developerToken()}`,
      "music-user-token": userToken,
      ...headers,
    },
  });
const read = async (path: string) => page.parse(await (await call(path)).json());

async function readAll(path: string) {
  const all: z.infer<typeof resource>[] = [];
  let next: string | undefined = path;
  while (next) {
    const answer: z.infer<typeof page> = await read(next);
    all.push(...answer.data);
    next = answer.next?.slice("/v1".length);
  }
  return all;
}

beforeAll(async () => {
  listener = await startListener();
  const shown = z
    .object({ privateKey: z.string() })
    .parse(await (await listener.control("/apple")).json());
  key = createPrivateKey(shown.privateKey);
});
beforeEach(async () => {
  const back = new URL((await consent("agree")).headers.get("location") ?? "");
  expect(back.searchParams.get("state")).toBe("s1");
  userToken = back.searchParams.get("music_user_token") ?? "";
});
afterAll(() => listener.close());

describe("tokens", () => {
  test.each([
    [
      "signed with another key",
      { key: generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey },
    ],
    ["of another team", { iss: "SOMEBODY00" }],
    ["with another key id", { kid: "ANOTHERKEY" }],
    ["that has ended", { life: -1 }],
    ["that lives longer than six months", { life: SIX_MONTHS_S + 1 }],
  ])("a developer token %s is refused with 401", async (_, changes) => {
    const authorization = `Bearer ${developerToken(changes)}`;
    expect((await call("/me/library/songs", { authorization })).status).toBe(401);
  });

  test("a developer token may live six months", async () => {
    const authorization = `Bearer ${developerToken({ life: SIX_MONTHS_S })}`;
    expect((await call("/me/storefront", { authorization })).status).toBe(200);
  });

  test("without a user's token, and after it was revoked, the answer is 403", async () => {
    expect((await call("/me/library/songs", { "music-user-token": "" })).status).toBe(403);
    await listener.control("/users/mira.okafor/revoke-apple", {});
    const answer = await call("/me/library/songs");
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ errors: [{ status: "403", code: "40300" }] });
  });

  test("a refusal comes back to the app, and a strange address is never used", async () => {
    const back = new URL((await consent("cancel")).headers.get("location") ?? "");
    expect(back.searchParams.get("error")).toBe("access_denied");
    expect((await consent("agree", { redirect_uri: "http://localhost:3000/" })).status).toBe(400);
    expect((await consent("agree", { developer_token: "none" })).status).toBe(400);
  });

  test("a window that was opened gets the token by message, for its own origin", async () => {
    const text = await (await consent("agree", { response_mode: "web_message" })).text();
    expect(text).toContain('"music_user_token":"0.');
    expect(text).toContain('"http://127.0.0.1:3000"');
  });
});

describe("the library", () => {
  test("is read whole by its links, and is part of what the user has at Spotify", async () => {
    const songs = await readAll("/me/library/songs?limit=100");
    const first = await read("/me/library/songs");
    expect(first.data).toHaveLength(25);
    expect(first.meta.total).toBe(songs.length);
    expect(songs.length).toBeGreaterThan(60);
    expect(songs.length).toBeLessThan(120);
    expect(new Set(songs.map(({ id }) => id)).size).toBe(songs.length);
    expect(songs.every(({ type }) => type === "library-songs")).toBe(true);
    expect((await call("/me/library/songs?limit=101")).status).toBe(400);
  });

  test("tells ISRCs through the catalogue, where Apple knows the song", async () => {
    const plain = await read("/me/library/songs?limit=100");
    expect(plain.data.some(({ relationships }) => relationships)).toBe(false);
    const { data } = await read("/me/library/songs?limit=100&include=catalog");
    const isrcs = data.flatMap(({ relationships }) =>
      (relationships?.catalog.data ?? []).flatMap(({ attributes }) => attributes.isrc ?? []),
    );
    expect(isrcs.length).toBeGreaterThan(50);
    expect(isrcs.every((isrc) => /^[A-Z]{2}[A-Z0-9]{3}\d{7}$/.test(isrc))).toBe(true);
    expect(data.some(({ relationships }) => relationships?.catalog.data.length === 0)).toBe(true);
  });

  test("has albums, artists and playlists; an empty playlist has no tracks to speak of", async () => {
    expect((await read("/me/library/albums")).data[0]?.type).toBe("library-albums");
    expect((await read("/me/library/artists")).data[0]?.type).toBe("library-artists");
    const [longest] = await readAll("/me/library/playlists");
    const tracks = await readAll(`/me/library/playlists/${longest?.id}/tracks?limit=100`);
    expect(tracks.length).toBeGreaterThan(90);

    await listener.act("playlists", { name: "Empty" });
    const lists = await readAll("/me/library/playlists");
    const empty = lists.find(({ attributes }) => attributes.name === "Empty");
    for (const [id, code] of [
      [empty?.id, "40403"],
      ["p.none", "40400"],
    ]) {
      const answer = await call(`/me/library/playlists/${id}/tracks`);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ errors: [{ code }] });
    }
  });

  test("follows what the user does", async () => {
    const before = await readAll("/me/library/songs?limit=100");
    const saved = await listener.truth("saved-tracks", z.looseObject({ uri: z.string() }));
    await listener.act("unsave", { uris: saved.slice(0, 20).map(({ uri }) => uri) });
    expect((await readAll("/me/library/songs?limit=100")).length).toBeLessThan(before.length);
  });
});

describe("history", () => {
  test("recent tracks, heavy rotation and additions come ten at a time", async () => {
    const recent = await read("/me/recent/played/tracks");
    expect(recent.data).toHaveLength(10);
    expect(recent.data[0]?.type).toBe("songs");
    expect(await readAll("/me/recent/played/tracks?limit=30")).toHaveLength(50);
    expect((await read("/me/history/heavy-rotation")).data).toHaveLength(10);
    const added = await read("/me/library/recently-added?limit=25");
    expect(new Set(added.data.map(({ type }) => type)).has("library-playlists")).toBe(true);
    expect((await call("/me/recent/played/tracks?limit=31")).status).toBe(400);
  });

  test("a full window answers 429 in Apple's words", async () => {
    await listener.control("/limits", { provider: "apple", requests: 1, seconds: 30 });
    await call("/me/storefront");
    const refused = await call("/me/storefront");
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ errors: [{ status: "429", code: "42900" }] });
    await listener.control("/limits", undefined, "DELETE");
  });
});
