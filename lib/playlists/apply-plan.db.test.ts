import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { jobs, playlistPlans, playlistStates } from "@/db/schema";
import { startPlaylists } from "@/db/testing/planned-playlists";

const dj = await startPlaylists();
const { db, userId, uris } = dj;
const { proposePlan, proposeNewPlaylist } = await import("./propose-plan");
const { proposeRules } = await import("./propose-rules");
const { proposeRestore } = await import("./restore-playlist");
const { proposeUndo } = await import("./undo-plan");
const { listStates } = await import("@/db/queries/playlists-states");
const { stopPlan, resumePlan } = await import("./halt-plan");
const { playOdd, playPair } = await import("./testing/play-pair");
const { randomPair } = await import("./testing/random-pair");

let now = new Date();
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};
beforeAll(() => dj.noFaults());
afterAll(() => dj.close());

const planOf = async (planId: string) => {
  const [plan] = await db.select().from(playlistPlans).where(eq(playlistPlans.id, planId));
  if (!plan) throw new Error("no such plan");
  return plan;
};

async function carryOut(planId: string) {
  await dj.approve(planId);
  await dj.carryOut(planId, { from: now });
  later(120);
}

const update = (playlistId: string, desired: string[], mayRemove = () => true) =>
  proposeRules(db, { userId, playlistId, name: "Set", desired, mayRemove, now });

async function updated(playlistId: string, desired: string[]) {
  const plan = await update(playlistId, desired);
  await carryOut(plan.planId);
  return dj.rowsOf(playlistId);
}

test("a preview says what will happen and writes nothing; carrying it out does exactly that", async () => {
  const id = await dj.make("Set", uris.slice(0, 3));
  const plan = await update(id, uris.slice(10, 14));
  expect(plan).toMatchObject({ adds: 4, removes: 0, moves: 0, keptByHand: 3, writes: 1 });
  expect(await dj.rowsOf(id)).toEqual(uris.slice(0, 3));
  await carryOut(plan.planId);
  expect(await dj.rowsOf(id)).toEqual([...uris.slice(0, 3), ...uris.slice(10, 14)]);
  expect(await planOf(plan.planId)).toMatchObject({ status: "applied" });
  const [job] = await db.select().from(jobs).where(eq(jobs.subjectId, plan.planId));
  expect(job).toMatchObject({ kind: "playlist", status: "done", done: 1, total: 1 });
});

test("what a person added, doubled or removed by hand survives every update", async () => {
  const id = await dj.make("Set", []);
  await updated(id, uris.slice(0, 5));
  await dj.add(id, [uris[20] ?? "", uris[2] ?? ""], 3);
  await dj.remove(id, [uris[4] ?? ""]);
  const held = await updated(id, [uris[30] ?? "", ...uris.slice(0, 5).toReversed()]);
  expect(held.filter((uri) => uri === uris[2])).toHaveLength(2);
  expect(held).toContain(uris[20]);
  expect(held).not.toContain(uris[4]);
  await updated(id, []);
  expect((await dj.rowsOf(id)).toSorted()).toEqual([uris[20], uris[2]].toSorted());
});

test("what was removed by hand stays out, also when the rules did not want it for a while", async () => {
  const id = await dj.make("Set", []);
  await updated(id, uris.slice(0, 3));
  await dj.remove(id, [uris[1] ?? ""]);
  await updated(id, uris.slice(0, 4));
  await updated(id, uris.slice(3, 5));
  expect(await updated(id, uris.slice(0, 4))).not.toContain(uris[1]);
});

test("a rule's row that may not go yet stays", async () => {
  const id = await dj.make("Set", []);
  await updated(id, uris.slice(0, 3));
  const plan = await update(id, [], () => false);
  expect(plan).toMatchObject({ waiting: 3, removes: 0 });
});

