import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type FarEndAnswer, type FarEndRequest, startFarEnd } from "@/lib/testing/far-end";

const row = (id: number, changes: object = {}) => ({
  id,
  name: "Night Drive ",
  mix_name: "Original Mix",
  slug: "night-drive",
  isrc: "QZDEM2600001",
  publish_date: "2026-11-20",
  genre: { id: 11, name: "Tech House" },
  artists: [{ id: 1, name: "Demo Artist (UK)", slug: "demo-artist" }],
  remixers: [],
  release: { id: 5, name: "Night Drive", label: { id: 9, name: "Demo Label" } },
  ...changes,
});

const granted = (token: string) => ({
  body: { access_token: token, expires_in: 36_000, refresh_token: `refresh-${token}` },
});

let pages: (request: FarEndRequest) => FarEndAnswer = () => ({});
let tokens: FarEndAnswer[] = [];
const farEnd = await startFarEnd((request) =>
  request.path.endsWith("/auth/o/token/") ? (tokens.shift() ?? granted("later")) : pages(request),
);

beforeAll(() => {
  process.env.BEATPORT_API_URL = `${farEnd.url}/v4`;
  process.env.BEATPORT_CLIENT_ID = "id";
  process.env.BEATPORT_CLIENT_SECRET = "secret";
});
afterAll(() => farEnd.close());
beforeEach(() => {
  farEnd.requests.length = 0;
  // each test starts without a token
  vi.resetModules();
});

const read = async (page = 1) => {
  const { listTracks } = await import("./tracks");
  return listTracks({ genreId: 11, from: "2026-11-16", to: "2026-11-22", page });
};

test("asks for the range in a stable order and reads only whether there is a next page", async () => {
  const next = "api.beatport.com/v4/catalog/tracks/?page=2";
  pages = () => ({ body: { results: [row(1)], next, count: 150, page: "1/2" } });
  expect(await read()).toMatchObject({ count: 150, last: false });

  const asked = farEnd.requests.at(-1);
  expect(asked?.path).toBe("/v4/catalog/tracks/");
  expect(Object.fromEntries(asked?.query ?? [])).toEqual({
    genre_id: "11",
    publish_date: "2026-11-16:2026-11-22",
    order_by: "publish_date",
    page: "1",
    per_page: "100",
  });
});

test("an odd row is set aside with its problem, a repeated one counted once", async () => {
  const odd = row(2, { publish_date: "2026-02-31" });
  const nameless = { name: "no id" };
  pages = () => ({
    body: { results: [row(1), odd, row(1), nameless, null], next: null, count: 3 },
  });
  const { payloads, last } = await read();
  expect(last).toBe(true);
  expect(payloads.map(({ externalId, problem }) => [externalId, problem === null])).toEqual([
    ["1", true],
    ["2", false],
    [null, false],
    [null, false],
  ]);
  expect(payloads[1]?.raw).toEqual(odd);
});

test("a page beyond the end is an empty last page, a missing first page is an error", async () => {
  pages = () => ({ status: 404, body: { detail: "Invalid page." } });
  expect(await read(9)).toEqual({ payloads: [], count: null, last: true });
  await expect(read(1)).rejects.toMatchObject({ kind: "not_found" });
});

test("a token that dies in the middle is refreshed once for all pages under way", async () => {
  tokens = [granted("first"), granted("fresh")];
  pages = ({ authorization }) =>
    authorization === "Bearer fresh"
      ? { body: { results: [], next: null, count: 0 } }
      : { status: 401, body: { detail: "Authentication credentials were not provided." } };
  await Promise.all([read(), read(2)]);

  const asked = farEnd.requests.filter(({ path }) => path.endsWith("/token/"));
  expect(asked.map(({ body }) => new URLSearchParams(body).get("grant_type"))).toEqual([
    "client_credentials",
    "refresh_token",
  ]);
});

test("a refused token says so and is not asked for again and again", async () => {
  tokens = [
    granted("first"),
    { status: 400, body: { error: "invalid_grant" } },
    { status: 401, body: { error: "invalid_client" } },
  ];
  pages = () => ({
    status: 401,
    body: { detail: "Authentication credentials were not provided." },
  });
  await expect(read()).rejects.toMatchObject({
    kind: "unauthorized",
    message: "Beatport answered 401: invalid_client",
  });
  expect(farEnd.requests.filter(({ path }) => path.endsWith("/token/"))).toHaveLength(3);
});
