import "server-only";
import type { Db } from "@/db/handle";
import {
  compareStates,
  findPlaylist,
  listVersions,
  type OfPlaylist,
} from "@/db/queries/library-playlist";
import { momentOf } from "./library-address";
import type { PlaylistHistory } from "./playlist-history";

const VERSIONS_LISTED = 100;
const CHANGES_LISTED = 200;

/** A playlist, the states it had, and what is different between two of them. */
export async function readPlaylist(
  db: Db,
  { at, against, ...playlist }: OfPlaylist & { at: string | null; against: string | null },
): Promise<PlaylistHistory | null> {
  const head = await findPlaylist(db, playlist);
  if (!head) return null;
  const from = against === null ? null : momentOf(against);
  const to = at === null ? null : momentOf(at);
  const [versions, comparison] = await Promise.all([
    listVersions(db, { ...playlist, limit: VERSIONS_LISTED }),
    from && compareStates(db, { ...playlist, from, to, limit: CHANGES_LISTED }),
  ]);
  return { head, versions, comparison };
}
