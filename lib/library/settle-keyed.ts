import "server-only";
import type { Db } from "@/db/handle";
import { appendKeyed, countSeen, type KeyedPart } from "@/db/queries/library-settle";
import { planPages, settleList } from "@/db/queries/sync-lists";
import type { Sync } from "./begin-sync";
import type { LibraryPart } from "./part";
import { libraryOf } from "./provider-libraries";
import { type ReadList, readAgain, unsteady } from "./read-again";

/** Whether a reading ends where it meets what is known and has not changed. */
export const stopsAtKnown = ({ mode, provider }: Sync, part: LibraryPart) =>
  mode === "incremental" && libraryOf(provider).newestFirst.includes(part);

/**
 * Settles a list whose rows are told apart by what they are of. Where it stopped at known ground,
 * what was known and what came have to add up to the total; else the rest is read too.
 */
export async function settleKeyed(
  db: Db,
  sync: Sync,
  { ahead, state, ...list }: ReadList & { part: KeyedPart },
): Promise<void> {
  const { connectionId, provider } = sync;
  const { leastTotal, mostTotal: total } = state;
  const keyed = { ...list, connectionId };
  const { seen, together, reachesKnown } = await countSeen(db, keyed);
  const settle = async (isWhole: boolean, problem: string | null) => {
    const { appended, gone } = await appendKeyed(db, { ...keyed, provider, isWhole });
    const requested = problem === null ? seen : Math.max(seen, total ?? seen);
    await settleList(db, { ...list, requested, stored: seen, appended, gone, problem });
  };

  const isSteady = leastTotal === total;
  if (isSteady && (total === null || seen === total)) return settle(true, null);
  if (isSteady && stopsAtKnown(sync, list.part)) {
    if (reachesKnown && together === total) return settle(false, null);
    if (ahead.length > 0) {
      // known rows that should add up do not: something further down is gone
      const cursors = reachesKnown ? ahead : ahead.slice(0, 1);
      await planPages(db, { ...list, connectionId, cursors });
      return;
    }
  }
  if (await readAgain(db, sync, { ...list, state }, state.version)) return;
  return settle(false, unsteady({ ...state, stored: seen }));
}
