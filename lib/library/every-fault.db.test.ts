import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { emptyTables } from "@/db/testing/empty-tables";
import { readKnown, readTruth } from "@/db/testing/library-truth";
import { countHistory, runSync, startListener } from "@/db/testing/listener";

const listener = await startListener();
process.env.REQUEST_TIMEOUT_MS = "400";
const { db } = await import("@/db/client");

let truth: Awaited<ReturnType<typeof readTruth>>;
let pages: string[] = [];
let owner = { userId: "", connectionId: "" };

/** A second page of tracks, albums, artists and of a playlist, and no third one. */
const LIBRARY = {
  ...{ savedTracks: 60, savedAlbums: 60, followedArtists: 60 },
  ...{ playlists: 12, playlistItems: 120, longestPlaylist: 60 },
};

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
/** The pages as the fault rules match them: whatever else is in the query may stand anywhere. */
const everyPage = (rule: object) =>
  pages.map((path) => ({ ...rule, times: 1, match: { method: "GET", path: `${escaped(path)}$` } }));

async function startOver() {
  await listener.heal();
  await emptyTables(db, "users", "jobs", "provider_buckets", "provider_cooldowns");
  owner = await listener.connect(db);
}

beforeAll(async () => {
  await listener.control("/users/mira.okafor/library", LIBRARY);
  await startOver();
  const before = (await listener.requests()).length;
  await runSync(db, owner);
  const requests = (await listener.requests()).slice(before);
  pages = [...new Set(requests.map((request) => request.replace(/^GET /, "")))];
  truth = await readTruth(listener);
  expect(pages.length).toBeGreaterThan(20);
});
beforeEach(startOver);
afterAll(() => listener.close());

const faults = [
  { kind: "rate-limit", retryAfter: 5_000 },
  { kind: "rate-limit", retryAfter: 5_000, body: "text" },
  { kind: "quota" },
  { kind: "status", status: 500 },
  { kind: "status", status: 503 },
  { kind: "unauthorized" },
  { kind: "hang" },
  { kind: "reset" },
  { kind: "applied-then-status", status: 502 },
  { kind: "applied-then-hang" },
  { kind: "applied-then-reset" },
  { kind: "slow-body", ms: 1_500 },
  { kind: "truncated" },
  { kind: "html" },
];

test.each(faults)(
  "every page meets %j once: no row is lost, doubled or gone",
  async (fault) => {
    const answer = await listener.fail(everyPage(fault));
    expect(await answer.text()).toContain(fault.kind);
    expect(await runSync(db, owner)).toMatchObject({ status: "complete" });
    expect(await readKnown(db, owner)).toEqual(truth);

    const before = await countHistory(db);
    await listener.fail(everyPage(fault));
    expect(await runSync(db, { ...owner, mode: "full" })).toMatchObject({ status: "complete" });
    expect(await countHistory(db)).toEqual(before);
  },
  120_000,
);

test.each([
  ["top_tracks", "/me/top/tracks"],
  ["top_artists", "/me/top/artists"],
  ["recently_played", "/me/player/recently-played"],
  ["playlists", "/me/playlists"],
  ["playlists", "/playlists/[^/]+/items"],
  ["saved_tracks", "/me/tracks"],
  ["saved_albums", "/me/albums"],
  ["followed_artists", "/me/following"],
])(
  "%s refused for good at %s: the other parts are whole and nothing is gone",
  async (part, path) => {
    await runSync(db, owner);
    const before = await countHistory(db);
    await listener.fail({ kind: "status", status: 403, match: { path } });
    expect(await runSync(db, { ...owner, mode: "full" })).toMatchObject({ status: "partial" });
    expect(await countHistory(db)).toEqual(before);
    expect(await readKnown(db, owner)).toEqual(truth);
    const parts = await db.execute(sql`
    select distinct part from sync_run_parts p join sync_runs r on r.id = p.run_id
    where r.status = 'partial' and p.status <> 'complete'
  `);
    expect(parts).toEqual([{ part }]);
  },
);

test("a page that never answers fails its part in a plain sentence, after several tries", async () => {
  await listener.fail({ kind: "status", status: 503, match: { path: "/me/albums" } });
  expect(await runSync(db, owner)).toMatchObject({ status: "partial" });
  const parts = await db.execute(sql`
    select part, status, problem from sync_run_parts where status <> 'complete'
  `);
  expect(parts).toEqual([
    { part: "saved_albums", status: "failed", problem: expect.stringContaining("503") },
  ]);
}, 60_000);
