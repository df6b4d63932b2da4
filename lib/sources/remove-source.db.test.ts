import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { listFacts } from "@/db/queries/rules-facts";
import { findSource } from "@/db/queries/sources";
import { insertTags } from "@/db/queries/tags";
import { createStyle, createTrack, createUser } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { readFactsState } from "@/lib/enrichment/refresh-facts";
import { refresh } from "@/lib/enrichment/testing/refresh";
import { createRuleSet } from "@/lib/rules/create-rule-set";
import { readResult } from "@/lib/rules/read-result";
import { readSelection } from "@/lib/rules/read-selection";
import { ruleDefinition } from "@/lib/rules/rule-schema";
import { beginFetch } from "./begin-fetch";
import { failFetch, finishFetch } from "./finish-fetch";
import { findPlace, readTracks } from "./read-tracks";
import { removeSource } from "./remove-source";
import { requestSource } from "./request-source";
import { createSource } from "./testing/fetch-now";

/** A person who gathers a style of two tracks, one of which they tagged. */
async function createGatherer(tx: Db) {
  const { id: userId } = await createUser(tx);
  const { id: styleId } = await createStyle(tx);
  const keys = [
    (await createTrack(tx, { styleId })).recordingKey,
    (await createTrack(tx, { styleId })).recordingKey,
  ];
  const [tagged = ""] = keys;
  const words = [{ tag: "Opener", folded: "opener" }];
  await insertTags(tx, { userId, recordingKeys: [tagged], words });
  const wish = { kind: "style", subject: styleId, maxAgeMinutes: 60, userId } as const;
  const sourceId = await createSource(tx, wish);
  await refresh(tx, { userId });
  const facts = () => listFacts(tx, { userId, recordingKeys: keys });
  return { userId, own: { sourceId, userId }, wish, tagged, facts };
}

const rowsOf = (tx: Db, sourceId: string) =>
  tx.execute(sql`
    select 1 from source_tracks where source_id = ${sourceId}::uuid
    union all select 1 from jobs where subject_id = ${sourceId}::uuid
  `);

test("a source that was removed is gathered from no more, and what its person said of its tracks stays", () =>
  withRollback(async (tx) => {
    const { userId, own, tagged, facts } = await createGatherer(tx);
    const definition = ruleDefinition.parse({ where: { all: [] }, sources: [own.sourceId] });
    const { id: ruleSetId } = await createRuleSet(tx, { userId, name: "Drawn", definition });
    const taken = async () => {
      const selection = await readSelection(tx, { userId, ruleSetId, now: new Date() });
      return (await readResult(tx, selection, { offset: 0 })).count;
    };
    expect(await taken()).toBe(2);
    await removeSource(tx, own);
    expect(await findSource(tx, own)).toBeNull();
    expect(await rowsOf(tx, own.sourceId)).toEqual([]);
    expect(await readFactsState(tx, { userId })).toMatchObject({ stale: 2 });

    await refresh(tx, { userId });
    expect(await taken()).toBe(0);
    expect(await facts()).toMatchObject([{ recordingKey: tagged, sources: [], tags: ["Opener"] }]);
    await expect(removeSource(tx, own)).rejects.toMatchObject({ code: "NOT_FOUND" });
  }));

test("nobody removes another person's source", () =>
  withRollback(async (tx) => {
    const { own } = await createGatherer(tx);
    const { id: userId } = await createUser(tx);
    const removal = removeSource(tx, { ...own, userId });
    await expect(removal).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await findSource(tx, own)).not.toBeNull();
    expect(await rowsOf(tx, own.sourceId)).not.toEqual([]);
  }));

test("a fetch of a source that is removed meanwhile ends and leaves nothing behind", () =>
  withRollback(async (tx) => {
    const { own, wish } = await createGatherer(tx);
    await requestSource(tx, wish);
    const runId = crypto.randomUUID();
    const fetch = await beginFetch(tx, { ...own, runId });
    if (!fetch) throw new Error("the source was not asked for");
    const place = await findPlace(tx, fetch, new Date());
    await removeSource(tx, own);
    const over = { code: "CONFLICT" };
    await expect(readTracks(tx, fetch, place)).rejects.toMatchObject(over);
    await expect(finishFetch(tx, fetch, place)).rejects.toMatchObject(over);
    await failFetch(tx, { ...own, runId, problem: "It was stopped." });
    expect(await rowsOf(tx, own.sourceId)).toEqual([]);
    expect(await beginFetch(tx, { ...own, runId })).toBeNull();
  }));
