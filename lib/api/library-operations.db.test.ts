import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { createUser } from "@/db/testing/factories";
import {
  appendRow,
  createConnection,
  createItem,
  createListener,
  createPlay,
  createRun,
  type Listener,
} from "@/db/testing/library-rows";
import { withRollback } from "@/db/testing/rollback";
import { apiVisitor } from "@/lib/testing/api-visitor";

const OLD = "2026-11-01T10:00:00Z";
const NEW = "2026-11-08T10:00:00Z";

/** Aphex and three more are saved; a week later Aphex is gone and Bicep came. */
async function twoSyncs(db: Db) {
  const mira = await createListener(db);
  const counts = (appended: number, gone: number) => ({ saved_tracks: { appended, gone } });
  const runs = [
    await createRun(db, mira, { at: OLD, parts: counts(4, 0) }),
    await createRun(db, mira, { at: NEW, parts: counts(2, 1) }),
  ] as const;
  const save = async (at: string, name: string, gone = false) => {
    const itemId = await createItem(db, mira, { externalId: name, name });
    const runId = at === OLD ? runs[0] : runs[1];
    const row = { externalId: name, itemId, at, runId, gone, added_at: at };
    await appendRow(db, mira, "user_saved_tracks", row);
  };
  for (const name of ["=Aphex", "Burial", "Calibre", "Djrum"]) await save(OLD, name);
  await save(NEW, "=Aphex", true);
  await save(NEW, "Bicep");
  const visitor = await apiVisitor(db, { id: mira.userId });
  return { mira, runs, visitor };
}

const namesOf = async (response: Response) =>
  (await response.json()).items.map(({ name }: { name: string }) => name);

test("a list is shown as it is, and as it was at a moment", () =>
  withRollback(async (tx) => {
    const { visitor, mira } = await twoSyncs(tx);
    const path = "/library/saved-tracks?sort=name";
    expect(await namesOf(await visitor.get(path))).toEqual(["Bicep", "Burial", "Calibre", "Djrum"]);
    const then = await visitor.get(`${path}&order=desc&at=2026-11-02T00:00:00Z`);
    expect(await namesOf(then)).toEqual(["Djrum", "Calibre", "Burial", "=Aphex"]);
    expect(await namesOf(await visitor.get(`${path}&at=2026-10-01T00:00:00Z`))).toEqual([]);
    const old = { externalId: "old", at: OLD, added_at: "2019-05-01T00:00:00Z" };
    await appendRow(tx, mira, "user_saved_tracks", old);
    const before = await (await visitor.get(`${path}&at=2020-01-01T00:00:00Z`)).json();
    expect(before.items).toMatchObject([{ externalId: "old" }]);
    expect(await namesOf(await visitor.get(`${path}&q=BU`))).toEqual(["Burial"]);
    expect((await visitor.get(`${path}&at=yesterday`)).status).toBe(422);
  }));

test("each provider's library is answered apart, and one that is not connected not at all", () =>
  withRollback(async (tx) => {
    const { visitor, mira } = await twoSyncs(tx);
    const path = "/library/saved-tracks?provider=apple";
    expect((await visitor.get(path)).status).toBe(404);
    expect((await visitor.get("/library/saved-tracks?provider=beatport")).status).toBe(422);
    const own = await createConnection(tx, { userId: mira.userId, provider: "apple" });
    await appendRow(tx, own, "user_saved_tracks", { externalId: "i.1", at: OLD });
    await appendRow(tx, own, "user_recent_tracks", { externalId: "7", at: OLD, rank: 1 });
    const heavy = { externalId: "l.1", at: OLD, rank: 2, range: "heavy_rotation" };
    await appendRow(tx, own, "user_top_albums", heavy);
    expect((await (await visitor.get(path)).json()).items).toMatchObject([{ externalId: "i.1" }]);
    const ranks = async (list: string) => (await (await visitor.get(list)).json()).items;
    expect(await ranks("/library/recent-tracks")).toMatchObject([{ externalId: "7", rank: 1 }]);
    expect(await ranks("/library/top-albums")).toMatchObject([{ externalId: "l.1", rank: 2 }]);
    expect(await ranks("/library/recently-added")).toEqual([]);
  }));

test("what changes between two pages does not shift them", () =>
  withRollback(async (tx) => {
    const { visitor, mira } = await twoSyncs(tx);
    const path = "/library/saved-tracks?sort=name&limit=2";
    const first = await (await visitor.get(path)).json();
    expect(first).toMatchObject({ total: 4, items: [{ name: "Bicep" }, { name: "Burial" }] });
    const later = new Date(Date.now() + 1000).toISOString();
    await appendRow(tx, mira, "user_saved_tracks", { externalId: "Burial", at: later, gone: true });
    const rest = await (await visitor.get(`${path}&cursor=${first.nextCursor}`)).json();
    expect(rest).toMatchObject({ total: 4, at: first.at, nextCursor: null });
    expect(rest.items).toMatchObject([{ name: "Calibre" }, { name: "Djrum" }]);
  }));

