import { expect, test } from "vitest";
import {
  appendRow,
  createItem,
  createListener,
  createRun,
  type Listener,
} from "@/db/testing/library-rows";
import { withRollback } from "@/db/testing/rollback";
import type { Db } from "../handle";
import { stateAsOf } from "./library-state";
import { listSavedAlbums } from "./sources-library";

const counts = { appended: 1, gone: 1 };
const parts = { saved_tracks: counts, saved_albums: counts, playlists: counts };
const day = (of: number) => `2026-03-0${of}T10:00:00.000Z`;
const later = (of: number) => new Date(`2026-03-0${of}T10:00:01.000Z`);

/** On the first day everything is there, the second day's reading misses it, the third's too. */
async function createLoss(tx: Db) {
  const mira = await createListener(tx);
  const track = await createItem(tx, mira, { externalId: "track" });
  const album = await createItem(tx, mira, { externalId: "album", kind: "album" });
  const place = { playlist_id: "list", occurrence: crypto.randomUUID(), position: "a0" };
  for (const [at, gone] of [
    [day(1), false],
    [day(2), true],
  ] as const) {
    const row = { at, gone, runId: await createRun(tx, mira, { at, parts }) };
    const saved = { ...row, externalId: "track", itemId: track };
    await appendRow(tx, mira, "user_saved_tracks", saved);
    await appendRow(tx, mira, "user_playlist_tracks", { ...saved, ...place });
    await appendRow(tx, mira, "user_saved_albums", { ...row, externalId: "album", itemId: album });
  }
  return mira;
}

const heldAt = (tx: Db, own: Listener, at: Date) => {
  const wish = { ...own, subject: "list", limit: 10, offset: 0 };
  const asked = { ...wish, withMissedOnce: true };
  return Promise.all([
    stateAsOf(tx, "saved_tracks", at, asked).then(({ total }) => total),
    stateAsOf(tx, "playlist_items", at, asked).then(({ total }) => total),
    listSavedAlbums(tx, { ...wish, at }).then(({ length }) => length),
  ]);
};

test("a source holds what one reading alone missed, and the library's own list does not", () =>
  withRollback(async (tx) => {
    const mira = await createLoss(tx);
    expect(await heldAt(tx, mira, later(2))).toEqual([1, 1, 1]);
    const list = await stateAsOf(tx, "saved_tracks", later(2), { ...mira, limit: 10 });
    expect(list.total).toBe(0);
  }));

test("a run that was not whole confirms nothing, and a whole one does from its end on", () =>
  withRollback(async (tx) => {
    const mira = await createLoss(tx);
    await createRun(tx, mira, { at: day(3), status: "partial" });
    expect(await heldAt(tx, mira, later(3))).toEqual([1, 1, 1]);
    await createRun(tx, mira, { at: day(4), parts });
    expect(await heldAt(tx, mira, later(3))).toEqual([1, 1, 1]);
    expect(await heldAt(tx, mira, later(4))).toEqual([0, 0, 0]);
  }));

test("another user's reading confirms nothing, and they see nothing", () =>
  withRollback(async (tx) => {
    const mira = await createLoss(tx);
    const stranger = await createListener(tx);
    await createRun(tx, stranger, { at: day(3), parts });
    expect(await heldAt(tx, mira, later(3))).toEqual([1, 1, 1]);
    const theirs = { ...mira, userId: stranger.userId };
    expect(await heldAt(tx, theirs, later(3))).toEqual([0, 0, 0]);
  }));
