import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { ruleSetTargets } from "@/db/schema";
import { createUser } from "@/db/testing/factories";
import { appendRow, createConnection } from "@/db/testing/library-rows";
import { withRollback } from "@/db/testing/rollback";
import { ruleDefinition } from "@/lib/rules/rule-schema";
import { makeTrack } from "@/lib/rules/testing/make-track";
import { findConnection } from "./connections";
import { insertRuleSet } from "./rule-sets";
import { listTargets } from "./rule-sets-targets";
import { countTracks, listGoldenLabels, listKnownTexts, searchTracks } from "./rule-sets-tracks";
import { countOverlap, countOverlaps, listOnly, listOverlap } from "./rules-compare";
import { writeFacts } from "./rules-facts";

/** Two people who have nothing to do with each other; each knows one track of their own and one that both know. */
async function createPeople(tx: Db) {
  const create = async (name: string) => {
    const { id: userId } = await createUser(tx, { name });
    const listener = await createConnection(tx, { userId, provider: "spotify" });
    await appendRow(tx, listener, "user_playlists", {
      ...{ at: new Date().toISOString(), externalId: `playlist of ${name}`, name, position: "a0" },
      ...{ is_owned: true, is_collaborative: false, items_readable: true },
    });
    const facts = ["shared", name].map((of) =>
      makeTrack({
        ...{ recordingKey: `isrc:${of}`, title: `${of} ${name}`, label: `Label of ${name}` },
        ...{ stage: "golden", artists: [name], spotifyUri: `spotify:track:${of}${name}` },
      }),
    );
    await writeFacts(tx, { userId, facts });
    return userId;
  };
  return { mira: await create("Mira"), jon: await create("Jon") };
}

const everythingOf = (userId: string) => ({
  userId,
  rule: ruleDefinition.parse({ where: { all: [] } }),
  overrides: [],
  at: { now: new Date(), timeZone: "UTC" },
});

test("what is offered while rules are written is one's own, and nothing of another user's", () =>
  withRollback(async (tx) => {
    const { mira: userId } = await createPeople(tx);
    const limit = 10;
    expect(await listTargets(tx, { userId })).toEqual([
      { playlistId: "playlist of Mira", name: "Mira", followed: null },
    ]);
    expect(await listGoldenLabels(tx, { userId, limit })).toEqual(["Label of Mira"]);
    expect(await listKnownTexts(tx, { userId, field: "label", limit })).toEqual(["Label of Mira"]);
    expect(await listKnownTexts(tx, { userId, field: "artists", limit })).toEqual(["Mira"]);
    expect(await countTracks(tx, { userId })).toBe(2);
    expect(await searchTracks(tx, { userId, words: ["jon"], limit })).toEqual([]);
  }));

test("a playlist is offered with the rule set that it follows, which is one's own", () =>
  withRollback(async (tx) => {
    const { mira, jon } = await createPeople(tx);
    const follow = async (userId: string, name: string) => {
      const rules = ruleDefinition.parse({ where: { all: [] } });
      const { id: ruleSetId } = await insertRuleSet(tx, { userId, name, definition: rules });
      const connection = await findConnection(tx, { userId, provider: "spotify" });
      await tx.insert(ruleSetTargets).values({
        ...{ userId, ruleSetId, connectionId: connection?.id ?? "", name },
        playlistId: "playlist of Mira",
      });
      return { id: ruleSetId, name };
    };
    const followed = await follow(mira, "Mira's");
    await follow(jon, "Jon's");
    expect(await listTargets(tx, { userId: mira })).toEqual([
      { playlistId: "playlist of Mira", name: "Mira", followed },
    ]);
  }));

test("rule sets are compared by the tracks of their own user, and take none of another user's", () =>
  withRollback(async (tx) => {
    const { mira, jon } = await createPeople(tx);
    const nobody = (await createUser(tx)).id;
    const [one, other, empty] = [mira, jon, nobody].map(everythingOf);
    if (!one || !other || !empty) throw new Error("there are three people");
    expect(await countOverlaps(tx, { one: empty, others: [one, empty] })).toEqual([
      { other: 2, both: 0 },
      { other: 0, both: 0 },
    ]);
    expect(await countOverlap(tx, { one, other: empty })).toEqual({ one: 2, other: 0, both: 0 });
    const page = { offset: 0, size: 10 };
    expect(await listOverlap(tx, { one: empty, other: one, ...page })).toEqual([]);
    expect(await listOnly(tx, { one, without: empty, ...page })).toEqual([
      "isrc:Mira",
      "isrc:shared",
    ]);
    expect(await listOnly(tx, { one: empty, without: one, ...page })).toEqual([]);
    expect(await listOnly(tx, { one: other, without: one, ...page })).toEqual(["isrc:Jon"]);
  }));
