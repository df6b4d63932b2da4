import { afterAll, beforeAll, expect, test } from "vitest";
import { connections, mirrors, userPlaylists, userPlaylistTracks } from "@/db/schema";
import { createCategory, createStyle, createUser } from "@/db/testing/factories";
import { startPlaylists } from "@/db/testing/planned-playlists";

const dj = await startPlaylists();
const { db, userId, uris } = dj;
const { appendState } = await import("@/db/queries/playlists-states");
const { apiVisitor } = await import("@/lib/testing/api-visitor");
const { proposeChange } = await import("./propose-change");
const { proposeRules } = await import("./propose-rules");
const { readPlan } = await import("./read-plans");
const { readStates } = await import("./read-states");
const { proposeRestore } = await import("./restore-playlist");

const OCTOBER = new Date("2026-10-01T00:00:00Z");
const NOVEMBER = new Date("2026-11-01T00:00:00Z");
const SEPTEMBER = new Date("2026-09-01T00:00:00Z");
const [a = "", b = "", c = ""] = uris;
let history = { connectionId: "", provider: "spotify" as const };
beforeAll(async () => {
  const [connection] = await db.select().from(connections);
  history = { connectionId: connection?.id ?? "", provider: "spotify" };
});
afterAll(() => dj.close());

async function listed(name: string, held: string[], total: number | null = null) {
  const playlistId = await dj.make(name, held);
  await db.insert(userPlaylists).values({
    ...history,
    ...{ externalId: playlistId, name, position: "a0", total, fetchedAt: OCTOBER },
    ...{ isOwned: true, isCollaborative: false, itemsReadable: true },
  });
  return playlistId;
}

const occurrences = uris.slice(0, 3).map(() => crypto.randomUUID());
/** What the library saw come or go. */
const saw = (playlistId: string, held: string[], row: { gone?: boolean; fetchedAt: Date }) =>
  db.insert(userPlaylistTracks).values(
    held.map((uri, index) => ({
      ...history,
      ...{ playlistId, kind: "track" as const, externalId: uri.split(":")[2] ?? "" },
      ...{ occurrence: occurrences[index] ?? "", position: `a${index}` },
      ...row,
    })),
  );

let now = new Date();
/** A minute later. */
async function carryOut(planId: string) {
  await dj.approve(planId);
  await dj.carryOut(planId, { from: now });
  now = new Date(now.getTime() + 60_000);
}

