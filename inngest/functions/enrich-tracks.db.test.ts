import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { emptyTables } from "@/db/testing/empty-tables";
import { createTrack } from "@/db/testing/factories";
import { appendRow, createItem, createListener, createRun } from "@/db/testing/library-rows";
import { startBackground, until } from "@/inngest/testing/background";
import { type FarEndAnswer, startFarEnd } from "@/lib/testing/far-end";
import { startClient } from "@/sandbox/testing/client";
import { freePort } from "@/scripts/lib/free-port.mjs";

const sandbox = await startClient();
let guess: (tracks: { number: number }[]) => unknown = () => [];
const model = await startFarEnd(({ body }): FarEndAnswer => {
  const { messages } = z
    .object({ messages: z.array(z.object({ content: z.string() })) })
    .parse(JSON.parse(body));
  const asked = z.object({ tracks: z.array(z.object({ number: z.number() })) });
  const { tracks } = asked.parse(JSON.parse(messages[1]?.content ?? ""));
  const content = JSON.stringify({ tracks: guess(tracks) });
  return { body: { choices: [{ message: { content } }] } };
});

const enginePort = await freePort();
process.env.INNGEST_BASE_URL = `http://127.0.0.1:${enginePort}`;
process.env.MUSICBRAINZ_API_URL = `${sandbox.url}/musicbrainz/ws/2`;
process.env.MUSICBRAINZ_CONTACT = "test@example.org";
process.env.MUSICBRAINZ_REQUESTS_PER_30_S = "30000";
process.env.ENRICH_LLM_URL = `${model.url}/v1/chat/completions`;
process.env.ENRICH_LLM_KEY = "key-of-the-model";
process.env.ENRICH_LLM_REQUESTS_PER_30_S = "30000";

const { db } = await import("@/db/client");
const { insertTags } = await import("@/db/queries/tags");
const { claimUnenriched } = await import("@/db/queries/sources");
const { inngest } = await import("@/inngest/client");
const { enrichmentRequested } = await import("@/inngest/events");
const { requestSource } = await import("@/lib/sources/request-source");
const { beginFetch } = await import("@/lib/sources/begin-fetch");
const { findPlace, readTracks } = await import("@/lib/sources/read-tracks");
const { finishFetch } = await import("@/lib/sources/finish-fetch");
const { enrichersInUse } = await import("@/lib/enrichment/enrichers-in-use");
const { beginEnrichment } = await import("@/lib/sources/begin-enrichment");
const { finishEnrichment } = await import("@/lib/sources/finish-enrichment");
const { enrichTracks } = await import("./enrich-tracks");

const CANARY = "from-spotify-only";
let background: Awaited<ReturnType<typeof startBackground>>;
let isrcs: string[] = [];
let listener = { userId: "", connectionId: "" };
let sourceId = "";

beforeAll(async () => {
  background = await startBackground({ client: inngest, functions: [enrichTracks], enginePort });
  const page = z.object({ results: z.array(z.object({ isrc: z.string() })) });
  const ask = await sandbox.beatport();
  const answer = await ask("/catalog/tracks/?genre_id=6&publish_date=2026-11-13&per_page=40");
  const { results } = page.parse(await answer.json());
  isrcs = [...new Set(results.map(({ isrc }) => isrc))].slice(0, 14);
});
afterAll(async () => {
  await background.close();
  await sandbox.close();
  await model.close();
});