test("as a table a list is whole, and no name in it is a formula", () =>
  withRollback(async (tx) => {
    const { visitor } = await twoSyncs(tx);
    const path = "/library/saved-tracks?sort=name&limit=1&at=2026-11-02T00:00:00Z&format=csv";
    const lines = (await (await visitor.get(path)).text()).trimEnd().split("\r\n");
    expect(lines).toHaveLength(5);
    expect(lines[0]).toBe(
      "externalId,kind,name,artists,albumName,isrc,durationMs,addedAt,releasedOn,genres,url",
    );
    expect(lines[1]).toMatch(/^'=Aphex,track,'=Aphex,Artist,/);
  }));

test("changes are told by sync, and in a sync by list, page by page", () =>
  withRollback(async (tx) => {
    const { visitor, runs, mira } = await twoSyncs(tx);
    await appendRow(tx, mira, "user_saved_albums", { externalId: "lp", at: NEW, runId: runs[1] });
    const { items, nextCursor } = await (await visitor.get("/library/changes?limit=1")).json();
    expect(items).toMatchObject([{ id: runs[1], isFirst: false }]);
    expect(items[0].counts).toContainEqual({ list: "saved_tracks", came: 1, went: 1, changed: 0 });
    const older = await (await visitor.get(`/library/changes?cursor=${nextCursor}`)).json();
    expect(older).toMatchObject({ items: [{ id: runs[0], isFirst: true }], nextCursor: null });

    const changes = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const from: string = cursor && `&cursor=${cursor}`;
      const page = await (await visitor.get(`/library/changes/${runs[1]}?limit=1${from}`)).json();
      changes.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(changes).toMatchObject([
      { list: "saved_tracks", kind: "went", name: "=Aphex" },
      { list: "saved_tracks", kind: "came", name: "Bicep" },
      { list: "saved_albums", kind: "came", externalId: "lp" },
    ]);
    const went = await visitor.get(`/library/changes/${runs[1]}?kind=went`);
    expect(await namesOf(went)).toEqual(["=Aphex"]);
  }));

async function createPlays(db: Db, mira: Listener) {
  for (const [at, name] of [
    ["2026-11-01T10:00:00Z", "a"],
    ["2026-11-02T10:00:00Z", "b"],
    ["2026-11-02T10:00:00Z", "a"],
  ] as const) {
    await createPlay(db, mira, { at, externalId: name, trackName: name });
  }
}

test("plays come newest first, between two moments, of one track or of all", () =>
  withRollback(async (tx) => {
    const { visitor, mira } = await twoSyncs(tx);
    await createPlays(tx, mira);
    const tracks = async (query: string) => {
      const page = await (await visitor.get(`/library/plays?${query}`)).json();
      const names = page.items.map(({ trackName }: { trackName: string }) => trackName);
      return { names, nextCursor: page.nextCursor };
    };
    const first = await tracks("limit=2");
    expect(first.names).toEqual(["b", "a"]);
    expect(await tracks(`limit=2&cursor=${first.nextCursor}`)).toEqual({
      names: ["a"],
      nextCursor: null,
    });
    expect((await tracks("to=2026-11-01T12:00:00Z")).names).toEqual(["a"]);
    expect((await tracks("from=2026-11-02T00:00:00Z&track=a")).names).toEqual(["a"]);
    const table = await visitor.get("/library/plays", { headers: { accept: "text/csv" } });
    expect((await table.text()).trimEnd().split("\r\n")).toHaveLength(4);
  }));

test("the library of another user is not there", () =>
  withRollback(async (tx) => {
    const { mira, runs } = await twoSyncs(tx);
    await appendRow(tx, mira, "user_playlists", {
      ...{ externalId: "p", at: OLD, name: "P", position: "a0" },
      ...{ is_owned: true, is_collaborative: false, items_readable: true },
    });
    const stranger = await createListener(tx);
    const { get } = await apiVisitor(tx, { id: stranger.userId });
    expect(await namesOf(await get("/library/saved-tracks"))).toEqual([]);
    expect((await get(`/library/changes/${runs[1]}`)).status).toBe(404);
    expect((await get("/library/playlists/p/items")).status).toBe(404);
    const unconnected = await apiVisitor(tx, await createUser(tx));
    for (const list of ["saved-tracks", "plays", "changes", "top-artists"]) {
      expect((await unconnected.get(`/library/${list}`)).status).toBe(404);
    }
  }));
