import "server-only";
import type { Db } from "@/db/handle";
import { markListRead } from "@/db/queries/sync-lists";
import type { Sync } from "./begin-sync";
import { type LibraryPart, PROOF } from "./part";
import { provePlaylists } from "./prove-playlists";
import { isWholeByCount, type ReadList, readAgain, unsteady } from "./read-again";
import { settleKeyed } from "./settle-keyed";
import { settlePlaces } from "./settle-places";
import { settlePlaylists } from "./settle-playlists";

/** A list whose rows were noted; plays are added as they come. */
export type NotedList = ReadList & { part: Exclude<LibraryPart, "recently_played"> };

/** Every planned page of a list is read: settles it, reads on, or reads it again. */
export function closeList(db: Db, sync: Sync, list: NotedList): Promise<void> {
  const { part, subject } = list;
  if (part !== "playlists") return settleKeyed(db, sync, { ...list, part });
  if (subject === "") return settlePlaylists(db, sync, list);
  if (subject === PROOF) return provePlaylists(db, sync, list);
  return closePlaylist(db, sync, list);
}

async function closePlaylist(db: Db, sync: Sync, list: ReadList): Promise<void> {
  const { state } = list;
  if (isWholeByCount(state)) {
    // one page is one answer; several may tell of different moments
    return state.pages === 1 ? settlePlaces(db, sync, list, null) : markListRead(db, list);
  }
  if (await readAgain(db, sync, list, state.version)) return;
  return settlePlaces(db, sync, list, unsteady(state));
}