/** A person whose saved tracks have these ISRCs, and hold a canary wherever Spotify says something. */
beforeEach(async () => {
  await sandbox.control("/limits", undefined, "DELETE");
  await sandbox.control("/faults", undefined, "DELETE");
  model.requests.length = 0;
  await emptyTables(
    db,
    "users",
    "jobs",
    "track_enrichments",
    "styles",
    "provider_buckets",
    "provider_cooldowns",
  );
  listener = await createListener(db);
  await createRun(db, listener, {
    at: new Date().toISOString(),
    parts: { saved_tracks: { appended: 1, gone: 0 } },
  });
  await db.execute(sql`update sync_run_parts set finished_at = now()`);
  for (const [index, isrc] of [...isrcs, null].entries()) {
    const externalId = `${CANARY}${index}`;
    const item = { externalId, name: `${CANARY} ${index}`, artists: [`${CANARY} artist`] };
    const itemId = await createItem(db, listener, item);
    await db.execute(sql`
      update provider_items set isrc = ${isrc}, album_name = ${CANARY}, url = ${CANARY},
        genres = array[${CANARY}], cover_url = ${CANARY}, raw = ${JSON.stringify({ CANARY })}::jsonb
      where id = ${itemId}::bigint
    `);
    const at = new Date().toISOString();
    const row = { at, externalId, itemId, added_at: at };
    await appendRow(db, listener, "user_saved_tracks", row);
  }
  const { userId } = listener;
  const wish = { kind: "liked", provider: "spotify", maxAgeMinutes: 60, userId } as const;
  ({ sourceId } = await requestSource(db, wish));
  const fetch = await beginFetch(db, { sourceId, userId, runId: "fetch" });
  if (!fetch) throw new Error("the fetch was not open");
  const place = await findPlace(db, fetch, new Date());
  await readTracks(db, fetch, place);
  await finishFetch(db, fetch, place);
});

const event = () => enrichmentRequested.create({ sourceId, userId: listener.userId });
const said = () =>
  db.execute<{ key: string; source: string; owner: string | null; categories: string[] }>(sql`
    select recording_key as key, source, user_id as owner, categories from track_enrichments
    order by recording_key
  `);
const requests = z.object({ requests: z.array(z.object({ status: z.number().nullable() })) });
const asked = async () => {
  const answer = await sandbox.control("/requests?match=musicbrainz");
  return requests.parse(await answer.json()).requests;
};
const jobOf = async () => {
  const [job] = await db.execute<{ status: string; done: number; total: number }>(
    sql`select status, done, total from jobs where kind = 'enrichment'`,
  );
  return job;
};

test("MusicBrainz is asked once for each ISRC, and that it knows nothing is kept as well", async () => {
  const before = (await asked()).length;
  const [run] = await background.run(event());
  expect(run).toMatchObject({ status: "Completed" });
  const rows = await said();
  expect(rows.map(({ key }) => key)).toEqual(isrcs.map((isrc) => `isrc:${isrc}`).toSorted());
  expect(rows.every(({ owner, source }) => owner === null && source === "musicbrainz")).toBe(true);
  expect(rows.some(({ categories }) => categories.length > 0)).toBe(true);
  const answers = (await asked()).slice(before);
  expect(answers).toHaveLength(isrcs.length);
  expect(answers.some(({ status }) => status === 404)).toBe(true);
  expect(await jobOf()).toEqual({ status: "done", done: 30, total: 30 });

  await background.run(event());
  expect((await asked()).slice(before)).toHaveLength(isrcs.length);
  await db.execute(sql`update track_enrichments set at = at - interval '31 days'`);
  await background.run(event());
  const again = rows.filter(({ categories }) => categories.length === 0).length;
  expect((await asked()).slice(before)).toHaveLength(isrcs.length + again);
});

test("a source that was fetched again meanwhile is not taken for asked about", async () => {
  const own = { sourceId, userId: listener.userId };
  const enrichedAt = async () => {
    const [row] = await db.execute(sql`select enriched_at as at from sources`);
    return row?.at;
  };
  const begin = () => beginEnrichment(db, { ...own, runId: "run", enrichers: enrichersInUse() });
  const run = await begin();
  if (!run) throw new Error("there was nothing to ask about");
  await db.execute(sql`update sources set edition = edition + 1 where id = ${sourceId}`);
  await finishEnrichment(db, run);
  expect(await enrichedAt()).toBeNull();
  const next = await begin();
  await finishEnrichment(db, { ...run, ...next });
  expect(await enrichedAt()).not.toBeNull();
});

