import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { beatportPage, beatportTrack } from "../testing/answers";
import { type Client, startClient } from "../testing/client";

const WEEK = "genre_id=6&publish_date=2026-11-09:2026-11-15";

let client: Client;
let beatport: Awaited<ReturnType<Client["beatport"]>>;

beforeAll(async () => {
  client = await startClient();
  beatport = await client.beatport();
});
afterAll(() => client.close());

const page = async (path: string) => beatportPage.parse(await (await beatport(path)).json());

async function allTracks(query: string) {
  const first = await page(`/catalog/tracks/?${query}&per_page=100`);
  const pages = Number(first.page.split("/")[1]);
  const rest = Array.from({ length: pages - 1 }, (_, index) =>
    page(`/catalog/tracks/?${query}&per_page=100&page=${index + 2}`),
  );
  return [first, ...(await Promise.all(rest))].flatMap(({ results }) => results);
}

describe("paging", () => {
  test("a list answers in Beatport's envelope, its links without a scheme and with the page last", async () => {
    const answer = await page(`/catalog/tracks/?page=2&${WEEK}&per_page=50`);
    expect(Object.keys(answer)).toEqual([
      "results",
      "next",
      "previous",
      "count",
      "page",
      "per_page",
    ]);
    expect(answer.page).toMatch(/^2\/\d$/);
    expect(answer.next).toBe(
      "api.beatport.com/v4/catalog/tracks/?genre_id=6&publish_date=2026-11-09%3A2026-11-15&per_page=50&page=3",
    );
  });

  test("the pages of a week hold each of its tracks once", async () => {
    const tracks = await allTracks(WEEK);
    const { count } = await page(`/catalog/tracks/?${WEEK}`);
    expect(tracks).toHaveLength(count);
    expect(new Set(tracks.map(({ id }) => id)).size).toBe(count);
    expect(count).toBeGreaterThanOrEqual(120);
  });

  test.each([
    ["inserted", 1],
    ["removed", -1],
  ])("a track %s between two pages shows twice or is missed", async (pageDrift, surplus) => {
    await client.control("/switches", { pageDrift });
    const first = await page(`/catalog/tracks/?${WEEK}&per_page=50`);
    const second = await page(`/catalog/tracks/?${WEEK}&per_page=50&page=2`);
    await client.control("/switches", { pageDrift: "none" });
    const true100 = (await page(`/catalog/tracks/?${WEEK}&per_page=100`)).results.map(
      ({ id }) => id,
    );
    const seen = [...first.results, ...second.results].map(({ id }) => id);
    expect(seen).toHaveLength(100);
    expect(seen.length - new Set(seen).size).toBe(Math.max(0, surplus));
    expect(true100.filter((id) => !seen.includes(id))).toHaveLength(1);
  });

  test("nested lists put the results last", async () => {
    const [track] = (await page(`/catalog/tracks/?${WEEK}`)).results;
    const answer: unknown = await (
      await beatport(`/catalog/releases/${track?.release.id}/tracks/`)
    ).json();
    expect(Object.keys(z.looseObject({}).parse(answer)).at(-1)).toBe("results");
  });

  test("an empty list and a page past the end are told apart", async () => {
    expect(await page("/catalog/tracks/?genre_id=4")).toEqual({
      results: [],
      next: null,
      previous: null,
      count: 0,
      page: "1/1",
      per_page: 10,
    });
    const past = await beatport(`/catalog/tracks/?${WEEK}&page=99`);
    expect(past.status).toBe(404);
    expect(await past.json()).toEqual({ detail: "Invalid page." });
  });
});

