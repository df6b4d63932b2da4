import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { saveManualLabel } from "@/db/queries/classifications";
import { putOverride } from "@/db/queries/rule-sets-overrides";
import { listFacts } from "@/db/queries/rules-facts";
import { gatherTracks } from "@/db/queries/sources-tracks";
import { insertTags } from "@/db/queries/tags";
import { createMatch, createTrack } from "@/db/testing/factories";
import {
  appendRow,
  createConnection,
  createItem,
  createListener,
  type Listener,
} from "@/db/testing/library-rows";
import { withRollback } from "@/db/testing/rollback";
import { readLibrary, saveAlbum } from "@/db/testing/saved-album";
import type { PersonalProvider } from "@/lib/connections/provider";
import { refresh } from "@/lib/enrichment/testing/refresh";
import { createRuleSet } from "@/lib/rules/create-rule-set";
import { ruleDefinition } from "@/lib/rules/rule-schema";
import { requestSource } from "./request-source";
import { createSource, fetchNow } from "./testing/fetch-now";

const NAMED = "name:ada|drift||unnamed|";
const CODED = "isrc:DEABC2600077";
const definition = ruleDefinition.parse({
  where: { none: [{ field: "bpm", op: "is", value: 60 }] },
});
const wish = { kind: "saved_albums", provider: "spotify", maxAgeMinutes: 60 } as const;

/** A library that was read; `save` is a track as it is described now. */
async function createLibrary(tx: Db, listener: Listener) {
  const at = await readLibrary(tx, listener);
  const save = async (externalId: string, isrc: string | null) => {
    const itemId = await createItem(tx, listener, { externalId, name: "Drift", artists: ["Ada"] });
    await tx.execute(sql`update provider_items set isrc = ${isrc} where id = ${itemId}`);
    await appendRow(tx, listener, "user_saved_tracks", { at, externalId, itemId });
  };
  return { at, save };
}

/** A person who saved an album with Drift on it, gathered it, and spoke of Drift. */
async function createSpeaker(tx: Db, listener: Listener) {
  const { userId } = listener;
  const { at, save } = await createLibrary(tx, listener);
  await saveAlbum(tx, listener, at);
  const sourceId = await createSource(tx, { ...wish, userId });
  await refresh(tx, listener);
  const words = await speak(tx, listener, NAMED);
  const fetchAgain = async () => {
    await requestSource(tx, { ...wish, userId });
    await fetchNow(tx, { sourceId, userId });
    await refresh(tx, listener);
  };
  return { ...listener, sourceId, save, words, fetchAgain };
}

/** Says all that can be said of a recording; answers what is said, by recording. */
async function speak(tx: Db, { userId }: { userId: string }, recordingKey: string) {
  const own = { userId, recordingKey };
  const pinning = await createRuleSet(tx, { userId, name: "With it", definition });
  const excluding = await createRuleSet(tx, { userId, name: "Without it", definition });
  await insertTags(tx, {
    userId,
    recordingKeys: [recordingKey],
    words: [{ tag: "opener", folded: "opener" }],
  });
  await saveManualLabel(tx, { ...own, label: "mood:dark", holds: true });
  await putOverride(tx, { ...own, ruleSetId: pinning.id, kind: "pin", position: null });
  await putOverride(tx, { ...own, ruleSetId: excluding.id, kind: "exclude", position: null });
  await refresh(tx, { userId });
  return async () =>
    (
      await tx.execute<{ said: string }>(sql`
        select recording_key || ' ' || tag as said from track_tags where user_id = ${userId}::uuid
        union all select recording_key || ' ' || label from track_classifications
          where user_id = ${userId}::uuid and origin = 'manual'
        union all select recording_key || ' ' || kind from rule_overrides
          where user_id = ${userId}::uuid
        order by 1
      `)
    ).map(({ said }) => said);
}

const all = (key: string) =>
  ["exclude", "mood:dark", "opener", "pin"].map((word) => `${key} ${word}`);

const factsOf = async (tx: Db, { userId }: { userId: string }) =>
  (await listFacts(tx, { userId, recordingKeys: [NAMED, CODED] })).map(
    ({ recordingKey, tags, sources }) => ({ recordingKey, tags, sources }),
  );

test("what was said of a track of a saved album stays said of it when the track is liked", () =>
  withRollback(async (tx) => {
    const mira = await createSpeaker(tx, await createListener(tx));
    const noor = await createSpeaker(tx, await createListener(tx));
    expect(await mira.words()).toEqual(all(NAMED));
    await mira.save("drift1", "DEABC2600077");
    await refresh(tx, mira);
    expect(await mira.words()).toEqual(all(CODED));
    expect(await factsOf(tx, mira)).toEqual([
      { recordingKey: CODED, tags: ["opener"], sources: [mira.sourceId] },
    ]);
    await refresh(tx, noor);
    expect(await noor.words()).toEqual(all(NAMED));
  }));

test("what was said of a track of a saved album stays said of it when it was matched and is fetched again", () =>
  withRollback(async (tx) => {
    const mira = await createSpeaker(tx, await createListener(tx));
    const noor = await createSpeaker(tx, await createListener(tx));
    const track = await createTrack(tx, { recordingKey: CODED });
    const { id } = await createMatch(tx, { trackId: track.id, externalId: "drift1" });
    await mira.fetchAgain();
    expect(await mira.words()).toEqual(all(CODED));
    expect(await factsOf(tx, mira)).toEqual([
      { recordingKey: CODED, tags: ["opener"], sources: [mira.sourceId] },
    ]);
    expect(await noor.words()).toEqual(all(NAMED));

    await tx.execute(sql`update track_matches set status = 'rejected' where id = ${id}::uuid`);
    await mira.fetchAgain();
    expect(await mira.words()).toEqual(all(NAMED));
  }));

for (const provider of ["apple", "spotify"] satisfies PersonalProvider[]) {
  test(`a liked track of ${provider} that gains an ISRC after it was gathered stays one recording`, () =>
    withRollback(async (tx) => {
      const { userId } = await createListener(tx);
      await tx.execute(sql`delete from connections`);
      const listener = await createConnection(tx, { userId, provider });
      const { save } = await createLibrary(tx, listener);
      await save("i.drift", null);
      const sourceId = await createSource(tx, { ...wish, kind: "liked", provider, userId });
      await refresh(tx, listener);
      const words = await speak(tx, listener, NAMED);
      await save("i.drift", "DEABC2600077");
      await refresh(tx, listener);
      expect(await words()).toEqual(all(CODED));
      expect(await factsOf(tx, listener)).toEqual([
        { recordingKey: CODED, tags: ["opener"], sources: [sourceId] },
      ]);
      const gathered = { userId, sourceIds: [sourceId], offset: 0, limit: 9 };
      const { tracks } = await gatherTracks(tx, gathered);
      expect(tracks.map(({ recordingKey }) => recordingKey)).toEqual([CODED]);
    }));
}
