import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { listFacts } from "@/db/queries/rules-facts";
import {
  countSourceRecordings,
  gatherTracks,
  listSourceRecordings,
} from "@/db/queries/sources-tracks";
import { createGoldenTrack, createMatch, createTrack, createWeek } from "@/db/testing/factories";
import { appendRow, createConnection, createItem, createRun } from "@/db/testing/library-rows";
import { withRollback } from "@/db/testing/rollback";
import { recordingKey } from "@/lib/catalog/recording-key";
import { refresh } from "@/lib/enrichment/testing/refresh";
import type { SourceInput } from "./schema";
import { createSource } from "./testing/fetch-now";

const SAVED = "saved1";
const OWN = "isrc:DEABC2600002";

/** A person who saved a track at Spotify and has lists of their own. */
async function createSaver(tx: Db) {
  const { user, categories, style } = await createWeek(tx);
  const userId = user.id;
  const listener = await createConnection(tx, { userId, provider: "spotify" });
  const at = new Date(Date.now() - 60_000).toISOString();
  await createRun(tx, listener, { at, parts: { saved_tracks: { appended: 1, gone: 0 } } });
  await tx.execute(sql`update sync_run_parts set finished_at = now()`);
  const saved = async (item: Parameters<typeof createItem>[2]) => {
    const itemId = await createItem(tx, listener, item);
    const { externalId } = item;
    await appendRow(tx, listener, "user_saved_tracks", { at, externalId, itemId });
  };
  await saved({ externalId: SAVED, name: "Drift" });
  await tx.execute(sql`update provider_items set isrc = 'DEABC2600002'`);
  const fetchNow = (wish: SourceInput) => createSource(tx, { ...wish, userId });
  const fetchLiked = () => fetchNow({ kind: "liked", provider: "spotify", maxAgeMinutes: 60 });
  const matched = async (recordingKey: string, id = crypto.randomUUID()) => {
    const track = await createTrack(tx, { id, styleId: style.id, recordingKey });
    const match = { trackId: track.id, externalId: SAVED, externalUri: `spotify:track:${SAVED}` };
    await createMatch(tx, match);
    return track;
  };
  return { userId, category: categories[0]?.id ?? "", fetchNow, fetchLiked, matched, saved };
}

const keysOf = async (tx: Db, own: { userId: string; sourceId: string }) => ({
  gathered: (
    await gatherTracks(tx, { ...own, sourceIds: [own.sourceId], offset: 0, limit: 10 })
  ).tracks.map(({ recordingKey }) => recordingKey),
  asked: await listSourceRecordings(tx, { ...own, after: "", limit: 10 }),
  count: await countSourceRecordings(tx, own),
});

test("a track that was matched since it was fetched stands once, under the name that its facts have", () =>
  withRollback(async (tx) => {
    const { userId, category, fetchNow, fetchLiked, matched } = await createSaver(tx);
    const liked = await fetchLiked();
    const before = { gathered: [OWN], asked: [OWN], count: 1 };
    expect(await keysOf(tx, { userId, sourceId: liked })).toEqual(before);

    const key = "isrc:DEABC2600009";
    const track = await matched(key);
    await createGoldenTrack(tx, { userId, categoryId: category, trackId: track.id });
    await refresh(tx, { userId });
    const since = { gathered: [key], asked: [key], count: 1 };
    expect(await keysOf(tx, { userId, sourceId: liked })).toEqual(since);
    const golden = await fetchNow({ kind: "golden", subject: category, maxAgeMinutes: 60 });
    const both = { userId, sourceIds: [liked, golden], offset: 0, limit: 10 };
    const { tracks, total } = await gatherTracks(tx, both);
    expect(total).toBe(1);
    expect(tracks[0]?.origins.map(({ kind }) => kind)).toEqual(["liked", "golden"]);
    const [facts] = await listFacts(tx, { userId, recordingKeys: [key] });
    expect(facts).toMatchObject({ isSaved: true, stage: "golden", sources: [liked] });
  }));

test("of several matches a source believes the one that the facts believe: that with its own ISRC", () =>
  withRollback(async (tx) => {
    const { userId, fetchLiked, matched } = await createSaver(tx);
    await matched("isrc:DEABC2600001", "00000000-0000-4000-8000-000000000001");
    const { id } = await matched(OWN, "ffffffff-0000-4000-8000-000000000001");
    const sourceId = await fetchLiked();
    const stored = sql`select recording_key as key, track_id as id from source_tracks`;
    expect(await tx.execute(stored)).toEqual([{ key: OWN, id }]);
    await refresh(tx, { userId });
    expect(await keysOf(tx, { userId, sourceId })).toMatchObject({ gathered: [OWN] });
  }));

test("a file of the person's own is known by its words, and is at no address at Spotify", () =>
  withRollback(async (tx) => {
    const { userId, fetchLiked, saved } = await createSaver(tx);
    await saved({ externalId: "local1", kind: "local", name: "Tape", artists: ["Ada"] });
    const sourceId = await fetchLiked();
    const { gathered } = await keysOf(tx, { userId, sourceId });
    expect(gathered).toContain(recordingKey({ isrc: null, title: "Tape", artists: ["Ada"] }));
    const addresses = sql`select spotify_uri as uri from source_tracks order by uri`;
    expect(await tx.execute(addresses)).toEqual([{ uri: `spotify:track:${SAVED}` }, { uri: null }]);
  }));

test("what came from the catalogue is the recording that the catalogue takes it for by now", () =>
  withRollback(async (tx) => {
    const { userId, category, fetchNow, matched } = await createSaver(tx);
    const { id: trackId } = await matched("isrc:DEABC2600003");
    await createGoldenTrack(tx, { userId, categoryId: category, trackId });
    const sourceId = await fetchNow({ kind: "golden", subject: category, maxAgeMinutes: 60 });
    const key = "isrc:DEABC2600004";
    await tx.execute(sql`update tracks set recording_key = ${key} where id = ${trackId}::uuid`);
    const now = { gathered: [key], asked: [key], count: 1 };
    expect(await keysOf(tx, { userId, sourceId })).toEqual(now);
  }));

test("a track of a style whose ISRC is corrected has its facts and its source under the new one alone", () =>
  withRollback(async (tx) => {
    const { user, style } = await createWeek(tx);
    const { id: userId } = user;
    const [was, now] = ["isrc:DEABC2600003", "isrc:DEABC2600004"] as const;
    const track = await createTrack(tx, { styleId: style.id, recordingKey: was, bpm: 131 });
    const wish = { kind: "style", subject: style.id, maxAgeMinutes: 60 } as const;
    const sourceId = await createSource(tx, { ...wish, userId });
    await refresh(tx, { userId });
    await tx.execute(sql`
      update tracks set recording_key = ${now}, updated_at = now() where id = ${track.id}::uuid
    `);
    await refresh(tx, { userId });
    const facts = await listFacts(tx, { userId, recordingKeys: [was, now] });
    expect(facts).toMatchObject([{ recordingKey: now, bpm: 131, sources: [sourceId] }]);
  }));
