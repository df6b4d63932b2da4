import "server-only";
import type { Db } from "@/db/handle";
import { insertItems, notePage } from "@/db/queries/library-items";
import { planPages, settleList } from "@/db/queries/sync-lists";
import type { DuePage } from "@/db/queries/sync-pages";
import type { Sync } from "./begin-sync";
import { closeList } from "./close-list";
import { type HashedItem, type HashedRow, hashRow } from "./hash-row";
import { mergePlays } from "./merge-plays";
import type { LibraryPage } from "./provider-library";
import { stopsAtKnown } from "./settle-keyed";

/**
 * Keeps a page, notes that it is read, and settles its list when it was the last one: all or nothing.
 * A page that is no longer wanted, because its list was begun anew, leaves no trace in the list.
 * Its part and the job are told by whoever reads, of several pages together, so that none waits for
 * another's. Versions of items that are in `kept` are in the database already; it gains the page's.
 */
export async function storePage(
  db: Db,
  sync: Sync,
  due: DuePage,
  page: LibraryPage,
  kept: Set<string> = new Set(),
): Promise<void> {
  const { syncId, connectionId, provider } = sync;
  const { part, subject } = due;
  const list = { syncId, part, subject };
  const rows = page.rows.map(hashRow);
  const items = rows.flatMap(({ item }) => item ?? []);
  const sightings = rows.map((row, index) => ({ ...row, position: page.offset + index }));

  const unkept = items.filter((item) => !kept.has(versionOf(item)));
  await insertItems(db, { connectionId, provider, syncId, items: unkept });
  for (const item of unkept) kept.add(versionOf(item));
  await db.transaction(async (tx) => {
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
    if (part === "recently_played") return settlePlays(tx, sync, rows);

    const cursors = stopsAtKnown(sync, part) ? [] : page.ahead;
    const state = await planPages(tx, { ...list, connectionId, cursors });
    if (state.unread > 0) return;
    await closeList(tx, sync, { ...list, part, state, ahead: page.ahead });
  });
}

const versionOf = ({ kind, externalId, factHash }: HashedItem) =>
  `${kind} ${externalId} ${factHash}`;

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
