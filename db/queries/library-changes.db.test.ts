import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import {
  appendRow,
  createItem,
  createListener,
  createRun,
  type Listener,
} from "@/db/testing/library-rows";
import { withRollback } from "@/db/testing/rollback";
import { changeLists } from "@/lib/library/library-view";
import { countChanges, listChangedRuns, listChanges } from "./library-changes";

const FIRST = "2026-11-01T10:00:00Z";
const SECOND = "2026-11-08T10:00:00Z";
const all = { lists: changeLists, kind: null, limit: 10, offset: 0 };

/** Two syncs: Aphex is saved and later gone, Bicep comes, and a rank moves from 3 to 1. */
async function twoSyncs(db: Db, mira: Listener) {
  const counts = { appended: 1, gone: 0 };
  const first = await createRun(db, mira, { at: FIRST, parts: { saved_tracks: counts } });
  const second = await createRun(db, mira, {
    at: SECOND,
    parts: { saved_tracks: { appended: 2, gone: 1 }, top_tracks: counts },
  });
  const itemId = await createItem(db, mira, { externalId: "aphex", name: "Aphex" });
  const row = { externalId: "aphex", itemId };
  await appendRow(db, mira, "user_saved_tracks", { ...row, at: FIRST, runId: first });
  await appendRow(db, mira, "user_saved_tracks", { ...row, at: SECOND, runId: second, gone: true });
  await appendRow(db, mira, "user_saved_tracks", {
    externalId: "bicep",
    at: SECOND,
    runId: second,
  });
  const top = { ...row, range: "short" };
  await appendRow(db, mira, "user_top_tracks", { ...top, at: FIRST, rank: 3 });
  await appendRow(db, mira, "user_top_tracks", { ...top, at: SECOND, runId: second, rank: 1 });
  return { first, second };
}

test("what came, went and changed is told by what was known before", () =>
  withRollback(async (tx) => {
    const mira = await createListener(tx);
    const { second } = await twoSyncs(tx, mira);
    const changes = await listChanges(tx, { ...mira, ...all, runIds: [second] });
    expect(changes).toMatchObject([
      { list: "top_tracks", kind: "changed", name: "Aphex", rank: 1, rankBefore: 3 },
      { list: "saved_tracks", kind: "went", name: "Aphex", artists: ["Artist"] },
      { list: "saved_tracks", kind: "came", externalId: "bicep" },
    ]);
    const counts = await countChanges(tx, { ...mira, runIds: [second] });
    expect(counts).toHaveLength(2);
    expect(counts).toContainEqual({
      runId: second,
      list: "saved_tracks",
      came: 1,
      went: 1,
      changed: 0,
    });
    expect(counts).toContainEqual({
      runId: second,
      list: "top_tracks",
      came: 0,
      went: 0,
      changed: 1,
    });
  }));

test("what comes back after it was gone came", () =>
  withRollback(async (tx) => {
    const mira = await createListener(tx);
    await twoSyncs(tx, mira);
    const third = await createRun(tx, mira, { at: "2026-11-15T10:00:00Z" });
    const back = { externalId: "aphex", at: "2026-11-15T10:00:00Z", runId: third };
    await appendRow(tx, mira, "user_saved_tracks", back);
    const changes = await listChanges(tx, { ...mira, ...all, runIds: [third] });
    expect(changes).toMatchObject([{ kind: "came", externalId: "aphex" }]);
  }));

test("a row of a playlist names its playlist, a playlist what it was called before", () =>
  withRollback(async (tx) => {
    const mira = await createListener(tx);
    const runId = await createRun(tx, mira, { at: SECOND });
    const playlist = {
      externalId: "p1",
      is_owned: true,
      is_collaborative: false,
      items_readable: true,
      position: "a0",
    };
    const rows = [
      { ...playlist, at: FIRST, name: "Closing", total: 4 },
      { ...playlist, at: SECOND, runId, name: "Closing time", total: 5 },
    ];
    for (const row of rows) await appendRow(tx, mira, "user_playlists", row);
    const place = { playlist_id: "p1", occurrence: crypto.randomUUID(), externalId: "bicep" };
    const places = [
      { ...place, at: FIRST, position: "a0" },
      { ...place, at: SECOND, position: "a4", runId },
    ];
    for (const row of places) await appendRow(tx, mira, "user_playlist_tracks", row);

    const changes = await listChanges(tx, { ...mira, ...all, runIds: [runId] });
    expect(changes).toMatchObject([
      { list: "playlists", name: "Closing time", nameBefore: "Closing", total: 5, totalBefore: 4 },
      { list: "playlist_items", kind: "changed", moved: true, playlistName: "Closing time" },
    ]);
  }));

test("runs that brought something are listed page by page, of one part when asked", () =>
  withRollback(async (tx) => {
    const mira = await createListener(tx);
    const { first, second } = await twoSyncs(tx, mira);
    await createRun(tx, mira, { at: "2026-11-15T10:00:00Z" });
    const wish = { ...mira, part: null, kind: null, before: null, limit: 10 };
    const runs = await listChangedRuns(tx, wish);
    expect(runs.map(({ id, isFirst }) => [id, isFirst])).toEqual([
      [second, false],
      [first, true],
    ]);
    const ids = async (change: Partial<Parameters<typeof listChangedRuns>[1]>) =>
      (await listChangedRuns(tx, { ...wish, ...change })).map(({ id }) => id);
    expect(await ids({ before: { at: SECOND, id: second } })).toEqual([first]);
    expect(await ids({ part: "top_tracks" })).toEqual([second]);
    expect(await ids({ kind: "went" })).toEqual([second]);
  }));

test("another user's changes are nobody's business", () =>
  withRollback(async (tx) => {
    const mira = await createListener(tx);
    const { second } = await twoSyncs(tx, mira);
    const stranger = { ...mira, userId: crypto.randomUUID(), runIds: [second] };
    expect(await listChanges(tx, { ...stranger, ...all })).toEqual([]);
    expect(await countChanges(tx, stranger)).toEqual([]);
    const wish = { ...stranger, part: null, kind: null, before: null, limit: 10 };
    expect(await listChangedRuns(tx, wish)).toEqual([]);
  }));
