import "server-only";
import type { Db } from "@/db/handle";
import { insertItems, notePage } from "@/db/queries/library-items";
import { planPages, settleList } from "@/db/queries/sync-lists";
import type { DuePage } from "@/db/queries/sync-pages";
import type { Sync } from "./begin-sync";
import { closeList } from "./close-list";
import { type HashedRow, hashRow } from "./hash-row";
import { mergePlays } from "./merge-plays";
import type { LibraryPage } from "./provider-library";
import { reportPart } from "./report-part";
import { stopsAtKnown } from "./settle-keyed";

/**
 * Keeps a page, notes that it is read, and settles its list when it was the last one: all or nothing.
 * A page that is no longer wanted, because its list was begun anew, leaves no trace in the list.
 */
export async function storePage(
  db: Db,
  sync: Sync,
  due: DuePage,
  page: LibraryPage,
): Promise<void> {
  const { syncId, connectionId, provider } = sync;
  const { part, subject } = due;
  const list = { syncId, part, subject };
  const rows = page.rows.map(hashRow);
  const items = rows.flatMap(({ item }) => item ?? []);
  const sightings = rows.map((row, index) => ({ ...row, position: page.offset + index }));

  await db.transaction(async (tx) => {
    await insertItems(tx, { connectionId, provider, syncId, items });
    const isWanted = await notePage(tx, {
      ...list,
      connectionId,
      pageId: due.id,
      total: page.total,
      rows: rows.length,
      unreadable: items.filter(({ kind }) => kind === "unreadable").length,
      sightings,
    });
    if (!isWanted) return;

    if (part === "recently_played") await settlePlays(tx, sync, rows);
    else {
      const cursors = stopsAtKnown(sync, part) ? [] : page.ahead;
      const state = await planPages(tx, { ...list, connectionId, cursors });
      if (state.unread === 0) {
        await closeList(tx, sync, { ...list, part, state, ahead: page.ahead });
      }
    }
    await reportPart(tx, sync, part);
  });
}

/** Plays have no state to compare with: each is added once. */
async function settlePlays(db: Db, sync: Sync, rows: readonly HashedRow[]): Promise<void> {
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