test("rows that a person adds while a plan is carried out stay behind their neighbour", async () => {
  const id = await dj.make("Set", uris.slice(0, 4));
  const plan = await proposePlan(
    db,
    { userId, playlistId: id, name: "S", kind: "sort", now },
    (o) => ({
      rows: o.rows.toReversed(),
    }),
  );
  await dj.approve(plan.planId);
  later(60);
  await dj.add(id, [uris[50] ?? ""], 2);
  await dj.carryOut(plan.planId, { from: now });
  expect(await dj.rowsOf(id)).toEqual([uris[3], uris[2], uris[1], uris[50], uris[0]]);
});

test("rows that a person takes out while a plan is carried out are not put back", async () => {
  const id = await dj.make("Set", []);
  await updated(id, uris.slice(0, 4));
  const plan = await update(id, [...uris.slice(0, 4).toReversed(), uris[6] ?? ""]);
  await dj.approve(plan.planId);
  await db.update(playlistPlans).set({ startedAt: now }).where(eq(playlistPlans.id, plan.planId));
  later(120);
  await dj.remove(id, [uris[2] ?? ""]);
  await dj.carryOut(plan.planId, { from: now });
  const left = [uris[3], uris[1], uris[0], uris[6]];
  expect(await dj.rowsOf(id)).toEqual(left);
  later(120);
  expect(await updated(id, [...uris.slice(0, 4), uris[6] ?? ""])).not.toContain(uris[2]);
});

test("a playlist that lost rows since the preview is not changed: the plan is stale", async () => {
  const id = await dj.make("Set", uris.slice(0, 4));
  const plan = await update(id, [uris[9] ?? ""]);
  await dj.approve(plan.planId);
  later(60);
  await dj.remove(id, [uris[1] ?? ""]);
  await dj.carryOut(plan.planId, { from: now });
  expect(await planOf(plan.planId)).toMatchObject({ status: "stale" });
  expect(await dj.rowsOf(id)).toEqual([uris[0], uris[2], uris[3]]);
});

test("undo brings back what was there, and keeps what was done by hand since", async () => {
  const id = await dj.make("Set", uris.slice(0, 6));
  const wish = { userId, playlistId: id, name: "Set", kind: "dedupe" as const, now };
  const plan = await proposePlan(db, wish, ({ rows }) => ({ rows: rows.slice(0, 3) }));
  await carryOut(plan.planId);
  await dj.add(id, [uris[40] ?? ""], 1);
  await dj.remove(id, [uris[2] ?? ""]);
  const undo = await proposeUndo(db, { planId: plan.planId, userId, now });
  await carryOut(undo.planId);
  expect(await dj.rowsOf(id)).toEqual([uris[0], uris[40], uris[1], ...uris.slice(3, 6)]);
  expect(await planOf(undo.planId)).toMatchObject({ kind: "undo", undoOf: plan.planId });
});

test("a rule's track that a person takes out by a plan is not put back by the rules", async () => {
  const id = await dj.make("Set", []);
  await updated(id, uris.slice(0, 4));
  const wish = { userId, playlistId: id, name: "Set", kind: "dedupe" as const, now };
  const plan = await proposePlan(db, wish, ({ rows }) => ({ rows: rows.slice(0, 3) }));
  await carryOut(plan.planId);
  expect(await updated(id, uris.slice(0, 5))).toEqual([...uris.slice(0, 3), uris[4]]);
});

