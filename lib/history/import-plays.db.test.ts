import { mkdtemp, readdir } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import type { ImportCounts } from "@/db/queries/plays-imports";
import { emptyTables } from "@/db/testing/empty-tables";
import { createUser } from "@/db/testing/factories";
import { json, locked, row, rows, START, zipOf } from "./testing/make-export";

process.env.DATA_DIR = await mkdtemp(path.join(os.tmpdir(), "clouder-import-"));
const { db } = await import("@/db/client");
const { findImport, listImports, listStillImports } = await import("@/db/queries/plays-imports");
const { insertPlays } = await import("@/db/queries/library-plays");
const { beginImport } = await import("./begin-import");
const { finishImport } = await import("./finish-import");
const { removeStaleUploads } = await import("./remove-stale-uploads");
const { readRows } = await import("./read-rows");
const { openImport, receivePiece, requestImport } = await import("./request-import");
const { cancelJob } = await import("@/lib/jobs/cancel-job");

let owner = { userId: "", connectionId: "" };
beforeEach(async () => {
  await emptyTables(db, "users", "jobs");
  const { id: userId } = await createUser(db);
  const [connection] = await db.execute<{ id: string }>(sql`
    insert into connections (user_id, provider, account_id) values (${userId}, 'spotify', 'mira')
    returning id
  `);
  owner = { userId, connectionId: connection?.id ?? "" };
});

async function* bodyOf(bytes: Uint8Array) {
  yield bytes;
}

async function send(files: Record<string, Buffer>) {
  const { userId } = owner;
  const uploads = Object.entries(files).map(([name, { length: bytes }]) => ({ name, bytes }));
  const { importId } = await openImport(db, { userId, uploads });
  const own = { importId, userId };
  for (const [number, bytes] of Object.values(files).entries()) {
    const half = Math.ceil(bytes.length / 2);
    await receivePiece(db, { ...own, number, offset: 0, body: bodyOf(bytes.subarray(0, half)) });
    await receivePiece(db, { ...own, number, offset: half, body: bodyOf(bytes.subarray(half)) });
  }
  await requestImport(db, own);
  return own;
}

async function importOf(files: Record<string, Buffer>, stepMs?: number) {
  const own = await send(files);
  const run = await beginImport(db, { ...own, runId: crypto.randomUUID() });
  if (!run) throw new Error("nothing to do");
  while ((await readRows(db, run, { stepMs })).more);
  await finishImport(db, run);
  const found = await findImport(db, own);
  if (!found) throw new Error("the import is gone");
  return found;
}

const countPlays = async () =>
  (
    await db.execute<{ rows: number }>(sql`select count(*)::int as rows from user_recently_played`)
  )[0]?.rows;
const counts = (added: number, alreadyKnown: number, more: Partial<ImportCounts> = {}) => ({
  status: "complete",
  rowsRead: added + alreadyKnown,
  added,
  alreadyKnown,
  setAside: {},
  ...more,
});

const NAME = "Spotify Extended Streaming History/Streaming_History_Audio_2024_1.json";

test("the same archive twice adds nothing the second time, and leaves no file behind", async () => {
  const archive = {
    "my_data.zip": await zipOf({ [NAME]: json(rows(9_500)), "ReadMe.pdf": json("x") }),
  };
  expect(await importOf(archive)).toMatchObject(counts(9_500, 0));
  expect(await importOf(archive)).toMatchObject(counts(0, 9_500));
  expect(await countPlays()).toBe(9_500);
  expect(await readdir(path.join(process.env.DATA_DIR ?? "", "imports"))).toEqual([]);
});

test("several files at once; every row that is no new play is counted by what it is", async () => {
  const odd = [
    row(0),
    row(1, { spotify_episode_uri: "spotify:episode:1" }),
    row(2, { ts: "?" }),
    7,
  ];
  const files = { "a.json": json(rows(10)), "b.json": json([row(10), ...odd.slice(0, 3)]) };
  expect(await importOf(files)).toMatchObject({
    ...counts(11, 1, { setAside: { podcast: 1, noTime: 1 } }),
    rowsRead: 14,
  });
});

test("plays that are known live are no second play, and what the export says of them is kept", async () => {
  const { connectionId } = owner;
  const heard = [3, 4, 7].map((number) => ({
    playedAt: new Date(START + number * 200_000 - 200_000).toISOString(),
    externalId: String(number),
    itemId: null,
    trackName: `Track ${number}`,
    artistName: null,
    albumName: null,
    contextUri: null,
  }));
  const live = { connectionId, provider: "spotify", syncId: null, plays: heard, toleranceS: 20 };
  await insertPlays(db, { ...live, provider: "spotify" });
  const archive = { "my_data.zip": await zipOf({ [NAME]: json(rows(10)) }) };
  expect(await importOf(archive)).toMatchObject(counts(7, 3));
  expect(await importOf(archive)).toMatchObject(counts(0, 10));
  const told = await db.execute(sql`select external_id, ms_played from exported_plays order by 1`);
  expect([...told]).toEqual(
    ["3", "4", "7"].map((external_id) => ({ external_id, ms_played: 200_000 })),
  );
});

test("goes on where it stopped: nothing is read twice", async () => {
  expect(await importOf({ "a.json": json(rows(13_000)) }, 0)).toMatchObject(counts(13_000, 0));
  expect(await countPlays()).toBe(13_000);
  const [sums] = await db.execute(sql`select sum(plays)::int as plays from play_days`);
  expect(sums).toEqual({ plays: 13_000 });
});

