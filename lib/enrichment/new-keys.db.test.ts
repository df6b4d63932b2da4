import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { saveManualLabel } from "@/db/queries/classifications";
import { followKeys } from "@/db/queries/recordings-said";
import { putOverride } from "@/db/queries/rule-sets-overrides";
import { listFacts } from "@/db/queries/rules-facts";
import { insertTags } from "@/db/queries/tags";
import { beatportOf } from "@/db/testing/beatport-says";
import {
  createCategory,
  createGoldenTrack,
  createMatch,
  createTrack,
  createUser,
} from "@/db/testing/factories";
import { appendRow, createConnection, createItem } from "@/db/testing/library-rows";
import { withRollback } from "@/db/testing/rollback";
import { createRuleSet } from "@/lib/rules/create-rule-set";
import { ruleDefinition } from "@/lib/rules/rule-schema";
import { refresh } from "./testing/refresh";

const WAS = "isrc:QZDEM0000003";
const NOW = "isrc:QZDEM0000004";
const definition = ruleDefinition.parse({
  where: { none: [{ field: "bpm", op: "is", value: 60 }] },
});

/** A person who speaks of recordings; `words` is what they said, by recording. */
async function createSpeaker(tx: Db) {
  const { id: userId } = await createUser(tx);
  const { id: ruleSetId } = await createRuleSet(tx, { userId, name: "Most", definition });
  const say = async (recordingKey: string, { tag = "opener", energy = "high" } = {}) => {
    await insertTags(tx, { userId, recordingKeys: [recordingKey], words: [{ tag, folded: tag }] });
    const label = `energy:${energy}`;
    await saveManualLabel(tx, { userId, recordingKey, label, holds: true });
    await putOverride(tx, { ruleSetId, userId, recordingKey, kind: "exclude", position: null });
  };
  const words = () =>
    tx.execute(sql`
      select recording_key as key, tag as word from track_tags where user_id = ${userId}::uuid
      union all select recording_key, label from track_classifications
        where user_id = ${userId}::uuid and origin = 'manual'
      union all select recording_key, kind::text from rule_overrides where user_id = ${userId}::uuid
      order by 1, 2
    `);
  const facts = async () =>
    (await listFacts(tx, { userId, recordingKeys: [WAS, NOW] })).map(
      ({ recordingKey, tags }) => [recordingKey, tags] as const,
    );
  return { userId, say, words, facts };
}

const all = (key: string, tag = "opener", energy = "high") => [
  { key, word: `energy:${energy}` },
  { key, word: "exclude" },
  { key, word: tag },
];

async function createSaver(tx: Db) {
  const speaker = await createSpeaker(tx);
  const own = await createConnection(tx, { userId: speaker.userId, provider: "spotify" });
  const itemId = await createItem(tx, own, { externalId: "saved1" });
  await tx.execute(sql`update provider_items set isrc = 'QZDEM0000003' where id = ${itemId}`);
  await appendRow(tx, own, "user_saved_tracks", {
    at: new Date().toISOString(),
    externalId: "saved1",
    itemId,
  });
  await refresh(tx, speaker);
  return speaker;
}

const match = async (tx: Db) => {
  const track = await createTrack(tx, { recordingKey: NOW });
  return createMatch(tx, { trackId: track.id, externalId: "saved1" });
};

test("what a person says of a track goes with it when a match makes it another recording, and back", () =>
  withRollback(async (tx) => {
    const mira = await createSaver(tx);
    await mira.say(WAS);
    const stranger = await createSpeaker(tx);
    await stranger.say(WAS);
    const { id } = await match(tx);
    await refresh(tx, mira);
    expect(await mira.words()).toEqual(all(NOW));
    expect(await mira.facts()).toEqual([[NOW, ["opener"]]]);
    expect(await stranger.words()).toEqual(all(WAS));

    await tx.execute(sql`update track_matches set status = 'rejected' where id = ${id}::uuid`);
    await refresh(tx, mira);
    expect(await mira.words()).toEqual(all(WAS));
  }));