test("the time machine leads back to any kept state, whoever changed the playlist since", async () => {
  const id = await dj.make("Set", uris.slice(0, 3));
  await updated(id, uris.slice(5, 8));
  await dj.remove(id, [uris[0] ?? ""]);
  await updated(id, uris.slice(6, 9));
  const states = await listStates(db, { userId, playlistId: id, limit: 20 });
  const first = states.at(-1);
  const wish = { userId, playlistId: id, name: "Set", now };
  const plan = await proposeRestore(db, { ...wish, earlier: { stateId: first?.id ?? "" } });
  await carryOut(plan.planId);
  expect(await dj.rowsOf(id)).toEqual(uris.slice(0, 3));
  const other = { ...wish, userId: crypto.randomUUID(), earlier: { stateId: first?.id ?? "" } };
  await expect(proposeRestore(db, other)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a plan for a new playlist makes it once and fills it", async () => {
  const rows = uris.slice(0, 5).map((uri) => ({ uri, by: "curator" as const }));
  const plan = await proposeNewPlaylist(db, { userId, name: "Copy", kind: "copy", rows });
  await dj.approve(plan.planId);
  await dj.fault({
    kind: "applied-then-reset",
    match: { method: "POST", path: "playlists$" },
    times: 1,
  });
  await expect(dj.carryOut(plan.planId, { from: now })).rejects.toMatchObject({
    name: "ProviderError",
  });
  await dj.carryOut(plan.planId, { from: now });
  expect(await dj.held("Copy")).toEqual(uris.slice(0, 5));
  expect((await dj.playlists()).filter(({ name }) => name === "Copy")).toHaveLength(1);
});

test("a track that Spotify refuses is left out, and nothing else is lost", async () => {
  const id = await dj.make("Set", uris.slice(0, 2));
  const unknown = `spotify:track:${"0".repeat(22)}`;
  const desired = [...uris.slice(10, 20), unknown, ...uris.slice(20, 30)];
  const plan = await update(id, desired);
  await carryOut(plan.planId);
  expect(await dj.rowsOf(id)).toEqual([...uris.slice(0, 2), ...uris.slice(10, 30)]);
  expect(await planOf(plan.planId)).toMatchObject({ status: "applied", refusedUris: [unknown] });
});

test("a stopped plan writes nothing more, and goes on when it is tried again", async () => {
  const id = await dj.make("Set", uris.slice(0, 2));
  const plan = await update(id, uris.slice(4, 6));
  await dj.approve(plan.planId);
  await stopPlan(db, { planId: plan.planId, userId });
  await dj.carryOut(plan.planId, { from: now });
  expect(await dj.rowsOf(id)).toEqual(uris.slice(0, 2));
  await resumePlan(db, { planId: plan.planId, userId });
  await dj.carryOut(plan.planId, { from: now });
  expect(await dj.rowsOf(id)).toEqual([...uris.slice(0, 2), ...uris.slice(4, 6)]);
});

test("somebody else's playlist cannot be planned for", async () => {
  const api = await dj.spotify("jonas.weil");
  const answer = await api("/me/playlists", { method: "POST", json: { name: "His" } });
  const { id } = (await answer.json()) as { id: string };
  await expect(update(id, [])).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("every write is written down before it is sent and once it arrived", async () => {
  const id = await dj.make("Set", uris.slice(0, 2));
  await updated(id, uris.slice(4, 6));
  const kept = await db
    .select()
    .from(playlistStates)
    .where(eq(playlistStates.playlistId, id))
    .orderBy(playlistStates.sequence);
  expect(kept.map(({ reason, owners }) => [reason, owners])).toEqual([
    ["observed", "hh"],
    ["observed", "hh"],
    ["before_write", null],
    ["after_write", null],
    ["observed", "hhrr"],
  ]);
});

const ground = { db, userId, make: (held: string[]) => dj.make("Pair", held), read: dj.rowsOf };
const clean = { exact: true, handRowsLost: 0 };

/** The last of them is a pair of long lists. */
const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 25];

test("random pairs in the simulated Spotify come out as planned, over HTTP", async () => {
  for (const seed of seeds) {
    const played = await playPair(ground, randomPair(seed, uris));
    expect(played, `seed ${seed}`).toMatchObject(clean);
    expect(played.writes, `seed ${seed}`).toBeLessThanOrEqual(played.replacing ?? 0);
  }
});

test("so do changes of a playlist with rows that cannot be added", async () => {
  const [playlistId = ""] = await dj.oddPlaylists();
  for (let seed = 1; seed <= 6; seed += 1) {
    const played = await playOdd(ground, { playlistId, pool: uris, seed: 200 * seed });
    expect(played, `seed ${seed}`).toMatchObject(clean);
  }
});
