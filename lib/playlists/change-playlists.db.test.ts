import { afterAll, beforeAll, expect, test } from "vitest";
import { connections, mirrors, providerItems, userPlaylists } from "@/db/schema";
import {
  createCategory,
  createMatch,
  createStyle,
  createTrack,
  createUser,
} from "@/db/testing/factories";
import { startPlaylists } from "@/db/testing/planned-playlists";

const dj = await startPlaylists();
const { db, userId, uris } = dj;
const { apiVisitor } = await import("@/lib/testing/api-visitor");
const { approvePlan, discardPlan } = await import("./approve-plan");
const { proposeCopy, proposeGroups, proposeMerge, proposeSplit } = await import(
  "./derive-playlists"
);
const { proposeDedupe, proposeSort } = await import("./edit-playlist");
const { stopPlan, resumePlan } = await import("./halt-plan");
const { proposeChange } = await import("./propose-change");
const { proposeRules } = await import("./propose-rules");
const { readPlan, readPlanLines, readPlans } = await import("./read-plans");
const { proposeUndo } = await import("./undo-plan");

const now = new Date();
const me = { id: userId, role: "member" as const };
const stranger = { id: crypto.randomUUID(), role: "member" as const };
const [a = "", b = "", c = "", d = "", e = ""] = uris;
const idOf = (uri: string) => uri.split(":")[2] ?? "";
let connectionId = "";

beforeAll(async () => {
  const [connection] = await db.select().from(connections);
  connectionId = connection?.id ?? "";
  const known = [
    { uri: a, bpm: 126, camelotKey: "8A", recordingKey: "isrc:ONE" },
    { uri: b, bpm: 124, camelotKey: "8A", recordingKey: "isrc:TWO" },
    { uri: c, bpm: 125, camelotKey: "8B", recordingKey: "isrc:ONE" },
  ];
  for (const { uri, ...facts } of known) {
    const track = await createTrack(db, facts);
    await createMatch(db, { trackId: track.id, externalUri: uri });
  }
  await db.insert(providerItems).values({
    connectionId,
    provider: "spotify",
    kind: "track",
    externalId: idOf(d),
    ...{ factHash: "d", name: "D", isrc: "TWO", raw: {} },
  });
});
afterAll(() => dj.close());

async function carryOut(planId: string) {
  await dj.approve(planId);
  await dj.carryOut(planId, { from: now });
}

test("a playlist is sorted along keys and tempi, with preview", async () => {
  const playlistId = await dj.make("Sort", [e, a, b, c]);
  const plan = await proposeSort(db, { userId, playlistId, name: "Sort", now });
  expect(plan).toMatchObject({ adds: 0, removes: 0 });
  await carryOut(plan.planId);
  expect(await dj.rowsOf(playlistId)).toEqual([b, a, c, e]);
});

test("duplicates are found by recording, in the catalogue and in the library", async () => {
  const playlistId = await dj.make("Doubles", [a, b, a, c, d, e]);
  const plan = await proposeDedupe(db, { userId, playlistId, name: "Doubles", now });
  expect(plan).toMatchObject({ adds: 0, removes: 3, moves: 0 });
  await carryOut(plan.planId);
  expect(await dj.rowsOf(playlistId)).toEqual([a, b, e]);
});

test("playlists are copied, merged and split into new ones, the old ones stay", async () => {
  const one = await dj.make("One", [a, b]);
  const two = await dj.make("Two", [c, d, e]);
  const copy = await proposeCopy(db, { userId, playlistId: one, name: "Copy of one" });
  const merge = await proposeMerge(db, { userId, playlistIds: [one, two], name: "Merged" });
  const split = await proposeSplit(db, { userId, playlistId: two, name: "Part", size: 2 });
  const keys = await proposeGroups(db, { userId, playlistId: two, name: "Keys", by: "key" });
  for (const { planId } of [copy, merge, ...split, ...keys]) await carryOut(planId);
  expect(await dj.held("Copy of one")).toEqual([a, b]);
  expect(await dj.held("Merged")).toEqual([a, b, e]);
  const parts = ["Part 1", "Part 2", "Keys · 8B", "Keys · others"].map((name) => dj.held(name));
  expect(await Promise.all(parts)).toEqual([[c, d], [e], [c], [d, e]]);
  expect(await dj.rowsOf(two)).toEqual([c, d, e]);
});

test("nobody copies with another person's connection", async () => {
  const playlistId = await dj.make("Mine", [a]);
  const other = { userId: crypto.randomUUID(), playlistId, name: "Theirs" };
  await expect(proposeCopy(db, other)).rejects.toMatchObject({ code: "RECONNECT" });
  await expect(proposeSort(db, { ...other, now })).rejects.toMatchObject({ code: "RECONNECT" });
});

const update = (playlistId: string, desired: string[]) =>
  proposeRules(db, { userId, playlistId, name: "Set", desired, mayRemove: () => true, now });

/** A playlist that the library knows. */
async function listed(name: string, held: string[], more: { isOwned?: boolean } = {}) {
  const playlistId = await dj.make(name, held);
  await db.insert(userPlaylists).values({
    connectionId,
    provider: "spotify",
    externalId: playlistId,
    name,
    position: "a0",
    ...{ isOwned: true, isCollaborative: false, itemsReadable: true, ...more },
  });
  return playlistId;
}

test("of two approvals in the same moment one is refused", async () => {
  const id = await dj.make("Set", uris.slice(0, 2));
  const plans = [await update(id, uris.slice(4, 6)), await update(id, uris.slice(5, 7))];
  const answers = await Promise.allSettled(plans.map(({ planId }) => dj.approve(planId)));
  const refused = answers.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(refused).toMatchObject([{ code: "CONFLICT" }]);
});

