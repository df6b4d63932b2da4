import "server-only";
import type { Db } from "@/db/handle";
import { insertItems, insertSightings } from "@/db/queries/library-items";
import { countRows, lockList, settleList } from "@/db/queries/sync-lists";
import { type DuePage, markPageRead, planPages } from "@/db/queries/sync-pages";
import type { Sync } from "./begin-sync";
import { closeList } from "./close-list";
import { type HashedRow, hashRow } from "./hash-row";
import { mergePlays } from "./merge-plays";
import type { LibraryPage } from "./provider-library";
import { reportPart } from "./report-part";
import { stopsAtKnown } from "./settle-keyed";

type ReadPage = Omit<LibraryPage, "rows"> & { rows: HashedRow[] };

/**
 * Keeps a page, notes that it is read, and settles its list when it was the last one: all or nothing.
 * A page that is no longer wanted, because its list was begun anew, leaves no trace in the list.
 */
export async function storePage(
  db: Db,
  sync: Sync,
  due: DuePage,
  { rows: raw, ...place }: LibraryPage,
): Promise<void> {
  const { syncId, connectionId, provider } = sync;
  const rows = raw.map(hashRow);
  const { total } = place;
  await db.transaction(async (tx) => {
    const items = rows.flatMap(({ item }) => item ?? []);
    await insertItems(tx, { connectionId, provider, syncId, items });
    const isWanted = await markPageRead(tx, { pageId: due.id, rows: rows.length, total });
    if (!isWanted) return;

    const { part, subject } = due;
    const unreadable = items.filter(({ kind }) => kind === "unreadable").length;
    await countRows(tx, { syncId, part, subject, total, rows: rows.length, unreadable });
    await (part === "recently_played"
      ? keepPlays(tx, sync, rows)
      : noteRows(tx, sync, { ...due, part }, { ...place, rows }));
    await reportPart(tx, sync, part);
  });
}

async function keepPlays(db: Db, sync: Sync, rows: HashedRow[]): Promise<void> {
  const { added } = await mergePlays(db, { ...sync, rows, now: new Date() });
  await settleList(db, {
    syncId: sync.syncId,
    part: "recently_played",
    subject: "",
    requested: rows.length,
    stored: rows.length,
    appended: added,
    gone: 0,
    problem: null,
  });
}

async function noteRows(
  db: Db,
  sync: Sync,
  { part, subject }: DuePage & { part: Parameters<typeof closeList>[2]["part"] },
  { rows, offset, ahead }: ReadPage,
): Promise<void> {
  const { syncId, connectionId } = sync;
  const list = { syncId, part, subject };
  const sightings = rows.map((row, index) => ({ ...row, position: offset + index }));
  await insertSightings(db, { ...list, connectionId, sightings });
  if (!stopsAtKnown(sync, part)) await planPages(db, { ...list, connectionId, cursors: ahead });
  const state = await lockList(db, list);
  if (state?.unread === 0) await closeList(db, sync, { ...list, state, ahead });
}
