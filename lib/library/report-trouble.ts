import "server-only";
import type { Db } from "@/db/handle";
import { isOwnPlaylist } from "@/db/queries/library-places";
import { failList, settleList, unprovenLists } from "@/db/queries/sync-lists";
import { type DuePage, postponePage, restPages } from "@/db/queries/sync-pages";
import { waitPart } from "@/db/queries/sync-parts";
import { ProviderError, WaitUntilError } from "@/lib/traffic/provider-error";
import type { Sync } from "./begin-sync";
import { PROOF } from "./part";
import { reportPart } from "./report-part";
import { settlePlaces } from "./settle-places";

/** Each of them is several requests already, a moment apart. */
const MOST_TRIES = 4;
const FIRST_PAUSE_S = 10;

const UNPROVEN = "Whether a playlist changed while it was read could not be found out.";

/**
 * What became of a page that was not answered: it waits, is tried again later, or its list is given
 * up and the others go on. What concerns the whole library is thrown again.
 */
export async function reportTrouble(
  db: Db,
  sync: Sync,
  due: DuePage,
  error: unknown,
): Promise<void> {
  const { part, subject } = due;
  const list = { syncId: sync.syncId, part, subject };
  if (error instanceof WaitUntilError) {
    const { until } = error;
    await db.transaction(async (tx) => {
      await restPages(tx, { ...list, until });
      await waitPart(tx, { ...list, until });
    });
    return;
  }
  if (!(error instanceof ProviderError)) throw error;
  // a token that was renewed and refused again; one that cannot be renewed is another error
  const mayHeal = error.transient || error.kind === "unauthorized";
  await db.transaction(async (tx) => {
    if (mayHeal && due.attempts + 1 < MOST_TRIES) {
      await postponePage(tx, { pageId: due.id, seconds: FIRST_PAUSE_S * 3 ** due.attempts });
    } else await giveUp(tx, sync, due, error);
    await reportPart(tx, sync, { part, requests: 1 });
  });
}

async function giveUp(db: Db, sync: Sync, { part, subject }: DuePage, error: ProviderError) {
  const { connectionId, syncId } = sync;
  const list = { syncId, part, subject };
  const isPlaylist = part === "playlists" && subject !== "" && subject !== PROOF;
  if (isPlaylist && (error.kind === "forbidden" || error.kind === "not_found")) {
    // other people's playlists need not be shown to us, whatever the list of playlists promised
    const isOwn = await isOwnPlaylist(db, { connectionId, playlistId: subject });
    const nothing = { requested: 0, stored: 0, appended: 0, gone: 0, problem: null };
    if (!isOwn) return settleList(db, { ...list, ...nothing });
  }
  await failList(db, { ...list, problem: error.message });
  if (part !== "playlists" || subject !== PROOF) return;
  for (const unproven of await unprovenLists(db, { syncId, part })) {
    await settlePlaces(db, sync, { syncId, part, subject: unproven.subject }, UNPROVEN);
  }
}
