import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { writeEnrichments } from "@/db/queries/enrichments";
import { listFacts } from "@/db/queries/rules-facts";
import { emptyTables } from "@/db/testing/empty-tables";
import { createMatch, createTrack } from "@/db/testing/factories";
import { forgetMarks } from "@/db/testing/forget-marks";
import { createListener, createRun, type Listener } from "@/db/testing/library-rows";
import {
  fillLibrary,
  fillWeek,
  LONG_AGO,
  letTimePass,
  libraryOf,
  NIGHT,
  readAllFacts,
} from "@/db/testing/mixed-library";
import { beginRefresh, failRefresh, goOnRefreshing, readFactsState } from "./refresh-facts";
import { refresh } from "./testing/refresh";

let mira: Listener;
beforeEach(async () => {
  await emptyTables(db, "users", "jobs", "styles", "labels", "artists", "track_enrichments");
  mira = await createListener(db);
});

const factsOf = (recordingKey: string, { userId } = mira) =>
  listFacts(db, { userId, recordingKeys: [recordingKey] }).then(([facts]) => facts ?? null);

test("a refresh looks only at what changed, and knows what a rebuild would find", async () => {
  const library = libraryOf(mira);
  const item = await fillLibrary(mira);
  const { peak, night, drift, place: bronze, period } = await fillWeek(mira);
  const again = await createTrack(db, { recordingKey: NIGHT, publishDate: "2026-12-04" });
  const { id: match } = await createMatch(db, { trackId: again.id, status: "review" });
  await letTimePass();
  await refresh(db, mira);
  await letTimePass();
  expect(await refresh(db, mira)).toBe(0);
  const at = new Date().toISOString();

  const changes: [change: string, recordings: number, make: () => Promise<unknown>][] = [
    [
      "a later release found at Spotify",
      1,
      () =>
        db.execute(sql`
          update track_matches set status = 'found', external_id = 'night9', updated_at = now(),
            external_uri = 'spotify:track:night9' where id = ${match}
        `),
    ],
    [
      "found to be another one there",
      1,
      () =>
        db.execute(sql`
          update track_matches set external_id = 'night8', external_uri = 'spotify:track:night8',
            updated_at = now() where id = ${match}
        `),
    ],
    [
      "and not to be there at all",
      1,
      () =>
        db.execute(sql`
          update track_matches set status = 'rejected', updated_at = now() where id = ${match}
        `),
    ],
    [
      "removed from the library",
      1,
      () => library.sync((seen) => library.save("night1", item, { ...seen, gone: true })),
    ],
    [
      "that confirmed, and removed from a playlist",
      1,
      () => library.sync((seen) => library.place("night1", { ...seen, gone: true })),
    ],
    ["that confirmed too", 1, () => library.sync()],
    ["put back", 1, () => library.place("night1", { at })],
    ["playlist renamed", 1, () => library.list("Opening", { at })],
    ["playlist seen anew under its name", 1, () => library.list("Opening", { at })],
    [
      "playlist gone",
      1,
      () => library.sync((seen) => library.list("Opening", { ...seen, gone: true })),
    ],
    ["that confirmed as well", 1, () => library.sync()],
    [
      "category renamed",
      2,
      () =>
        db.execute(sql`
          update user_categories set name = 'Peak', updated_at = now() where id = ${peak.id}
        `),
    ],
    [
      "taken out of Golden",
      2,
      async () => {
        await db.execute(sql`delete from golden_tracks where track_id = ${drift.id}`);
        await db.execute(sql`
          insert into decisions (user_id, period_id, curation_track_id, kind, idempotency_key,
            before, after)
          values (${mira.userId}, ${period.id}, ${bronze.id}, 'returned', gen_random_uuid(),
            '{}', '{}')
        `);
      },
    ],
    [
      "catalogue corrected",
      2,
      () => db.execute(sql`update tracks set bpm = 128, updated_at = now() where id = ${night.id}`),
    ],
    [
      "named by a source",
      2,
      () =>
        writeEnrichments(db, [
          {
            userId: null,
            recordingKey: NIGHT,
            source: "musicbrainz",
            version: 1,
            at: new Date(),
            categories: ["dub techno"],
            values: {},
          },
        ]),
    ],
    ["played", 2, () => library.play("night1", "Night Drive", at, item)],
    [
      "found to be another recording",
      3,
      () =>
        db.execute(sql`
          update tracks set recording_key = 'isrc:DEABC2600077', updated_at = now()
          where id = ${night.id}
        `),
    ],
    [
      "its match found to be another recording",
      4,
      () =>
        db.execute(sql`
          update tracks set recording_key = 'isrc:DEABC2600088', updated_at = now()
          where id = ${drift.id}
        `),
    ],
  ];
  for (const [change, recordings, make] of changes) {
    await make();
    expect(await refresh(db, mira), change).toBeLessThanOrEqual(recordings);
    const refreshed = await readAllFacts();
    await forgetMarks(db, mira);
    await refresh(db, mira);
    expect(refreshed, change).toEqual(await readAllFacts());
  }
});

