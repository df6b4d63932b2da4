import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { emptyTables } from "@/db/testing/empty-tables";
import { createTrack, createWeek } from "@/db/testing/factories";
import { startBackground, until } from "@/inngest/testing/background";
import { type FarEndAnswer, startFarEnd } from "@/lib/testing/far-end";
import { freePort } from "@/scripts/lib/free-port.mjs";

const TRACKS = 9;
/** So long that two runs at once would be seen asking. */
const ANSWER_MS = 300;

let refusesFrom = Number.POSITIVE_INFINITY;
const tracks = Array.from({ length: TRACKS + 1 }, (_, index) => ({
  number: index + 1,
  mood: "dark",
}));
const guesses = { choices: [{ message: { content: JSON.stringify({ tracks }) } }] };

let lookups = 0;
const musicbrainz = await startFarEnd((): FarEndAnswer => {
  lookups += 1;
  return lookups > refusesFrom ? { status: 403 } : { body: { recordings: [] } };
});
const model = await startFarEnd(async (): Promise<FarEndAnswer> => {
  await sleep(ANSWER_MS);
  return { body: guesses };
});

const enginePort = await freePort();
process.env.INNGEST_BASE_URL = `http://127.0.0.1:${enginePort}`;
process.env.MUSICBRAINZ_API_URL = musicbrainz.url;
process.env.MUSICBRAINZ_CONTACT = "test@example.org";
process.env.MUSICBRAINZ_REQUESTS_PER_30_S = "30000";
process.env.ENRICH_LLM_URL = model.url;
process.env.ENRICH_LLM_KEY = "key-of-the-model";
process.env.ENRICH_LLM_REQUESTS_PER_30_S = "30000";

const { db } = await import("@/db/client");
const { inngest } = await import("@/inngest/client");
const { enrichmentRequested } = await import("@/inngest/events");
const { createSource } = await import("@/lib/sources/testing/fetch-now");
const { enrichTracks } = await import("./enrich-tracks");

let background: Awaited<ReturnType<typeof startBackground>>;
beforeAll(async () => {
  background = await startBackground({ client: inngest, functions: [enrichTracks], enginePort });
});
afterAll(async () => {
  await background.close();
  await musicbrainz.close();
  await model.close();
});

let userId = "";
let sourceIds: string[] = [];

/** A person with two sources of the same tracks. */
beforeEach(async () => {
  [lookups, model.requests.length, refusesFrom] = [0, 0, Number.POSITIVE_INFINITY];
  const shared = ["styles", "labels", "artists", "provider_buckets", "provider_cooldowns"];
  await emptyTables(db, "users", "jobs", "track_enrichments", "engine.events", ...shared);
  const { user, style, categories } = await createWeek(db);
  userId = user.id;
  await emptyTables(db, "tracks");
  for (let index = 0; index < TRACKS; index += 1) {
    const { id } = await createTrack(db, {
      styleId: style.id,
      recordingKey: `isrc:DEABC260000${index}`,
    });
    await db.execute(sql`
      insert into golden_tracks (user_id, category_id, track_id, position)
      values (${userId}::uuid, ${categories[0]?.id}::uuid, ${id}::uuid, ${index})
    `);
  }
  const wish = { maxAgeMinutes: 60, userId };
  sourceIds = [
    await createSource(db, { ...wish, kind: "style", subject: style.id }),
    await createSource(db, { ...wish, kind: "golden", subject: categories[0]?.id ?? "" }),
  ];
});

const enrich = (sourceId = "") => background.run(enrichmentRequested.create({ sourceId, userId }));

test("enrichments of one person ask one after the other: what one has answered is not asked again", async () => {
  const runs = await Promise.all(sourceIds.map(enrich));
  expect(runs.flat().map(({ status }) => status)).toEqual(["Completed", "Completed"]);
  expect(model.requests).toHaveLength(1);
});

test("what was answered before a run failed is announced to the rules", async () => {
  refusesFrom = 3;
  expect((await enrich(sourceIds[0]))[0]).toMatchObject({ status: "Failed" });
  const [kept] = await db.execute(sql`select count(*)::int as n from track_enrichments`);
  expect(kept).toEqual({ n: 3 });
  const told = () =>
    db.execute(sql`
      select event #> '{data,userId}' as user from engine.events where name = 'facts/outdated'
    `);
  await until(async () => (await told()).length > 0);
  expect(await told()).toEqual([{ user: userId }]);
});
