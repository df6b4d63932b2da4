import { afterAll, expect, test } from "vitest";
import { findConnection } from "@/db/queries/connections";
import { listFacts } from "@/db/queries/rules-facts";
import { mirrors } from "@/db/schema";
import { createCategory, createStyle } from "@/db/testing/factories";
import { appendRow, createListener } from "@/db/testing/library-rows";
import { startRules } from "@/db/testing/ruled-playlists";
import { refresh } from "@/lib/enrichment/testing/refresh";

const dj = await startRules();
const { db, userId, uris, start, later, makeSet } = dj;
const { libraryOf } = await import("@/db/testing/mixed-library");
const { beginRuleSet } = await import("./begin-rule-set");
const { removeRuleSet } = await import("./edit-rule-set");
const { proposeRuleSet } = await import("./propose-rule-set");
const { unfollowRuleSet } = await import("./unfollow-rule-set");
const connection = await findConnection(db, { userId, provider: "spotify" });
const owner = { userId, connectionId: connection?.id ?? "" };
const library = libraryOf(owner);
afterAll(() => dj.close());

const idOf = (uri: string) => uri.split(":").at(-1) ?? "";
const [, , , , , saved = "", listed = ""] = uris;

/** What a sync finds in a playlist. */
const sync = (playlistId: string, held: readonly string[], of = owner) =>
  library.sync(async ({ at }) => {
    const row = { name: playlistId, is_owned: true, is_collaborative: false, items_readable: true };
    await appendRow(db, of, "user_playlists", {
      ...{ at, externalId: playlistId, position: "a0" },
      ...row,
    });
    for (const uri of held) {
      const place = { playlist_id: playlistId, occurrence: crypto.randomUUID(), position: "a0" };
      await appendRow(db, of, "user_playlist_tracks", { at, externalId: idOf(uri), ...place });
    }
  });

const save = async (uri: string, isrc: string) => {
  const item = await library.describe(idOf(uri), { name: isrc, isrc });
  await library.sync((seen) => library.save(idOf(uri), item, seen));
};

/** In how many playlists a recording is, as rules ask it. */
const listsOf = async (isrc: string) => {
  await refresh(db, { userId });
  const [facts] = await listFacts(db, { userId, recordingKeys: [`isrc:${isrc}`] });
  return { count: facts?.playlistCount, names: facts?.playlists };
};

const follow = async (ruleSetId: string, playlistId: string, now: Date) => {
  const wish = { userId, ruleSetId, playlistId, name: "Kept", follows: true };
  await dj.approveAndCarryOut((await proposeRuleSet(db, { ...wish, now })).planId, now);
};

test("what is saved and in no playlist stays in the one that is kept in step with it", async () => {
  await save(saved, "GBAAA2600001");
  await save(listed, "GBAAA2600002");
  await sync("warm", [listed]);
  await refresh(db, { userId });
  const templateId = "saved-but-in-no-playlist";
  const { id } = await beginRuleSet(db, { userId, name: "Nowhere", templateId });
  const playlistId = await dj.make("Nowhere", []);
  const wish = { userId, ruleSetId: id, playlistId, name: "Nowhere", follows: true };
  const first = await proposeRuleSet(db, { ...wish, now: start });
  await dj.approveAndCarryOut(first.planId, start);
  expect(await dj.rowsOf(playlistId)).toEqual([saved]);

  await sync(playlistId, [saved]);
  await refresh(db, { userId });
  const second = await proposeRuleSet(db, { ...wish, now: later(24) });
  expect(second).toMatchObject({ adds: 0, removes: 0, waiting: 0 });
});

test("a playlist counts among those a track is in until it follows, and again when it follows no more", async () => {
  await save(uris[7] ?? "", "GBAAA2600003");
  const playlistId = await dj.make("Mine", []);
  await sync(playlistId, [uris[7] ?? ""]);
  const counted = { count: 1, names: [playlistId] };
  const left = { count: 0, names: [] };
  expect(await listsOf("GBAAA2600003")).toEqual(counted);

  const own = await makeSet("Follows for a while");
  await follow(own.ruleSetId, playlistId, start);
  expect(await listsOf("GBAAA2600003")).toEqual(left);
  await unfollowRuleSet(db, own);
  expect(await listsOf("GBAAA2600003")).toEqual(counted);

  const again = await makeSet("Follows until it is deleted");
  await follow(again.ruleSetId, playlistId, later(1));
  expect(await listsOf("GBAAA2600003")).toEqual(left);
  await removeRuleSet(db, again);
  expect(await listsOf("GBAAA2600003")).toEqual(counted);
});

test("a mirror counts as little, and a track that is in nothing else stays known", async () => {
  const uri = uris[8] ?? "";
  await library.describe(idOf(uri), { name: "Mirrored", isrc: "GBAAA2600004" });
  await sync("golden", [uri]);
  expect(await listsOf("GBAAA2600004")).toEqual({ count: 1, names: ["golden"] });
  const style = await createStyle(db);
  const category = await createCategory(db, { userId, styleId: style.id, name: "Peak" });
  await db.insert(mirrors).values({
    ...{ userId, kind: "golden", categoryId: category.id, name: "Peak" },
    spotifyPlaylistId: "golden",
  });
  expect(await listsOf("GBAAA2600004")).toEqual({ count: 0, names: [] });
});

test("what another user's Clouder fills counts for everybody else", async () => {
  await save(uris[9] ?? "", "GBAAA2600005");
  await sync("shared", [uris[9] ?? ""]);
  const stranger = await createListener(db);
  const style = await createStyle(db);
  const category = await createCategory(db, { ...stranger, styleId: style.id, name: "Theirs" });
  await db.insert(mirrors).values({
    ...{ userId: stranger.userId, kind: "golden", categoryId: category.id, name: "Theirs" },
    spotifyPlaylistId: "shared",
  });
  expect(await listsOf("GBAAA2600005")).toEqual({ count: 1, names: ["shared"] });
});