test("too busy is not unknown: who is told to wait waits, keeps what came, and asks for the rest", async () => {
  await sandbox.control("/faults", {
    kind: "rate-limit",
    retryAfter: 3600,
    skip: 9,
    times: 1,
    match: { path: "/musicbrainz/" },
  });
  const before = (await asked()).length;
  const running = background.run(event());
  await until(async () => (await jobOf())?.status === "waiting");
  expect(await said()).toHaveLength(9);
  await db.execute(sql`delete from provider_cooldowns`);
  await background.wakeSleepers();
  expect((await running)[0]).toMatchObject({ status: "Completed" });
  expect(await said()).toHaveLength(isrcs.length);
  const statuses = (await asked()).slice(before).map(({ status }) => status);
  expect(statuses.filter((status) => status === 503)).toHaveLength(1);
  expect(statuses).toHaveLength(isrcs.length + 1);
});

test("the language model is told what Beatport, MusicBrainz and the person say, and nothing of Spotify", async () => {
  const { userId } = listener;
  const keys = isrcs.map((isrc) => `isrc:${isrc}`);
  for (const [index, recordingKey] of keys.slice(0, 12).entries()) {
    const title = `Beatport ${index}`;
    const { id } = await createTrack(db, { recordingKey, isrc: isrcs[index], title });
    await db.execute(sql`
      insert into track_matches (track_id, provider, status, method, external_id, external_uri,
        external_url, evidence)
      values (${id}::uuid, 'spotify', 'found', 'isrc', ${CANARY}, ${`spotify:track:${CANARY}`},
        ${CANARY}, ${JSON.stringify({ CANARY })}::jsonb)
    `);
  }
  await insertTags(db, {
    userId,
    recordingKeys: keys,
    words: [{ tag: "opener", folded: "opener" }],
  });
  const stranger = await createListener(db);
  await insertTags(db, {
    userId: stranger.userId,
    recordingKeys: keys,
    words: [{ tag: "a stranger's", folded: "a stranger's" }],
  });
  guess = (tracks) =>
    tracks.map(({ number }) => ({ number, energy: number === 1 ? "none" : "high", mood: "dark" }));

  const [run] = await background.run(event());
  expect(run).toMatchObject({ status: "Completed" });
  expect(model.requests).toHaveLength(2);
  const wire = model.requests.map(({ body }) => body).join();
  expect(wire).toContain("Beatport 0");
  expect(wire).toContain("opener");
  for (const secret of [CANARY, "spotify", "stranger", userId, ...isrcs]) {
    expect(wire.toLowerCase()).not.toContain(secret.toLowerCase());
  }
  expect(model.requests[0]?.authorization).toBe("Bearer key-of-the-model");
  const guesses = (await said()).filter(({ source }) => source === "llm");
  const usable = sql`select from track_enrichments where source = 'llm' and "values" <> '{}'`;
  expect([guesses.length, (await db.execute(usable)).length]).toEqual([12, 10]);
  expect(guesses.every(({ owner }) => owner === userId)).toBe(true);
});

test("what was never asked about comes round with the sweep, once, and again after a month", async () => {
  const due = { enrichers: ["musicbrainz 1", "llm 1"], days: 30, minutes: 5, limit: 10 };
  const claim = () => claimUnenriched(db, due);
  await db.execute(sql`update sources set announced_at = now() - interval '6 minutes'`);
  expect(await claim()).toEqual([{ sourceId, userId: listener.userId }]);
  expect(await claim()).toEqual([]);
  await background.run(event());
  await db.execute(sql`update sources set announced_at = now() - interval '6 minutes'`);
  await db.execute(sql`update jobs set updated_at = now() - interval '6 minutes'`);
  expect(await claim()).toEqual([]);
  await db.execute(sql`update sources set enriched_at = now() - interval '31 days'`);
  expect(await claim()).toHaveLength(1);
});

test("nobody asks about another user's source", async () => {
  const stranger = await createListener(db);
  const wish = enrichmentRequested.create({ sourceId, userId: stranger.userId });
  expect((await background.run(wish))[0]?.output).toEqual({ status: "nothing to do" });
  expect(await said()).toEqual([]);
});