test("what nobody has anything to do with any more is forgotten", async () => {
  const library = libraryOf(mira);
  const item = await library.describe("night1", { name: "Night Drive", isrc: "DEABC2600001" });
  await library.save("night1", item);
  await refresh(db, mira);
  expect(await factsOf(NIGHT)).not.toBeNull();
  await library.sync((seen) => library.save("night1", item, { ...seen, gone: true }));
  await library.sync();
  await refresh(db, mira);
  expect(await factsOf(NIGHT)).toBeNull();
});

test("what one reading alone missed stays known until a later one that is whole missed it too", async () => {
  const library = libraryOf(mira);
  const item = await fillLibrary(mira);
  await refresh(db, mira);
  const there = { isSaved: true, savedAt: new Date(LONG_AGO), playlists: ["Warm-up"] };
  const losses: [what: string, lose: (seen: { at: string; runId: string }) => Promise<unknown>][] =
    [
      ["saved", (seen) => library.save("night1", item, { ...seen, gone: true })],
      ["place", (seen) => library.place("night1", { ...seen, gone: true })],
      ["playlist", (seen) => library.list("Warm-up", { ...seen, gone: true })],
    ];
  const back = () =>
    library.sync(async (seen) => {
      await library.save("night1", item, seen);
      await library.place("night1", seen);
      await library.list("Warm-up", seen);
    });
  for (const [what, lose] of losses) {
    await library.sync(lose);
    await refresh(db, mira);
    expect(await factsOf(NIGHT), what).toMatchObject(there);
    await back();
    await refresh(db, mira);
    expect(await factsOf(NIGHT), what).toMatchObject(there);

    await library.sync(lose);
    await createRun(db, mira, { at: new Date().toISOString(), status: "failed" });
    await refresh(db, mira);
    expect(await factsOf(NIGHT), what).toMatchObject(there);
    await library.sync();
    await refresh(db, mira);
    expect(await factsOf(NIGHT), what).not.toMatchObject(there);
    await back();
  }
});

test("many recordings are a job; stopped, it writes no more, and the next run goes on with the rest", async () => {
  await db.execute(sql`
    insert into track_tags (user_id, recording_key, folded, tag)
    select ${mira.userId}, 'isrc:DETAG' || lpad(n::text, 7, '0'), 'mine', 'Mine'
    from generate_series(1, 2500) as n
  `);
  const run = await beginRefresh(db, { userId: mira.userId, runId: "run-1" });
  expect(run.hasJob).toBe(true);
  expect(await goOnRefreshing(db, run, { stepMs: 0 })).toEqual({ more: true });
  await db.execute(sql`update jobs set status = 'cancelled', finished_at = now()`);
  await expect(goOnRefreshing(db, run)).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await readFactsState(db, mira)).toEqual({ asOf: null, stale: 500 });

  expect(await refresh(db, mira)).toBe(500);
  expect((await readFactsState(db, mira)).asOf).not.toBeNull();
  expect(await readAllFacts()).toHaveLength(2500);
  const [job] = await db.execute(sql`select status, done from jobs order by created_at desc`);
  expect(job).toMatchObject({ status: "done", done: 500 });

  await forgetMarks(db, mira);
  const again = await beginRefresh(db, { userId: mira.userId, runId: "run-3" });
  await failRefresh(db, { ...again, problem: "It stopped." });
  const [failed] = await db.execute(sql`select status, message from jobs order by created_at desc`);
  expect(failed).toMatchObject({ status: "failed", message: "It stopped." });
});

test("a refresh for a user who has left meanwhile is over, and writes nothing", async () => {
  const userId = crypto.randomUUID();
  await expect(beginRefresh(db, { userId, runId: "run" })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  const rows = await db.execute(sql`select 1 from fact_refreshes where user_id = ${userId}::uuid`);
  expect(rows).toHaveLength(0);
});