test("a match that was still being written while facts were gathered is followed the next time", () =>
  withRollback(async (tx) => {
    const mira = await createSaver(tx);
    await mira.say(WAS);
    await tx.execute(sql`update provider_items set fetched_at = now() - interval '1 hour'`);
    await refresh(tx, mira);
    const { id } = await match(tx);
    await tx.execute(sql`
      update track_matches set updated_at = now() - interval '1 minute' where id = ${id}::uuid
    `);
    await tx.execute(sql`update tracks set updated_at = now() - interval '1 minute'`);
    await refresh(tx, mira);
    expect(await mira.words()).toEqual(all(NOW));
    expect(await mira.facts()).toEqual([[NOW, ["opener"]]]);
  }));

test("what was said of the new recording already is not spoken over", () =>
  withRollback(async (tx) => {
    const mira = await createSaver(tx);
    await mira.say(WAS, { tag: "opener", energy: "high" });
    await mira.say(NOW, { tag: "closer", energy: "low" });
    await match(tx);
    await refresh(tx, mira);
    expect(await mira.words()).toEqual([
      { key: NOW, word: "closer" },
      ...all(NOW, "opener", "low"),
    ]);
  }));

test("of two recordings that become one the latest word counts, and each word once", () =>
  withRollback(async (tx) => {
    const mira = await createSpeaker(tx);
    const OTHER = "isrc:QZDEM0000005";
    await mira.say(WAS, { tag: "opener", energy: "high" });
    await mira.say(OTHER, { tag: "closer", energy: "low" });
    const { userId } = mira;
    const rekeyed = [WAS, OTHER].map((was) => ({ was, now: NOW }));
    await followKeys(tx, { userId, rekeyed });
    const said = (await mira.words()).map(({ key, word }) => [key, word]);
    expect(said.filter(([, word]) => /^energy/.test(String(word)))).toHaveLength(1);
    expect(said.map(([key]) => key)).toEqual([NOW, NOW, NOW, NOW]);
    expect(said.map(([, word]) => word)).toEqual(
      expect.arrayContaining(["closer", "exclude", "opener"]),
    );
  }));

test("an ISRC that Beatport corrects takes along what everybody said who has the track", () =>
  withRollback(async (tx) => {
    const { style, says } = await beatportOf(tx);
    const trackId = await says(3);
    const people = [];
    for (const name of ["Mira", "Noor"]) {
      const speaker = await createSpeaker(tx);
      const category = await createCategory(tx, { ...speaker, styleId: style.id, name });
      await createGoldenTrack(tx, { ...speaker, categoryId: category.id, trackId });
      await refresh(tx, speaker);
      await speaker.say(WAS);
      people.push(speaker);
    }
    await says(3, { isrc: "QZDEM0000004" });
    for (const person of people) {
      await refresh(tx, person);
      expect(await person.words()).toEqual(all(NOW));
      expect(await person.facts()).toEqual([[NOW, ["opener"]]]);
    }
  }));

test("under the old recording it stays said for who has another track of it, and for who has only that", () =>
  withRollback(async (tx) => {
    const { style, says } = await beatportOf(tx);
    const isrc = "QZDEM0000003";
    const [first, second] = [await says(1, { isrc }), await says(2, { isrc })];
    const golden = async (trackIds: string[]) => {
      const speaker = await createSpeaker(tx);
      const category = await createCategory(tx, { ...speaker, styleId: style.id });
      for (const trackId of trackIds) {
        await createGoldenTrack(tx, { ...speaker, categoryId: category.id, trackId });
      }
      await refresh(tx, speaker);
      await speaker.say(WAS);
      return speaker;
    };
    const both = await golden([first, second]);
    const other = await golden([first]);
    await says(2, { isrc: "QZDEM0000004" });
    await refresh(tx, both);
    await refresh(tx, other);
    expect(await both.words()).toEqual([...all(WAS), ...all(NOW)]);
    expect(await both.facts()).toHaveLength(2);
    expect(await other.words()).toEqual(all(WAS));
  }));
