import "server-only";
import type { Db } from "@/db/handle";
import { findConnection } from "@/db/queries/connections";
import { listUrisAsOf } from "@/db/queries/playlists-history";
import { findState } from "@/db/queries/playlists-states";
import { AppError } from "@/lib/errors";
import { ownRows } from "./own-rows";
import { type ProposedPlan, proposePlan } from "./propose-plan";
import { type Row, rowsOf } from "./row";

type Wish = { userId: string; playlistId: string; name: string; now: Date };

/** Where to go back to: a list that Clouder kept, or a moment of which the library knows. */
type Earlier = { stateId: string } | { at: Date };

/** The plan that brings a playlist back to an earlier state, whoever changed it since. */
export async function proposeRestore(
  db: Db,
  { earlier, ...wish }: Wish & { earlier: Earlier },
): Promise<ProposedPlan> {
  const playlist = { ...wish, kind: "restore" as const };
  if ("stateId" in earlier) {
    const state = await findState(db, { ...wish, stateId: earlier.stateId });
    if (!state?.uris) throw new AppError("NOT_FOUND", "There is no such state of the playlist.");
    const rows = rowsOf({ uris: state.uris, owners: state.owners ?? "" });
    return proposePlan(db, playlist, () => ({ rows, removedByHand: state.removedByHand }));
  }
  const uris = await urisAsOf(db, wish, earlier.at);
  return proposePlan(db, playlist, ({ rows }) => ({ rows: broughtBack(rows, uris) }));
}

async function urisAsOf(db: Db, { userId, playlistId }: Wish, at: Date) {
  const connection = await findConnection(db, { userId, provider: "spotify" });
  const connectionId = connection?.id ?? null;
  const uris =
    connectionId === null ? [] : await listUrisAsOf(db, { userId, connectionId, playlistId, at });
  if (uris.length === 0) {
    throw new AppError("NOT_FOUND", "Nothing is known of the playlist at that moment.");
  }
  return uris;
}

/** Rows that are there keep their owner; those that come back do so at the person's wish. */
const broughtBack = (rows: readonly Row[], uris: readonly (string | null)[]) =>
  ownRows(rows, uris, "curator").rows;
