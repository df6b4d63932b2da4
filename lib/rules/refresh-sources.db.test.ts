import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { findRuleSet } from "@/db/queries/rule-sets";
import { findSource } from "@/db/queries/sources";
import {
  createGoldenTrack,
  createMatch,
  createStyle,
  createTrack,
  createUser,
  createWeek,
} from "@/db/testing/factories";
import { startRules } from "@/db/testing/ruled-playlists";
import { refresh } from "@/lib/enrichment/testing/refresh";

const dj = await startRules();
const { db, userId, uris, start, later, definition } = dj;
const { createSource, fetchNow } = await import("@/lib/sources/testing/fetch-now");
const { requestSource } = await import("@/lib/sources/request-source");
const { removeSource } = await import("@/lib/sources/remove-source");
const { scheduleRuleSet } = await import("./edit-rule-set");
const { findTroubles } = await import("./find-troubles");
const { proposeRuleSet } = await import("./propose-rule-set");
const { refreshSources, lookAtSources } = await import("./refresh-sources");
const { awaitFacts, lookAtFacts } = await import("./await-facts");
const { runRuleSet } = await import("./run-rule-set");
const { saveRuleSet } = await import("./save-rule-set");
afterAll(() => dj.close());

const [first = "", second = "", third = ""] = uris.slice(10);
const none = { askedAt: expect.any(String), sourceIds: [], lookAt: null };

async function createStyleSource() {
  const style = await createStyle(db);
  const publish = async (externalUri: string) => {
    const track = await createTrack(db, { styleId: style.id });
    await createMatch(db, { trackId: track.id, externalUri });
    return track.id;
  };
  const source = { kind: "style", subject: style.id, maxAgeMinutes: 60, userId } as const;
  return { publish, fetchIt: () => createSource(db, source) };
}

/** A rule set that takes all of some sources, and the playlist that follows it by itself. */
async function follow(sources: string[]) {
  const own = await dj.makeSet("Drawn");
  const drawn = { ...definition, where: { all: [] }, sources };
  await saveRuleSet(db, { ...own, definition: drawn, basedOn: 1 });
  await refresh(db, { userId });
  const playlistId = await dj.make("Drawn", []);
  const wish = { ...own, playlistId, name: "Drawn", follows: true, now: start };
  await dj.approveAndCarryOut((await proposeRuleSet(db, wish)).planId, start);
  const schedule = { scheduleHours: 24, automatic: true, removalThreshold: 9 };
  await scheduleRuleSet(db, { ...own, ...schedule, now: start });
  return { own, playlistId };
}

/** As if sources had been read a day ago. */
const letAge = () => db.execute(sql`update sources set fetched_at = fetched_at - interval '1 day'`);

/** What a run does before and after it waits. */
async function prepareRun(own: { userId: string; ruleSetId: string }) {
  await letAge();
  const now = new Date();
  const asked = await refreshSources(db, { ...own, now });
  const { since } = await awaitFacts(db, { userId, now });
  const run = () => runRuleSet(db, { ...own, now: later(24), waited: { ...asked, since } });
  return { asked, since, run };
}

test("what a rule set draws from is asked for when it is old, and nothing of anybody else", async () => {
  const { publish, fetchIt } = await createStyleSource();
  await publish(first);
  const sourceId = await fetchIt();
  const { own } = await follow([sourceId]);
  expect(await refreshSources(db, { ...own, now: new Date() })).toEqual(none);
  const stranger = await createUser(db);
  const now = later(24);
  expect(await refreshSources(db, { ...own, userId: stranger.id, now })).toEqual(none);
  const asked = await refreshSources(db, { ...own, now });
  expect(asked).toMatchObject({ sourceIds: [sourceId], lookAt: expect.any(String) });
  expect(await refreshSources(db, { ...own, now })).toEqual(asked);

  const look = (looks: number) => lookAtSources(db, { ...asked, userId, looks, now });
  expect(await look(1)).toEqual(expect.any(String));
  expect(await look(60)).toBeNull();
  await fetchNow(db, { sourceId, userId });
  expect(await look(1)).toBeNull();
});

/** A source of each kind, read so many minutes ago. */
async function readBefore(minutes: { liked: number; style: number }) {
  const { publish, fetchIt } = await createStyleSource();
  await publish(first);
  const style = await fetchIt();
  const wish = { kind: "liked", provider: "spotify", maxAgeMinutes: 60, userId } as const;
  const { sourceId: liked } = await requestSource(db, wish);
  await db.execute(sql`
    update sources set status = 'ready', edition = 1,
      fetched_at = now() - make_interval(mins => case id
        when ${liked}::uuid then ${minutes.liked}::int else ${minutes.style}::int end)
    where id in (${liked}::uuid, ${style}::uuid)
  `);
  return { liked, style };
}

test("a list that is young for a library holds up none that is old for a catalogue", async () => {
  const { liked, style } = await readBefore({ liked: 30, style: 10 });
  const { own } = await follow([liked, style]);
  const { sourceIds } = await refreshSources(db, { ...own, now: new Date() });
  expect(sourceIds).toEqual([style]);
  await removeSource(db, { sourceId: liked, userId });
});

