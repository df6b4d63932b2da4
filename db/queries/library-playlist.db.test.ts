import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { appendRow, createItem, createListener, type Listener } from "@/db/testing/library-rows";
import { withRollback } from "@/db/testing/rollback";
import { compareStates, findPlaylist, listVersions } from "./library-playlist";
import { currentState, stateAsOf } from "./library-state";

/** Between thousandths of a second, where databases can tell moments apart and browsers cannot. */
const FIRST = "2026-11-01T10:00:00.000400Z";
const SECOND = "2026-11-08T10:00:00.000700Z";
const playlistId = "p1";

/** One, Two, Three; then One is gone, Three is first and Four is new. */
async function twoStates(db: Db, mira: Listener) {
  const facts = { is_owned: true, is_collaborative: false, items_readable: true, position: "a0" };
  await appendRow(db, mira, "user_playlists", {
    ...facts,
    externalId: "p1",
    at: FIRST,
    name: "Dawn",
  });
  const place = async (externalId: string, position: string) => ({
    externalId,
    itemId: await createItem(db, mira, { externalId, name: externalId }),
    playlist_id: playlistId,
    occurrence: crypto.randomUUID(),
    position,
  });
  const append = (row: Awaited<ReturnType<typeof place>> & { at: string; gone?: boolean }) =>
    appendRow(db, mira, "user_playlist_tracks", row);
  const [one, two, three] = [
    await place("one", "a0"),
    await place("two", "a1"),
    await place("three", "a2"),
  ];
  for (const row of [one, two, three]) await append({ ...row, at: FIRST });
  await append({ ...one, at: SECOND, gone: true });
  await append({ ...three, at: SECOND, position: "Zz" });
  await append({ ...(await place("four", "a3")), at: SECOND });
  return { ...mira, playlistId };
}

test("every state of a playlist can be asked for again, exactly as it was", () =>
  withRollback(async (tx) => {
    const playlist = await twoStates(tx, await createListener(tx));
    const versions = await listVersions(tx, { ...playlist, limit: 10 });
    expect(versions).toMatchObject([
      { came: 1, went: 1, changed: 1 },
      { came: 3, went: 0, changed: 0 },
    ]);
    const wish = { ...playlist, subject: playlistId, limit: 10 };
    const names = [];
    for (const { at } of versions) {
      const { rows } = await stateAsOf(tx, "playlist_items", new Date(at), wish);
      names.push(rows.map(({ name }) => name));
    }
    expect(names).toEqual([
      ["three", "two", "four"],
      ["one", "two", "three"],
    ]);
    const now = await currentState(tx, "playlist_items", wish);
    expect(now.rows.map(({ name }) => name)).toEqual(names[0]);
  }));

test("two states are compared row by row: what left, what came, what moved", () =>
  withRollback(async (tx) => {
    const playlist = await twoStates(tx, await createListener(tx));
    const from = new Date("2026-11-02T00:00:00Z");
    const forth = await compareStates(tx, { ...playlist, from, to: null, limit: 10 });
    expect(forth.counts).toEqual({ plus: 1, minus: 1, moved: 1 });
    expect(forth.changes).toMatchObject([
      { kind: "minus", name: "one", placeBefore: 1, place: null },
      { kind: "plus", name: "four", place: 3 },
      { kind: "moved", name: "three", placeBefore: 3, place: 1 },
    ]);
    const same = await compareStates(tx, { ...playlist, from, to: from, limit: 10 });
    expect(same).toEqual({ changes: [], counts: { plus: 0, minus: 0, moved: 0 } });
  }));

test("a comparison names only so many rows of each kind, and counts all", () =>
  withRollback(async (tx) => {
    const playlist = await twoStates(tx, await createListener(tx));
    const before = new Date("2026-10-01T00:00:00Z");
    const { changes, counts } = await compareStates(tx, {
      ...playlist,
      from: before,
      to: null,
      limit: 2,
    });
    expect(changes).toHaveLength(2);
    expect(counts.plus).toBe(3);
  }));

test("nobody reads another user's playlist", () =>
  withRollback(async (tx) => {
    const playlist = await twoStates(tx, await createListener(tx));
    const stranger = { ...playlist, userId: crypto.randomUUID() };
    expect(await findPlaylist(tx, playlist)).toMatchObject({ name: "Dawn", gone: false });
    expect(await findPlaylist(tx, stranger)).toBeNull();
    expect(await listVersions(tx, { ...stranger, limit: 10 })).toEqual([]);
    const from = new Date("2026-11-02T00:00:00Z");
    expect((await compareStates(tx, { ...stranger, from, to: null, limit: 10 })).changes).toEqual(
      [],
    );
  }));
