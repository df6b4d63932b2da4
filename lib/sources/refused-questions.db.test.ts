import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { emptyTables } from "@/db/testing/empty-tables";
import { createTrack, createWeek } from "@/db/testing/factories";
import { type FarEndAnswer, startFarEnd } from "@/lib/testing/far-end";

const TRACKS = 25;

let reply: (body: string) => FarEndAnswer = () => ({});
const model = await startFarEnd(({ body }): FarEndAnswer => reply(body));
process.env.ENRICH_LLM_REQUESTS_PER_30_S = "30000";
process.env.RETRY_PAUSE_MS = "1";

const { db } = await import("@/db/client");
const { llmEnricher } = await import("@/lib/enrichment/llm-enricher");
const { askEnricher } = await import("./ask-enricher");
const { beginEnrichment } = await import("./begin-enrichment");
const { createSource } = await import("./testing/fetch-now");

afterAll(() => model.close());
beforeEach(async () => {
  model.requests.length = 0;
  const shared = ["styles", "labels", "artists", "provider_buckets", "provider_cooldowns"];
  await emptyTables(db, "users", "jobs", "track_enrichments", ...shared);
});

const message = z.object({ messages: z.array(z.object({ content: z.string() })) });
const question = z.object({ tracks: z.array(z.object({ number: z.number() })) });

/** A guess for each track that is asked about. */
function guess(body: string): FarEndAnswer {
  const asked = JSON.parse(message.parse(JSON.parse(body)).messages[1]?.content ?? "");
  const tracks = question.parse(asked).tracks.map(({ number }) => ({ number, mood: "dark" }));
  return { body: { choices: [{ message: { content: JSON.stringify({ tracks }) } }] } };
}

/** A source of a style whose tracks have these titles. */
async function createTitled(titleOf: (index: number) => string) {
  const { user, style } = await createWeek(db);
  await db.execute(sql`delete from curation_tracks`);
  for (let index = 0; index < TRACKS; index += 1) {
    const recordingKey = `isrc:DEABC26${String(index).padStart(5, "0")}`;
    await createTrack(db, { styleId: style.id, recordingKey, title: titleOf(index) });
  }
  const wish = { kind: "style", subject: style.id, maxAgeMinutes: 60, userId: user.id } as const;
  return { sourceId: await createSource(db, wish), userId: user.id };
}

/** A run of an enrichment: how it ends, and how often the model was asked. */
async function enrich(own: { sourceId: string; userId: string }) {
  const before = model.requests.length;
  const enricher = llmEnricher({ url: `${model.url}/v1/chat/completions`, key: "key" });
  const begun = { ...own, runId: crypto.randomUUID(), enrichers: [enricher] };
  const run = await beginEnrichment(db, begun);
  if (!run) throw new Error("there was nobody to ask");
  const { more } = await askEnricher(db, run, { enricher, after: "" });
  return { more, requests: model.requests.length - before };
}

const answers = async () => {
  const [row] = await db.execute(sql`
    select count(*)::int as kept, count(*) filter (where values <> '{}')::int as usable
    from track_enrichments
  `);
  return row;
};

const filtered = { message: "The content was filtered.", code: "content_filter" };
const refusals = {
  "an error": { status: 400, body: { error: filtered } },
  silence: { body: { choices: [{ message: { content: null, refusal: "No." } }] } },
  "no choice": { body: { choices: [] } },
  "something else": { body: { choices: "none" } },
} satisfies Record<string, FarEndAnswer>;

test.each(Object.entries(refusals))(
  "a track that the model answers with %s is kept as unknown, and all others get their answers",
  async (_, refusal) => {
    const own = await createTitled((index) => (index === 3 ? "Forbidden" : `Track ${index}`));
    reply = (body) => (body.includes("Forbidden") ? refusal : guess(body));
    const { more, requests } = await enrich(own);
    const [only] = await db.execute(sql`select count(*)::int as n from source_tracks`);
    const tracks = Number(only?.n);
    expect([more, await answers()]).toEqual([false, { kept: tracks, usable: tracks - 1 }]);
    const tries = refusal === refusals["something else"] ? 3 : 1;
    // ten can be halved four times, two questions about nothing are asked, and two more of ten
    expect(requests).toBeLessThanOrEqual((1 + 4) * tries + 4 + 2 + 2);

    expect((await enrich(own)).requests).toBe(0);
  },
);

const faults: [string, number, FarEndAnswer][] = [
  ["answered 401", 1, { status: 401, body: { error: { message: "No such key." } } }],
  ["answered 403", 1, { status: 403, body: { error: { message: "Not for you." } } }],
  ["answered 404", 1, { status: 404, body: { error: { message: "No such model." } } }],
  ["No such model.", 2, { status: 400, body: { error: { message: "No such model." } } }],
  ["does not answer", 2, refusals.silence],
];

test.each(faults)(
  "what no question can be asked for is said in words, and nothing is kept: %s in %d requests",
  async (words, requests, fault) => {
    const own = await createTitled((index) => `Track ${index}`);
    reply = () => fault;
    const failure = await enrich(own).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: "ProviderError", transient: false });
    expect(String(failure)).toContain(words);
    expect(await answers()).toEqual({ kept: 0, usable: 0 });
    expect(model.requests).toHaveLength(requests);
  },
);

test("a model that begins to refuse everything makes no track unknown, and what came before is kept", async () => {
  const own = await createTitled((index) => (index === 3 ? "Forbidden" : `Track ${index}`));
  let left = 9;
  reply = (body) => {
    left -= 1;
    if (left < 0) return { status: 400, body: { error: { message: "Gone." } } };
    return body.includes("Forbidden") ? refusals["an error"] : guess(body);
  };
  await expect(enrich(own)).rejects.toThrow("Gone.");
  const [row] = await db.execute(sql`select count(*)::int as n from source_tracks`);
  const tracks = Number(row?.n);
  const { kept, usable } = (await answers()) ?? {};
  expect([Number(kept) > 1, Number(kept) < tracks, usable]).toEqual([true, true, Number(kept) - 1]);
  left = 100;
  await enrich(own);
  expect(await answers()).toEqual({ kept: tracks, usable: tracks - 1 });
});
