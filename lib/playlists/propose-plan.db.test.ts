import { afterAll, expect, test } from "vitest";
import { saveMarks, settleRefresh } from "@/db/queries/facts-marks";
import { connections, playlistPlans, userPlaylists } from "@/db/schema";
import { createUser } from "@/db/testing/factories";
import { startPlaylists } from "@/db/testing/planned-playlists";
import { ruleDefinition } from "@/lib/rules/rule-schema";
import type { Row } from "./row";

const dj = await startPlaylists();
const { db, userId, uris } = dj;
const { readMarks } = await import("@/db/queries/facts-marks");
const { saveConnection } = await import("@/lib/connections/save-connection");
const { apiVisitor } = await import("@/lib/testing/api-visitor");
const { createRuleSet } = await import("@/lib/rules/create-rule-set");
const { proposeRuleSet } = await import("@/lib/rules/propose-rule-set");
const { proposeChange } = await import("./propose-change");
const { proposeNewPlaylist, proposePlan } = await import("./propose-plan");
const { proposeRules } = await import("./propose-rules");
const { proposeUndo } = await import("./undo-plan");

const MIRA = "mira.okafor";
const now = new Date();
const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, () => ({ uri: uris[0] ?? "", by: "curator" }));
afterAll(() => dj.close());

type Listed = { isOwned: boolean; isCollaborative: boolean };

async function listed(playlistId: string, facts: Listed) {
  const [connection] = await db.select({ id: connections.id }).from(connections);
  await db.insert(userPlaylists).values({
    connectionId: connection?.id ?? "",
    provider: "spotify",
    externalId: playlistId,
    ...{ name: "Listed", position: "a0", itemsReadable: true, ...facts },
  });
}

async function makeRuleSet() {
  await saveMarks(db, { userId, ...(await readMarks(db, { userId })) });
  await settleRefresh(db, { userId });
  const definition = ruleDefinition.parse({ where: { all: [] } });
  const { id } = await createRuleSet(db, { userId, name: crypto.randomUUID(), definition });
  return id;
}

for (const [whose, facts] of [
  ["somebody else's that is followed", { isOwned: false, isCollaborative: false }],
  ["somebody else's that one may write to", { isOwned: false, isCollaborative: true }],
] as const) {
  test(`nothing is planned for a playlist of ${whose}, by whatever way`, async () => {
    const playlistId = await dj.make("Theirs", uris.slice(0, 2));
    const own = { userId, playlistId, name: "Theirs", now };
    const { planId } = await proposeRules(db, {
      ...{ ...own, desired: uris.slice(2, 3), mayRemove: () => true },
    });
    await dj.approve(planId);
    await dj.carryOut(planId, { from: now });
    await listed(playlistId, facts);

    const ruleSetId = await makeRuleSet();
    const forbidden = { code: "FORBIDDEN", message: expect.stringContaining("somebody else") };
    for (const follows of [true, false]) {
      const plan = proposeRuleSet(db, { ...own, ruleSetId, follows });
      await expect(plan).rejects.toMatchObject(forbidden);
    }
    for (const change of ["sort", "dedupe"] as const) {
      const plan = proposeChange(db, { change, playlistId, userId, now });
      await expect(plan).rejects.toMatchObject(forbidden);
    }
    await expect(proposeUndo(db, { planId, userId, now })).rejects.toMatchObject(forbidden);

    const program = await apiVisitor(db, { id: userId });
    for (const follows of [true, false]) {
      const body = { playlistId, name: "Theirs", follows };
      const answer = await program.ask("POST", `/rules/${ruleSetId}/plans`, { body });
      expect(answer.status).toBe(403);
    }
  });
}

/** The connection of a sign-in that also shows the playlists of others that one may write to. */
async function connectWidely() {
  const scope = "playlist-read-private playlist-read-collaborative playlist-modify-private";
  const tokens = await dj.signIn(MIRA, scope);
  const account = { provider: "spotify", providerAccountId: MIRA, ...tokens, scope };
  await saveConnection(db, { userId, account, profile: { profileId: MIRA, displayName: "Mira" } });
}

test("nor for somebody else's that the library does not know yet: Spotify says whose it is", async () => {
  const everybody = { name: "Open", uris: uris.slice(0, 2), collaborative: true };
  const answer = await dj.control("/users/jonas.weil/playlists", everybody);
  const { id: playlistId } = await answer.json();
  const ruleSetId = await makeRuleSet();
  const program = await apiVisitor(db, { id: userId });
  const plan = async (id: string) => {
    const body = { playlistId: id, name: "Open", follows: false };
    return (await program.ask("POST", `/rules/${ruleSetId}/plans`, { body })).status;
  };
  await connectWidely();
  expect(await plan(playlistId)).toBe(403);
  expect(await plan(await dj.make("Mine", uris.slice(0, 2)))).toBe(201);
});

test("one's own is changed, also where others may write to it, and whatever a stranger's library says", async () => {
  const playlistId = await dj.make("Ours", uris.slice(0, 2));
  await listed(playlistId, { isOwned: true, isCollaborative: true });
  const own = { userId, playlistId, name: "Ours", now };
  const ruleSetId = await makeRuleSet();
  expect(await proposeRuleSet(db, { ...own, ruleSetId, follows: true })).toMatchObject({ adds: 0 });

  const stranger = await createUser(db);
  const [theirs] = await db
    .insert(connections)
    .values({ userId: stranger.id, provider: "spotify", accountId: "s", displayName: "S" })
    .returning({ id: connections.id });
  await db.insert(userPlaylists).values({
    ...{ connectionId: theirs?.id ?? "", provider: "spotify", externalId: playlistId },
    ...{ name: "Ours", position: "a0", itemsReadable: true },
    ...{ isOwned: false, isCollaborative: true },
  });
  expect(await proposeRuleSet(db, { ...own, ruleSetId, follows: true })).toMatchObject({ adds: 0 });
});

test("a list that no playlist can hold is refused before anything is planned", async () => {
  const playlistId = await dj.make("Long", uris.slice(0, 2));
  const own = { userId, name: "Long", kind: "merge" as const };
  const aim = (count: number) => () => ({ rows: rowsOf(count) });
  const tooLong = {
    code: "INVALID",
    message: expect.stringContaining("at most 10,000 tracks; this one would hold 10,001"),
  };
  const plans = await db.$count(playlistPlans);
  await expect(proposeNewPlaylist(db, { ...own, rows: rowsOf(10_001) })).rejects.toMatchObject(
    tooLong,
  );
  const long = proposePlan(db, { ...own, playlistId, now }, aim(10_001));
  await expect(long).rejects.toMatchObject(tooLong);
  expect(await db.$count(playlistPlans)).toBe(plans);
  await proposeNewPlaylist(db, { ...own, rows: rowsOf(10_000) });
});
