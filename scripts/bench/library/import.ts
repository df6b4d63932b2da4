import { report } from "../report";

const ROWS = 100_000;

const answer = await fetch(
  `${process.env.SANDBOX_URL}/__sandbox/users/mira.okafor/export.zip?rows=${ROWS}`,
);
if (!answer.ok) throw new Error(`The sandbox gave no export: ${answer.status}`);
const archive = Buffer.from(await answer.arrayBuffer());

const { db, sqlClient } = await import("@/db/client");
const { findImport } = await import("@/db/queries/plays-imports");
const { beginImport } = await import("@/lib/history/begin-import");
const { finishImport } = await import("@/lib/history/finish-import");
const { readRows } = await import("@/lib/history/read-rows");
const { openImport, receivePiece, requestImport } = await import("@/lib/history/request-import");
const { uploadLimits } = await import("@/lib/history/upload-limits");

const [user] = await db.execute<{ id: string }>(
  "insert into users (name) values ('Mira') returning id",
);
const userId = user?.id ?? "";
await db.execute(
  `insert into connections (user_id, provider, account_id) values ('${userId}', 'spotify', 'mira')`,
);

async function* piece(offset: number) {
  yield archive.subarray(offset, offset + uploadLimits.pieceBytes);
}

/** From the archive on disk to its sums, as the background runs it. */
async function importOnce() {
  const uploads = [{ name: "my_spotify_data.zip", bytes: archive.length }];
  const own = { userId, ...(await openImport(db, { userId, uploads })) };
  for (let offset = 0; offset < archive.length; offset += uploadLimits.pieceBytes) {
    await receivePiece(db, { ...own, number: 0, offset, body: piece(offset) });
  }
  await requestImport(db, own);
  const started = performance.now();
  const run = await beginImport(db, { ...own, runId: crypto.randomUUID() });
  if (!run) throw new Error("There was nothing to import.");
  while ((await readRows(db, run)).more);
  await finishImport(db, run);
  const seconds = (performance.now() - started) / 1000;
  const found = await findImport(db, own);
  if (found?.status !== "complete") throw new Error(`The import ended ${found?.status}.`);
  return { seconds, ...found };
}

const first = await importOnce();
if (first.added + first.alreadyKnown < ROWS) throw new Error("The import lost rows.");
report({
  name: "library.import_rows_per_s",
  value: Math.round(first.rowsRead / first.seconds),
  unit: "rows/s",
  on: `${first.rowsRead} rows of an export, ${first.added} plays, sums included`,
});
const again = await importOnce();
report({
  name: "library.reimport_extra_rows",
  value: again.added,
  unit: "rows",
  on: "the same export a second time",
});
await sqlClient.end();