test("a plan is decided on once, by its owner, one at a time for a playlist", async () => {
  const id = await dj.make("Set", uris.slice(0, 2));
  const one = await update(id, []);
  const two = await update(id, uris.slice(4, 6));
  const three = await update(id, []);
  const other = { planId: one.planId, userId: crypto.randomUUID() };
  await expect(approvePlan(db, other)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(discardPlan(db, other)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(proposeUndo(db, { ...other, now })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(resumePlan(db, other)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await stopPlan(db, other);
  expect(await readPlans(db, other)).toEqual([]);
  const plans = await readPlans(db, { userId, playlistId: id });
  expect(plans.map((plan) => plan.id).toSorted()).toEqual(
    [one, two, three].map(({ planId }) => planId).toSorted(),
  );
  await discardPlan(db, { planId: one.planId, userId });
  await expect(dj.approve(one.planId)).rejects.toMatchObject({ code: "CONFLICT" });
  await dj.approve(two.planId);
  await expect(dj.approve(three.planId)).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(update(id, [])).rejects.toMatchObject({ code: "CONFLICT" });
  await dj.carryOut(two.planId, { from: now });
  await expect(dj.approve(three.planId)).rejects.toMatchObject({ code: "CONFLICT" });
});

test("a plan is shown row by row, with the names of its tracks, to its owner alone", async () => {
  const id = await listed("Doubles", [...uris.slice(5, 8), uris[6] ?? ""]);
  const [plan] = await proposeChange(db, { change: "dedupe", playlistId: id, userId, now });
  const look = { planId: plan?.planId ?? "", viewer: me };
  expect(await readPlan(db, look)).toMatchObject({
    name: "Doubles",
    rowsBefore: 4,
    rowsAfter: 3,
    counts: { all: 4, added: 0, removed: 1, moved: 0, hand: 3, double: 0 },
    canUndo: false,
    job: null,
  });
  const page = await readPlanLines(db, { ...look, show: "removed", offset: 0 });
  expect(page).toMatchObject({ total: 1, lines: [{ kind: "removed", placeBefore: 4 }] });
  const other = { ...look, viewer: stranger };
  await expect(readPlan(db, other)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const lines = readPlanLines(db, { ...other, show: "all", offset: 0 });
  await expect(lines).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a plan that was carried out can be undone, until it was", async () => {
  const id = await listed("Twice", [...uris.slice(0, 2), uris[0] ?? ""]);
  const [plan] = await proposeChange(db, { change: "dedupe", playlistId: id, userId, now });
  const look = { planId: plan?.planId ?? "", viewer: me };
  await carryOut(look.planId);
  expect(await readPlan(db, look)).toMatchObject({ canUndo: true, job: { status: "done" } });
  const undo = await proposeUndo(db, { planId: look.planId, userId, now });
  const undone = { canUndo: false, undo: { id: undo.planId, status: "proposed" } };
  expect(await readPlan(db, look)).toMatchObject(undone);
});

test("only playlists of one's own are changed, and none that follows a list in Clouder", async () => {
  const foreign = await listed("Theirs", uris.slice(0, 2), { isOwned: false });
  const mirrored = await listed("Mirror", uris.slice(0, 2));
  const style = await createStyle(db);
  const { id: categoryId } = await createCategory(db, { userId, styleId: style.id });
  await db
    .insert(mirrors)
    .values({ userId, categoryId, kind: "golden", name: "Mirror", spotifyPlaylistId: mirrored });
  const sort = (playlistId: string, by = userId) =>
    proposeChange(db, { change: "sort", playlistId, userId: by, now });
  await expect(sort(foreign)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(sort(mirrored)).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(sort(mirrored, stranger.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const copy = { change: "copy" as const, playlistId: mirrored, name: "Mine", userId, now };
  expect(await proposeChange(db, copy)).toMatchObject([{ adds: 2 }]);
});

test("by the API a change is planned, looked at, applied and taken back, by its owner alone", async () => {
  const held = [...uris.slice(0, 2), uris[0] ?? ""];
  const playlistId = await listed("By API", held);
  const mine = await apiVisitor(db, { id: userId });
  const other = await apiVisitor(db, await createUser(db));
  const change = { body: { change: "dedupe", playlistId } };
  expect((await other.ask("POST", "/playlists/plans", change)).status).toBe(404);
  const made = await mine.ask("POST", "/playlists/plans", change);
  expect(made.status).toBe(201);
  const { items } = await made.json();
  expect(items).toMatchObject([{ kind: "dedupe", status: "proposed", removes: 1 }]);
  const path = `/playlists/plans/${items[0].id}`;
  for (const deed of ["apply", "discard", "undo"]) {
    expect((await other.ask("POST", `${path}/${deed}`)).status, deed).toBe(404);
  }
  for (const seen of [path, `${path}/rows`]) expect((await other.get(seen)).status).toBe(404);

  const rows = await (await mine.get(`${path}/rows?show=removed`)).json();
  expect(rows).toMatchObject({ items: [{ kind: "removed", placeBefore: 3 }], nextCursor: null });
  expect((await mine.ask("POST", `${path}/apply`)).status).toBe(200);
  expect(mine.announced).toMatchObject([{ planIds: [items[0].id] }]);
  await dj.carryOut(items[0].id, { from: now });
  expect(await dj.rowsOf(playlistId)).toEqual(held.slice(0, 2));
  const undo = await mine.ask("POST", `${path}/undo`);
  expect(await undo.json()).toMatchObject({ kind: "undo", adds: 1 });
});
