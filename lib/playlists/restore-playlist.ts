import "server-only";
import type { Db } from "@/db/handle";
import { findConnection } from "@/db/queries/connections";
import { listUrisAsOf, wasKnown } from "@/db/queries/playlists-history";
import { isMirrored } from "@/db/queries/playlists-own";
import { findState } from "@/db/queries/playlists-states";
import { AppError } from "@/lib/errors";
import { broughtBack } from "./own-rows";
import { nameWith } from "./playlist-name";
import { type ProposedPlan, proposeNewPlaylist, proposePlan } from "./propose-plan";
import type { Places } from "./row";

type Wish = { userId: string; playlistId: string; name: string; now: Date };
/** `isGone`: the playlist itself is not there any more. */
type Restored = Wish & { isGone?: boolean };

/** Where to go back to: a list that Clouder kept, or a moment of which the library knows. */
type Earlier = { stateId: string } | { at: Date };

/** What the playlist held, and when. */
type Then = { at: Date; uris: Places };

/**
 * The plan that brings a playlist back to an earlier state, whoever changed it since. What a mirror
 * held, or a playlist that was removed, comes back as a new one: a mirror itself follows its list.
 */
export async function proposeRestore(
  db: Db,
  { earlier, isGone = false, ...wish }: Restored & { earlier: Earlier },
): Promise<ProposedPlan> {
  const then =
    "stateId" in earlier ? await stateOf(db, wish, earlier) : await asOf(db, wish, earlier);
  const kind = "restore" as const;
  if (!isGone && !(await isMirrored(db, wish))) {
    return proposePlan(db, { ...wish, kind }, ({ rows }) => ({
      rows: broughtBack(rows, then.uris),
    }));
  }
  const { userId } = wish;
  const name = nameWith(wish.name, ` · ${then.at.toISOString().slice(0, 10)}`);
  return proposeNewPlaylist(db, { userId, name, kind, rows: broughtBack([], then.uris) });
}

async function stateOf(db: Db, wish: Wish, { stateId }: { stateId: string }): Promise<Then> {
  const state = await findState(db, { ...wish, stateId });
  if (!state?.uris) throw new AppError("NOT_FOUND", "There is no such state of the playlist.");
  return { at: state.createdAt, uris: state.uris.map((uri) => uri || null) };
}

async function asOf(db: Db, { userId, playlistId }: Wish, { at }: { at: Date }): Promise<Then> {
  const connection = await findConnection(db, { userId, provider: "spotify" });
  const moment = connection && { userId, connectionId: connection.id, playlistId, at };
  if (!moment || !(await wasKnown(db, moment))) {
    throw new AppError("NOT_FOUND", "Nothing is known of the playlist at that moment.");
  }
  const uris = await listUrisAsOf(db, moment);
  return { at, uris };
}