test("a playlist goes back to a moment of which only the library knows", async () => {
  const playlistId = await dj.make("Then", [a, b]);
  await saw(playlistId, [c, a], { fetchedAt: OCTOBER });
  const wish = { userId, playlistId, name: "Then", now };
  const { planId } = await proposeRestore(db, { ...wish, earlier: { at: OCTOBER } });
  await carryOut(planId);
  expect(await dj.rowsOf(playlistId)).toEqual([c, a]);
  const unknown = proposeRestore(db, { ...wish, earlier: { at: SEPTEMBER } });
  await expect(unknown).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a moment at which it was empty is a state like any other, one nobody saw is none", async () => {
  const never = await listed("Empty", [a, b], 0);
  const emptied = await listed("Emptied", [a], 2);
  await saw(emptied, [a, b], { fetchedAt: OCTOBER });
  await saw(emptied, [a, b], { fetchedAt: NOVEMBER, gone: true });
  for (const [playlistId, removes] of [
    [never, 2],
    [emptied, 1],
  ] as const) {
    const wish = { userId, playlistId, name: "Empty", now, earlier: { at: NOVEMBER } };
    expect(await proposeRestore(db, wish)).toMatchObject({ removes, adds: 0 });
  }
  const unread = await listed("Unread", [a], 40);
  const wish = { userId, playlistId: unread, name: "Unread", now, earlier: { at: NOVEMBER } };
  await expect(proposeRestore(db, wish)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

/** A list of a DJ's that Clouder brought into Spotify twice. */
async function mirrored() {
  const playlistId = await listed("Peak · Techno", [a, b]);
  const style = await createStyle(db);
  const { id: categoryId } = await createCategory(db, { userId, styleId: style.id });
  const golden = { userId, categoryId, kind: "golden" as const, name: "Peak · Techno" };
  await db.insert(mirrors).values({ ...golden, spotifyPlaylistId: playlistId });
  const own = { userId, connectionId: history.connectionId, playlistId };
  const kept = { ...own, owners: "rr", createdAt: OCTOBER };
  await appendState(db, { ...kept, reason: "observed", uris: [c, a] });
  await appendState(db, { ...kept, reason: "worked_out", uris: [a, b], createdAt: NOVEMBER });
  return playlistId;
}

test("what a mirror held comes back as a playlist of its own, the mirror stays", async () => {
  const playlistId = await mirrored();
  const { states } = await readStates(db, { userId, playlistId, limit: 10 });
  const first = states.at(-1);
  const change = { change: "restore" as const, playlistId, stateId: first?.id ?? "", userId, now };
  const [plan] = await proposeChange(db, change);
  const shown = await readPlan(db, {
    planId: plan?.planId ?? "",
    viewer: { id: userId, role: "member" },
  });
  expect(shown).toMatchObject({ name: "Peak · Techno · 2026-10-01", isNew: true, adds: 2 });
  await carryOut(plan?.planId ?? "");
  expect(await dj.held("Peak · Techno · 2026-10-01")).toEqual([c, a]);
  expect(await dj.rowsOf(playlistId)).toEqual([a, b]);

  await saw(playlistId, [b, c], { fetchedAt: OCTOBER });
  const back = { change: "return" as const, playlistId, at: OCTOBER, userId, now };
  expect(await proposeChange(db, back)).toMatchObject([{ adds: 2, removes: 0 }]);
});

test("what a playlist held that was removed comes back as a new one", async () => {
  const playlistId = await listed("Lost", [a]);
  const own = { userId, connectionId: history.connectionId, playlistId };
  const held = { uris: [a, c], owners: "hh", createdAt: OCTOBER };
  await appendState(db, { ...own, ...held, reason: "observed" });
  await db.insert(userPlaylists).values({
    ...history,
    ...{ externalId: playlistId, name: "Lost", position: "a0", gone: true },
    ...{ isOwned: true, isCollaborative: false, itemsReadable: true },
  });
  const { states } = await readStates(db, { userId, playlistId, limit: 1 });
  const lost = { playlistId, userId, now };
  const change = { ...lost, change: "restore" as const, stateId: states[0]?.id ?? "" };
  const [plan] = await proposeChange(db, change);
  await carryOut(plan?.planId ?? "");
  expect(await dj.held("Lost · 2026-10-01")).toEqual([a, c]);
  const sort = proposeChange(db, { ...lost, change: "sort" });
  await expect(sort).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("what is brought back is the person's, and what they put in stays theirs", async () => {
  const playlistId = await listed("Owned", []);
  const update = (desired: string[]) =>
    proposeRules(db, { userId, playlistId, name: "Owned", desired, mayRemove: () => true, now });
  await carryOut((await update([a, b])).planId);
  const { states } = await readStates(db, { userId, playlistId, limit: 1 });
  await carryOut((await update([])).planId);
  await dj.add(playlistId, [a], 0);
  const wish = { userId, playlistId, name: "Owned", now };
  const back = await proposeRestore(db, { ...wish, earlier: { stateId: states[0]?.id ?? "" } });
  await carryOut(back.planId);
  expect(await dj.rowsOf(playlistId)).toEqual([a, b]);
  await carryOut((await update([])).planId);
  expect(await dj.rowsOf(playlistId)).toEqual([a, b]);
});

test("kept lists are paged to the first one, and are their owner's alone", async () => {
  const playlistId = await listed("Paged", [a]);
  const update = (desired: string[]) =>
    proposeRules(db, { userId, playlistId, name: "Paged", desired, mayRemove: () => true, now });
  await carryOut((await update([a, b])).planId);
  await carryOut((await update([b, c])).planId);
  const { states, older } = await readStates(db, { userId, playlistId, limit: 10 });
  expect(states.map(({ rows }) => rows)).toEqual([3, 2, 1]);
  expect(older).toBeNull();

  const mine = await apiVisitor(db, { id: userId });
  const path = `/playlists/${playlistId}/states?limit=2`;
  const first = await (await mine.get(path)).json();
  const next = await (await mine.get(`${path}&cursor=${first.nextCursor}`)).json();
  expect([...first.items, ...next.items]).toEqual(states);
  expect(next.nextCursor).toBeNull();
  const restore = { change: "restore", playlistId, stateId: next.items[0].id };
  expect(await mine.send("POST", "/playlists/plans", restore)).toMatchObject({
    status: 201,
    items: [{ kind: "restore", removes: 2 }],
  });

  const other = await apiVisitor(db, await createUser(db));
  expect((await other.get(path)).status).toBe(404);
  const stranger = { userId: crypto.randomUUID(), playlistId, limit: 10 };
  expect(await readStates(db, stranger)).toEqual({ states: [], older: null });
});