describe("filters", () => {
  test("a date range includes both its ends and nothing else", async () => {
    const tracks = await allTracks("genre_id=6&publish_date=2026-11-12:2026-11-13");
    expect(new Set(tracks.map(({ publish_date }) => publish_date))).toEqual(
      new Set(["2026-11-12", "2026-11-13"]),
    );
    expect(new Set(tracks.map(({ genre }) => genre.id))).toEqual(new Set([6]));
  });

  test("lists of values are alternatives", async () => {
    const tracks = await allTracks("genre_id=11,6&publish_date=2026-11-13");
    expect(new Set(tracks.map(({ genre }) => genre.id))).toEqual(new Set([6, 11]));
  });

  test("a track is found by its ids, its ISRC, its tempo and its artist", async () => {
    const { results } = await page(`/catalog/tracks/?${WEEK}`);
    const [first, second] = results;
    const ids = await page(`/catalog/tracks/?id=${first?.id},${second?.id}`);
    expect(ids.results.map(({ id }) => id).toSorted()).toEqual([first?.id, second?.id].toSorted());
    const isrc = await page(`/catalog/tracks/?isrc=${first?.isrc}`);
    expect(isrc.results.map(({ id }) => id)).toContain(first?.id);
    const tempo = await page(`/catalog/tracks/?${WEEK}&bpm=130:133&per_page=100`);
    expect(tempo.count).toBeGreaterThan(0);
    expect(tempo.results.every(({ bpm }) => bpm && bpm >= 130 && bpm <= 133)).toBe(true);
    const artist = await page(`/catalog/tracks/?${WEEK}&artist_id=${first?.artists[0]?.id}`);
    expect(artist.results.map(({ id }) => id)).toContain(first?.id);
  });

  test("an ISRC that was sold again is found on every release that carries it", async () => {
    const tracks = await allTracks(WEEK);
    const doubled = tracks.find(
      ({ isrc }, index) => tracks.findIndex((each) => each.isrc === isrc) < index,
    );
    const { results } = await page(`/catalog/tracks/?isrc=${doubled?.isrc}`);
    expect(results.length).toBeGreaterThan(1);
  });

  test.each([
    ["genre_id=techno", { genre_id: ["Enter a number."] }],
    ["publish_date=2026-02-30", { publish_date: ["Enter a valid date."] }],
    [
      "is_explicit=perhaps",
      {
        is_explicit: ["Select a valid choice. perhaps is not one of the available choices."],
      },
    ],
    [
      "order_by=taste",
      { order_by: ["Select a valid choice. taste is not one of the available choices."] },
    ],
  ])("%s is answered with what is wrong with it", async (query, errors) => {
    const response = await beatport(`/catalog/tracks/?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual(errors);
  });

  test("unknown parameters are passed over", async () => {
    expect((await page(`/catalog/tracks/?${WEEK}&q=anything`)).count).toBeGreaterThan(100);
  });
});

describe("order", () => {
  test("newest id first, unless asked otherwise", async () => {
    const ids = (await page(`/catalog/tracks/?${WEEK}`)).results.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted((a, b) => b - a));
  });

  test("latest date first, and within a day the oldest id", async () => {
    const tracks = await allTracks(`${WEEK}&order_by=-publish_date`);
    const keys = tracks.map(({ publish_date, id }) => ({ publish_date, id }));
    expect(keys).toEqual(
      keys.toSorted((a, b) => b.publish_date.localeCompare(a.publish_date) || a.id - b.id),
    );
  });

  test("by name, through all pages", async () => {
    const names = (await allTracks(`${WEEK}&order_by=name`)).map(({ name }) => name);
    expect(names).toEqual(names.toSorted());
  });
});

describe("addresses", () => {
  test("a missing slash is a redirect that keeps the query", async () => {
    const response = await fetch(`${client.url}/beatport/v4/catalog/tracks?${WEEK}`, {
      redirect: "manual",
    });
    expect(response.status).toBe(301);
    expect(response.headers.get("location")).toBe(`/beatport/v4/catalog/tracks/?${WEEK}`);
  });

  test("an unknown address is 404 and a known one 401, before any token is looked at", async () => {
    const unknown = await fetch(`${client.url}/beatport/v4/catalog/labels/1/tracks/`);
    const known = await fetch(`${client.url}/beatport/v4/catalog/tracks/`);
    expect([unknown.status, known.status]).toEqual([404, 401]);
    expect(known.headers.get("www-authenticate")).toBe('Bearer realm="api"');
    expect(await known.json()).toEqual({
      detail: "Authentication credentials were not provided.",
    });
  });

  test("46 genres come with their sub-genres", async () => {
    const answer = await (await beatport("/catalog/genres/?per_page=100")).json();
    const { results } = z
      .object({
        results: z.array(z.looseObject({ id: z.number(), name: z.string(), slug: z.string() })),
      })
      .parse(answer);
    expect(results).toHaveLength(46);
    expect(results.find(({ id }) => id === 6)).toMatchObject({
      name: "Techno (Peak Time / Driving)",
      slug: "techno-peak-time-driving",
      sub_genres: [{ id: 218 }, { id: 219 }, { id: 328 }],
    });
    expect(results.find(({ id }) => id === 108)).toMatchObject({ slug: "rb" });
  });

  test("a track, its release, label and artist have pages of their own", async () => {
    const [listed] = (await page(`/catalog/tracks/?${WEEK}&available_worldwide=true`)).results;
    const track = await (await beatport(`/catalog/tracks/${listed?.id}/`)).json();
    expect(beatportTrack.parse(track)).toMatchObject({ id: listed?.id, hidden: false });
    for (const path of [
      `/catalog/releases/${listed?.release.id}/`,
      `/catalog/artists/${listed?.artists[0]?.id}/`,
    ]) {
      expect((await beatport(path)).status).toBe(200);
    }
    const strange = await beatport("/catalog/tracks/4000000000000/");
    expect([strange.status, await strange.json()]).toEqual([404, { detail: "Not found." }]);
  });
});

test("a week stays the same while days pass; only its standing in the shop changes", async () => {
  const before = await startClient({ now: () => new Date("2026-11-10T12:00:00Z") });
  const ask = await before.beatport();
  const early = beatportPage.parse(
    await (await ask(`/catalog/tracks/?${WEEK}&per_page=100&order_by=-publish_date`)).json(),
  );
  await before.close();
  const late = await page(`/catalog/tracks/?${WEEK}&per_page=100&order_by=-publish_date`);

  const standing = new Set(["pre_order", "pre_order_date", "current_status", "price", "exclusive"]);
  const lasting = (tracks: typeof late.results) =>
    tracks.map((track) =>
      Object.fromEntries(
        Object.entries(track).filter(([name, value]) => {
          const address = JSON.stringify(value).includes("http://127.0.0.1");
          return !standing.has(name) && !address;
        }),
      ),
    );
  expect(lasting(early.results)).toEqual(lasting(late.results));
  expect(early.results.every((track) => track.pre_order && track.current_status.id === 12)).toBe(
    true,
  );
  expect(late.results.some((track) => track.pre_order)).toBe(false);
});