test("a library that is no longer connected is not waited for: what was known of it counts, and things go", async () => {
  const { liked } = await readBefore({ liked: 300, style: 1 });
  const { own } = await follow([liked]);
  const now = new Date();
  const asked = { userId, chosen: [liked], sourceIds: [], askedAt: now, since: null };
  expect(await findTroubles(db, asked)).toMatchObject({ unread: [expect.any(String)], gone: [] });
  await db.execute(sql`update connections set status = 'needs_reconnect'`);
  expect(await refreshSources(db, { ...own, now })).toEqual(none);
  expect(await findTroubles(db, asked)).toMatchObject({ unread: [], gone: [expect.any(String)] });
  await db.execute(sql`update connections set status = 'active'`);
  await removeSource(db, { sourceId: liked, userId });
});

test("a rule set that draws from everything has what was ever fetched read again", async () => {
  const { publish, fetchIt } = await createStyleSource();
  await publish(first);
  const sourceId = await fetchIt();
  const { own } = await follow([]);
  const asked = await refreshSources(db, { ...own, now: later(24) });
  expect(asked.sourceIds).toContain(sourceId);
  for (const id of asked.sourceIds) await fetchNow(db, { sourceId: id, userId });
});

test("of facts that do not know yet what was fetched nothing goes; they are waited for a quarter of an hour", async () => {
  const { publish, fetchIt } = await createStyleSource();
  const gone = await publish(first);
  await publish(second);
  const sourceId = await fetchIt();
  const { own } = await follow([sourceId]);
  await db.execute(sql`delete from tracks where id = ${gone}::uuid`);
  const { asked, since, run } = await prepareRun(own);
  await fetchNow(db, { sourceId, userId });
  const look = (looks: number) => lookAtFacts(db, { userId, since, looks, now: later(24) });
  expect(await look(1)).toEqual(expect.any(String));
  expect(await look(30)).toBeNull();
  expect(asked.sourceIds).toEqual([sourceId]);
  expect((await run()).outcome).toBe("nothing");
  expect((await findRuleSet(db, own))?.problem).toMatch(/still being gathered/);

  await refresh(db, { userId });
  expect(await look(1)).toBeNull();
  expect((await run()).outcome).toBe("approved");
  expect((await findRuleSet(db, own))?.problem).toBeNull();
});

test("while a source cannot be read what is new comes, nothing goes, and the rule set says so", async () => {
  const [one, other] = [await createStyleSource(), await createStyleSource()];
  const gone = await one.publish(first);
  await other.publish(second);
  const sources = [await one.fetchIt(), await other.fetchIt()];
  const [sourceId = "", waiting = ""] = sources;
  const { own, playlistId } = await follow(sources);
  await one.publish(third);
  await db.execute(sql`delete from tracks where id = ${gone}::uuid`);
  const { asked, run } = await prepareRun(own);
  expect(asked.sourceIds.toSorted()).toEqual(sources.toSorted());
  await fetchNow(db, { sourceId, userId });
  await refresh(db, { userId });
  const { outcome, planId } = await run();
  expect(outcome).toBe("approved");
  await dj.carryOut(planId ?? "", { from: later(24) });
  expect((await dj.rowsOf(playlistId)).toSorted()).toEqual([first, second, third].toSorted());
  const source = await findSource(db, { sourceId: waiting, userId });
  expect((await findRuleSet(db, own))?.problem).toBe(
    `“${source?.name}” could not be read again in time: the plan is of what was known, and nothing goes until it is read.`,
  );
});

test("a list that is there no more keeps what it held, and the rule set says so", async () => {
  const { categories, style } = await createWeek(db);
  const [category] = categories;
  await db.execute(
    sql`update user_categories set user_id = ${userId}::uuid where id = ${category?.id ?? ""}::uuid`,
  );
  const track = await createTrack(db, { styleId: style.id });
  await createMatch(db, { trackId: track.id, externalUri: first });
  const golden = { userId, categoryId: category?.id ?? "", trackId: track.id };
  await createGoldenTrack(db, golden);
  const wish = { kind: "golden", subject: golden.categoryId, maxAgeMinutes: 60 } as const;
  const { own, playlistId } = await follow([await createSource(db, { ...wish, userId })]);
  await db.execute(sql`delete from golden_tracks where category_id = ${golden.categoryId}::uuid`);
  await db.execute(sql`delete from user_categories where id = ${golden.categoryId}::uuid`);
  await refresh(db, { userId });
  const { asked, run } = await prepareRun(own);
  expect(asked.sourceIds).toEqual([]);
  await refresh(db, { userId });
  expect((await run()).outcome).toBe("nothing");
  expect((await findRuleSet(db, own))?.problem).toMatch(/can no longer be read/);
  expect(await dj.rowsOf(playlistId)).toEqual([first]);
});

test("what a source brought that was removed goes with its person's word alone, and the rule set says why", async () => {
  const { publish, fetchIt } = await createStyleSource();
  await publish(first);
  const sourceId = await fetchIt();
  const { own, playlistId } = await follow([sourceId]);
  await removeSource(db, { sourceId, userId });
  const { run } = await prepareRun(own);
  await refresh(db, { userId });
  expect((await run()).outcome).toBe("asks");
  expect((await findRuleSet(db, own))?.problem).toMatch(/names a source that was removed/);
  expect(await dj.rowsOf(playlistId)).toEqual([first]);
});
