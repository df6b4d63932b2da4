import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { findLibrary } from "@/db/queries/library-pages";
import {
  appendRow,
  createItem,
  createListener,
  createPlay,
  createRun,
  type Listener,
} from "@/db/testing/library-rows";
import { withRollback } from "@/db/testing/rollback";
import { type LibraryWish, usualWish } from "./library-address";
import { readLastChanges } from "./read-changes";
import { readOverview, readRows } from "./read-library";
import { readSync } from "./read-sync";

const day = (number: number) => new Date(Date.UTC(2026, 10, number)).toISOString();
const saved = { ...usualWish, part: "saved_tracks", offset: 0 } as const;

/** Read first on the 10th: One of the 2nd and Two of the 8th are saved; One is gone on the 12th. */
async function savedTwo(db: Db): Promise<Listener> {
  const mira = await createListener(db);
  const runId = await createRun(db, mira, { at: day(10) });
  for (const [externalId, added] of [
    ["one", day(2)],
    ["two", day(8)],
  ] as const) {
    const itemId = await createItem(db, mira, { externalId, name: externalId });
    const row = { externalId, itemId, added_at: added, runId };
    await appendRow(db, mira, "user_saved_tracks", { ...row, at: day(10) });
    if (externalId === "one") {
      await appendRow(db, mira, "user_saved_tracks", { ...row, at: day(12), gone: true });
    }
  }
  return mira;
}

const namesOf = async (db: Db, mira: Listener, wish: Partial<LibraryWish>) =>
  (await readRows(db, { ...mira, ...saved, ...wish })).rows.map(({ name }) => name);

test("a library is shown as it is, and as it was on any day", () =>
  withRollback(async (tx) => {
    const mira = await savedTwo(tx);
    expect(await namesOf(tx, mira, {})).toEqual(["two"]);
    expect(await namesOf(tx, mira, { at: "2026-11-11" })).toEqual(["two", "one"]);
    const counts = async (at: string | null) =>
      (await readOverview(tx, { ...mira, range: "short", at })).counts.saved_tracks;
    expect([await counts(null), await counts("2026-11-11"), await counts("2026-11-05")]).toEqual([
      1, 2, 1,
    ]);
  }));

test("of a day before the first sync, what had been added by then is shown", () =>
  withRollback(async (tx) => {
    const mira = await savedTwo(tx);
    expect(await namesOf(tx, mira, { at: "2026-11-05" })).toEqual(["one"]);
    expect(await namesOf(tx, mira, { at: "2026-11-01" })).toEqual([]);
  }));

test("saved tracks are told apart by whether a playlist has them, now and then", () =>
  withRollback(async (tx) => {
    const mira = await savedTwo(tx);
    const playlist = { is_owned: true, is_collaborative: false, items_readable: true };
    const dawn = { externalId: "p1", name: "Dawn" };
    const itemId = await createItem(tx, mira, { ...dawn, kind: "playlist" });
    const listed = { ...playlist, ...dawn, itemId, position: "a0" };
    await appendRow(tx, mira, "user_playlists", { ...listed, at: day(10) });
    const place = { externalId: "two", playlist_id: "p1", position: "a0" };
    const occurrence = crypto.randomUUID();
    await appendRow(tx, mira, "user_playlist_tracks", { ...place, occurrence, at: day(10) });

    expect(await namesOf(tx, mira, { filter: "listed" })).toEqual(["two"]);
    expect(await namesOf(tx, mira, { filter: "unlisted" })).toEqual([]);
    const then = { filter: "unlisted", at: "2026-11-11" } as const;
    expect(await namesOf(tx, mira, then)).toEqual(["one"]);
    await appendRow(tx, mira, "user_playlists", { ...listed, at: day(13), gone: true });
    expect(await namesOf(tx, mira, { filter: "unlisted" })).toEqual(["two"]);
    const mine = { part: "playlists", filter: "mine", at: "2026-11-11" } as const;
    expect(await namesOf(tx, mira, mine)).toEqual(["Dawn"]);
    expect(await namesOf(tx, mira, { ...mine, filter: "others" })).toEqual([]);
  }));

test("plays come the newest first, can be searched, and end at the day that is asked for", () =>
  withRollback(async (tx) => {
    const mira = await savedTwo(tx);
    for (const [number, name] of [
      [3, "Xtal"],
      [4, "Ageispolis"],
      [9, "Xtal"],
    ] as const) {
      await createPlay(tx, mira, { at: day(number), externalId: name, trackName: name });
    }
    const plays = { part: "recently_played" } as const;
    expect(await namesOf(tx, mira, plays)).toEqual(["Xtal", "Ageispolis", "Xtal"]);
    expect(await namesOf(tx, mira, { ...plays, text: "ageis" })).toEqual(["Ageispolis"]);
    expect(await namesOf(tx, mira, { ...plays, at: "2026-11-03" })).toEqual(["Xtal"]);
    expect(await namesOf(tx, mira, { ...plays, filter: "saved" })).toEqual([]);
  }));

test("the sync is told part by part, with the ones before it", () =>
  withRollback(async (tx) => {
    const mira = await createListener(tx);
    const library = { ...mira, provider: "spotify", status: "active" } as const;
    expect(await readSync(tx, library)).toMatchObject({ run: null, earlier: [] });
    const first = await createRun(tx, mira, { at: day(1) });
    const parts = { saved_tracks: { appended: 3, gone: 1 } };
    const newest = await createRun(tx, mira, { at: day(2), parts });
    expect(await readSync(tx, library)).toMatchObject({
      run: { id: newest, parts: [{ part: "saved_tracks", appended: 3, gone: 1 }] },
      earlier: [{ id: first }],
    });
  }));

test("what the first sync found is no change worth telling", () =>
  withRollback(async (tx) => {
    const mira = await createListener(tx);
    const counts = { parts: { saved_tracks: { appended: 1, gone: 0 } } };
    const first = await createRun(tx, mira, { at: day(1), ...counts });
    await appendRow(tx, mira, "user_saved_tracks", { externalId: "a", at: day(1), runId: first });
    expect(await readLastChanges(tx, mira)).toEqual([]);
    const next = await createRun(tx, mira, { at: day(2), ...counts });
    await appendRow(tx, mira, "user_saved_tracks", { externalId: "b", at: day(2), runId: next });
    expect(await readLastChanges(tx, mira)).toMatchObject([{ externalId: "b", kind: "came" }]);
  }));

test("nobody reads another user's library", () =>
  withRollback(async (tx) => {
    const mira = await savedTwo(tx);
    await createPlay(tx, mira, { at: day(3), externalId: "x", trackName: "Xtal" });
    const stranger = { ...mira, userId: crypto.randomUUID() };
    expect(await findLibrary(tx, { userId: stranger.userId, provider: "spotify" })).toBeNull();
    for (const part of ["saved_tracks", "recently_played", "playlists"] as const) {
      const page = await readRows(tx, { ...stranger, ...saved, part });
      expect(page).toEqual({ rows: [], total: 0 });
    }
    const { counts, firstReadAt } = await readOverview(tx, {
      ...stranger,
      range: "short",
      at: null,
    });
    expect(Object.values(counts).every((count) => count === 0)).toBe(true);
    expect(firstReadAt).toBeNull();
    const sync = await readSync(tx, { ...stranger, provider: "spotify", status: "active" });
    expect(sync).toMatchObject({ run: null, earlier: [] });
    expect(await readLastChanges(tx, stranger)).toEqual([]);
  }));
