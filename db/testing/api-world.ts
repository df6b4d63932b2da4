import type { Db } from "@/db/handle";
import { saveManualLabel } from "@/db/queries/classifications";
import { writeEnrichments } from "@/db/queries/enrichments";
import { insertPlan } from "@/db/queries/playlists-plans";
import { appendState } from "@/db/queries/playlists-states";
import { writeFacts } from "@/db/queries/rules-facts";
import { insertTags } from "@/db/queries/tags";
import { connections, jobLog, jobs, sources, sourceTracks } from "@/db/schema";
import { createSilverTrack, createTrack, createWeek } from "@/db/testing/factories";
import {
  appendRow,
  createConnection,
  createItem,
  createPlay,
  createRun,
} from "@/db/testing/library-rows";
import { refresh } from "@/lib/enrichment/testing/refresh";
import { createRuleSet } from "@/lib/rules/create-rule-set";
import { ruleDefinition } from "@/lib/rules/rule-schema";
import { makeTrack } from "@/lib/rules/testing/make-track";

const AT = "2026-11-08T10:00:00Z";

/** A DJ with something of everything that can be asked for. */
export async function createWorld(db: Db) {
  const week = await createWeek(db, { tracks: 2 });
  const categoryId = week.categories[0]?.id ?? "";
  const track = await createTrack(db, { styleId: week.style.id });
  const silver = await createSilverTrack(db, {
    periodId: week.period.id,
    trackId: track.id,
    categoryId,
  });
  const [job] = await db
    .insert(jobs)
    .values({ userId: week.user.id, kind: "sync", subjectId: week.period.id, title: "Sync" })
    .returning();
  const jobId = job?.id ?? "";
  await db.insert(jobLog).values({ jobId, message: "Began.", details: { pages: 2 } });
  const { runId, connectionId } = await createLibrary(db, week.user.id);
  const userId = week.user.id;
  const style = { userId, kind: "style" as const, subject: week.style.id };
  const sourceId = await createSource(db, style);
  const awaySourceId = await createSource(db, { ...style, kind: "golden", subject: categoryId });
  const definition = { where: { none: [{ field: "bpm", op: "is", value: 60 }] } };
  const rules = { userId, definition: ruleDefinition.parse(definition) };
  const read = await createRuleSet(db, { ...rules, name: "Most" });
  const gone = await createRuleSet(db, { ...rules, name: "Gone" });
  const recordingKey = "isrc:ONE";
  await refresh(db, { userId });
  const slow = makeTrack({ recordingKey: "isrc:SLOW", bpm: 60 });
  await writeFacts(db, { userId, facts: [makeTrack({ recordingKey }), slow] });
  await describeTrack(db, { userId, recordingKey });
  await appendState(db, {
    ...{ userId, connectionId, playlistId: "playlist", reason: "observed" as const },
    ...{ uris: ["spotify:track:track"], owners: "h" },
  });
  const planOf = () =>
    insertPlan(db, {
      ...{ userId, connectionId, playlistId: "playlist", name: "Warm", kind: "sort" },
      ...{ baseUris: ["spotify:track:track"], baseOwners: "h", targetUris: [], targetOwners: "" },
      ...{ adds: 0, removes: 1, moves: 0, duplicates: 0, keptByHand: 0 },
      ...{ writes: 1, requests: 3, seconds: 1, createdAt: new Date() },
    });
  const [plan, away] = [await planOf(), await planOf()];
  const sourceIds = { sourceId, awaySourceId };
  const ids = { ruleSetId: read.id, goneId: gone.id, planId: plan.id, awayId: away.id };
  return {
    ...week,
    ...ids,
    ...sourceIds,
    categoryId,
    silver,
    jobId,
    runId,
    definition,
    recordingKey,
  };
}

type Listed = { userId: string; kind: "style" | "golden"; subject: string };

async function createSource(db: Db, list: Listed) {
  const [source] = await db
    .insert(sources)
    .values({ ...list, name: "List", maxAgeMinutes: 60, edition: 1, status: "ready" })
    .returning();
  const sourceId = source?.id ?? "";
  const track = { edition: 1, position: 0, recordingKey: "isrc:DEABC2600001", title: "Mind" };
  await db.insert(sourceTracks).values({ sourceId, ...track });
  return sourceId;
}

async function describeTrack(db: Db, track: { userId: string; recordingKey: string }) {
  const words = { version: 1, at: new Date(AT), categories: ["techno"], values: { bpm: 130 } };
  await writeEnrichments(db, [{ ...track, ...words, source: "llm" }]);
  await saveManualLabel(db, { ...track, label: "mood:dark", holds: false });
  const { userId, recordingKey } = track;
  const tags = [{ tag: "Opener", folded: "opener" }];
  await insertTags(db, { userId, recordingKeys: [recordingKey], words: tags });
}

async function createLibrary(db: Db, userId: string) {
  const [connection] = await db
    .insert(connections)
    .values({ userId, provider: "spotify", accountId: crypto.randomUUID() })
    .returning();
  const mine = { userId, connectionId: connection?.id ?? "" };
  const runId = await createRun(db, mine, {
    at: AT,
    parts: { saved_tracks: { appended: 1, gone: 0 } },
  });
  const kinds = ["track", "album", "artist", "playlist"] as const;
  const itemIds: Record<string, number> = {};
  for (const kind of kinds) itemIds[kind] = await createItem(db, mine, { externalId: kind, kind });
  const row = (kind: (typeof kinds)[number]) => ({
    at: AT,
    runId,
    externalId: kind as string,
    ...(itemIds[kind] && { itemId: itemIds[kind] }),
  });
  const place = { position: "a0", added_at: AT };
  await appendRow(db, mine, "user_top_tracks", { ...row("track"), range: "medium", rank: 1 });
  await appendRow(db, mine, "user_top_artists", { ...row("artist"), range: "medium", rank: 1 });
  await appendRow(db, mine, "user_saved_tracks", { ...row("track"), added_at: AT });
  await appendRow(db, mine, "user_saved_albums", { ...row("album"), added_at: AT });
  await appendRow(db, mine, "user_followed_artists", row("artist"));
  const playlist = { name: "Warm", is_owned: true, is_collaborative: false, items_readable: true };
  await appendRow(db, mine, "user_playlists", { ...row("playlist"), ...playlist, position: "a0" });
  const occurrence = crypto.randomUUID();
  const item = { ...row("track"), ...place, playlist_id: "playlist", occurrence, kind: "track" };
  await appendRow(db, mine, "user_playlist_tracks", item);
  const apple = await createConnection(db, { userId: mine.userId, provider: "apple" });
  const heavy = { externalId: "l.1", at: AT, rank: 1, range: "heavy_rotation" };
  await appendRow(db, apple, "user_top_albums", heavy);
  await appendRow(db, apple, "user_recent_tracks", { externalId: "i.1", at: AT, rank: 1 });
  await appendRow(db, apple, "user_recently_added", { externalId: "l.1", at: AT });
  await createPlay(db, mine, { at: AT, externalId: "track", trackName: "Track" });
  return { runId, connectionId: mine.connectionId };
}