test("a run that was stopped keeps nothing more; trying again goes on", async () => {
  const own = await send({ "a.json": json(rows(17_000)) });
  const run = await beginImport(db, { ...own, runId: "run-1" });
  if (!run) throw new Error("nothing to do");
  await readRows(db, run, { stepMs: 0 });
  const [job] = await db.execute<{ id: string }>(sql`select id from jobs`);
  await cancelJob(db, { jobId: job?.id ?? "", viewer: { id: owner.userId, role: "member" } });
  await expect(readRows(db, run)).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await findImport(db, own)).toMatchObject({
    status: "cancelled",
    added: await countPlays(),
  });
  const { retryJob } = await import("@/lib/jobs/retry-job");
  await retryJob(db, { jobId: job?.id ?? "", viewer: { id: owner.userId, role: "member" } });
  const next = await beginImport(db, { ...own, runId: "run-2" });
  if (!next) throw new Error("nothing to do");
  await readRows(db, next);
  await finishImport(db, next);
  expect(await findImport(db, own)).toMatchObject(counts(17_000, 0));
});

test("what is whole of a damaged document is kept, and the others are read", async () => {
  const cut = json(rows(100)).subarray(0, -20);
  const found = await importOf({ "a.json": cut, "b.json": json(rows(100, 100)) });
  expect(found).toMatchObject({ status: "partial", added: 199, problem: "It is cut off." });
});

const bomb = () => zipOf({ [NAME]: Buffer.alloc(30_000_000, " ") });
test.each([
  ["a picture", async () => Buffer.from("PNG"), "not a list of plays"],
  ["other JSON", async () => json({ playlists: [] }), "not a list of plays"],
  ["an archive of something else", () => zipOf({ "a.txt": json("x") }), "no extended streaming"],
  ["the short history", () => zipOf({ "StreamingHistory0.json": json([]) }), "short history"],
  [
    "a cut archive",
    async () => (await zipOf({ [NAME]: json(rows(9)) })).subarray(0, 90),
    "damaged",
  ],
  [
    "an archive with a password",
    async () => locked(await zipOf({ [NAME]: json(rows(9)) })),
    "locked with a password",
  ],
  ["an archive of spaces", bomb, "more than a history is"],
])("refuses %s in words", async (_what, bytes, problem) => {
  const own = await send({ "data.zip": await bytes() });
  const words = { code: "INVALID", message: expect.stringContaining(problem) };
  const read = async () => {
    const run = await beginImport(db, { ...own, runId: "run" });
    if (!run) throw new Error("nothing to do");
    await readRows(db, run);
    const found = await findImport(db, own);
    const [file] = await db.execute<{ problem: string }>(
      sql`select problem from play_import_files`,
    );
    expect(found?.added).toBe(0);
    throw Object.assign(new Error(file?.problem), { code: "INVALID" });
  };
  await expect(read()).rejects.toMatchObject(words);
  expect(await countPlays()).toBe(0);
});

test("names in an archive that lead out of it are refused", async () => {
  const name = "xx/Streaming_History_Audio_1.json";
  const archive = await zipOf({ [name]: json(rows(1)) });
  const hostile = Buffer.from(archive.toString("latin1").replaceAll("xx/", "../"), "latin1");
  const own = await send({ "data.zip": hostile });
  await expect(beginImport(db, { ...own, runId: "run" })).rejects.toMatchObject({
    message: expect.stringContaining("not safe"),
  });
});

test("a piece that is missing, too much, or nobody's is refused; one sent again changes nothing", async () => {
  const { userId } = owner;
  const uploads = [{ name: "a.json", bytes: 4 }];
  const own = { importId: (await openImport(db, { userId, uploads })).importId, userId, number: 0 };
  const piece = (offset: number, text: string, changes: object = {}) =>
    receivePiece(db, { ...own, ...changes, offset, body: bodyOf(Buffer.from(text)) });
  await expect(piece(2, "cd")).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(piece(0, "abcde")).rejects.toMatchObject({ code: "INVALID" });
  expect(await piece(0, "ab")).toEqual({ received: 2 });
  await expect(requestImport(db, own)).rejects.toMatchObject({ code: "CONFLICT" });
  const stranger = { userId: (await createUser(db)).id };
  await expect(piece(2, "cd", stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(piece(2, "cd", { number: 1 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await piece(2, "cd")).toEqual({ received: 4 });
  expect(await piece(2, "cd")).toEqual({ received: 4 });
  const theirs = { ...own, ...stranger };
  await expect(requestImport(db, theirs)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await beginImport(db, { ...theirs, runId: "run" })).toBeNull();
  expect(await findImport(db, theirs)).toBeNull();
  await requestImport(db, own);
  expect(await listImports(db, { ...stranger, limit: 9 })).toEqual([]);
  expect(await listImports(db, { userId, limit: 9 })).toHaveLength(1);
});

test("without a connection there is nothing to add the plays to", async () => {
  const { id: userId } = await createUser(db);
  await expect(openImport(db, { userId, uploads: [] })).rejects.toMatchObject({
    code: "RECONNECT",
  });
});

test("an import nobody speaks of is announced again; files of a lost one are deleted", async () => {
  const own = await send({ "a.json": json(rows(1)) });
  const still = () => listStillImports(db, { minutes: 5, limit: 9 });
  expect(await still()).toEqual([]);
  await db.execute(sql`update jobs set updated_at = now() - interval '6 minutes'`);
  expect(await still()).toEqual([{ importId: own.importId, userId: own.userId }]);
  await removeStaleUploads(db);
  expect(await beginImport(db, { ...own, runId: "run" })).not.toBeNull();
  await db.execute(sql`delete from connections`);
  expect(await removeStaleUploads(db)).toBeGreaterThan(0);
  expect(await readdir(path.join(process.env.DATA_DIR ?? "", "imports"))).toEqual([]);
});
