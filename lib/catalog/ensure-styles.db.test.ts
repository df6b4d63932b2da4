import { afterAll, expect, test } from "vitest";
import { styles } from "@/db/schema";
import { startFarEnd } from "@/lib/testing/far-end";

const genre = (id: number, name: string, changes: object = {}) => ({
  id,
  name,
  slug: name.toLowerCase().replaceAll(" ", "-"),
  enabled: true,
  ...changes,
});

let genres: unknown[] = [];
let down = false;
const beatport = await startFarEnd(({ path }) => {
  if (down) return { status: 503, body: "<html>Away</html>" };
  return path.endsWith("/token/")
    ? { body: { access_token: "token", expires_in: 36_000 } }
    : { body: { results: genres, next: null, count: genres.length } };
});
process.env.BEATPORT_API_URL = `${beatport.url}/v4`;
process.env.BEATPORT_CLIENT_ID = "id";
process.env.BEATPORT_CLIENT_SECRET = "secret";
afterAll(() => beatport.close());

const { db } = await import("@/db/client");
const { ensureStyles, refreshStyles } = await import("./ensure-styles");

const asked = () => beatport.requests.filter(({ path }) => path.endsWith("/genres/")).length;
const rows = () => db.select().from(styles).orderBy(styles.beatportId);

test("without Beatport's answer there are no styles, and the reason can be told", async () => {
  down = true;
  await expect(ensureStyles(db)).rejects.toMatchObject({
    code: "NO_ANSWER",
    message: "Beatport answered 503.",
  });
  expect(await rows()).toEqual([]);
  down = false;
});

test("styles are asked for once; a refresh renames, adds and loses none", async () => {
  genres = [genre(6, "Techno "), genre(11, "Tech House"), genre(4, "Gone", { enabled: false }), {}];
  await ensureStyles(db);
  await ensureStyles(db);
  expect(asked()).toBe(1);
  const before = await rows();
  expect(before.map(({ beatportId, name }) => [beatportId, name])).toEqual([
    [6, "Techno"],
    [11, "Tech House"],
  ]);

  genres = [genre(6, "Techno (Peak Time / Driving)"), genre(90, "Melodic House & Techno")];
  await refreshStyles(db, { lane: "background" });
  const after = await rows();
  expect(after.map(({ name }) => name)).toEqual([
    "Techno (Peak Time / Driving)",
    "Tech House",
    "Melodic House & Techno",
  ]);
  expect(after[0]?.id).toBe(before[0]?.id);
  expect(after[1]).toEqual(before[1]);
});
