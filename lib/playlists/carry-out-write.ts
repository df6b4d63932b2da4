import "server-only";
import type { Db } from "@/db/handle";
import { advanceJob, tellJob } from "@/db/queries/jobs";
import { updatePlan } from "@/db/queries/playlists-plans";
import { appendState } from "@/db/queries/playlists-states";
import { reportProgress } from "@/lib/jobs/report-progress";
import {
  addPlaylistItems,
  movePlaylistItems,
  removePlaylistItems,
  replacePlaylistItems,
} from "@/lib/spotify/playlist-items";
import { ProviderError } from "@/lib/traffic/provider-error";
import type { MadePlan, Means, View } from "./plan-turn";
import { MOST_PER_WRITE, type PlaylistWrite, writeWords } from "./playlist-write";
import { ownersText, type Row, storedRows } from "./row";

type Carried = Means & { view: View; write: PlaylistWrite; left: number };

/** Writes down what is about to be sent, sends it, and writes down that it arrived. */
export async function carryOutWrite(db: Db, plan: MadePlan, carried: Carried) {
  const { id, userId, connectionId, playlistId } = plan;
  const { view, write, left, job, now, token } = carried;
  const state = { userId, connectionId, playlistId, planId: id };
  await db.transaction(async (tx) => {
    await reportProgress(tx, { ...job, left, phase: "Writing to Spotify" });
    await appendState(tx, {
      ...state,
      reason: "before_write",
      snapshotId: view.snapshotId,
      write: { ...write, owners: ownersOfAdded(carried) },
      createdAt: now,
    });
  });

  const sent = await send(write, { playlistId, token }).catch((error) =>
    afterRefusal(db, plan, { ...carried, error }),
  );
  if (!sent) return;
  await db.transaction(async (tx) => {
    const { snapshotId } = sent;
    await appendState(tx, { ...state, reason: "after_write", snapshotId, createdAt: now });
    await advanceJob(tx, { ...job, more: 1, line: { message: writeWords(write) } });
  });
}

/** Additions are made front to back, so a row that is added stands at its place in the target. */
function ownersOfAdded({ write, view }: Carried): string {
  if (write.kind !== "add" && write.kind !== "replace") return "";
  const from = write.kind === "add" ? write.position : 0;
  return ownersText(view.target.slice(from, from + write.uris.length).map(({ by }) => by));
}

function send(write: PlaylistWrite, playlist: { playlistId: string; token: string }) {
  switch (write.kind) {
    case "remove":
      return removePlaylistItems({ ...playlist, uris: write.uris });
    case "replace":
      return replacePlaylistItems({ ...playlist, uris: write.uris });
    case "add":
      return addPlaylistItems({ ...playlist, uris: write.uris, position: write.position });
    case "move":
      return movePlaylistItems({
        ...playlist,
        from: write.from,
        before: write.before,
        length: write.length,
      });
  }
}

/**
 * A write that did not fit what was believed is no failure: the next turn reads the playlist. Where
 * it was read just now, Spotify refuses one of the tracks: fewer are sent until it is known which.
 */
async function afterRefusal(db: Db, plan: MadePlan, refused: Carried & { error: unknown }) {
  const { error, write, view, job, now } = refused;
  if (!(error instanceof ProviderError && error.kind === "invalid")) throw error;
  const { id, userId, connectionId, playlistId, removedByHand } = plan;
  if (!view.isRead) return null;
  if (write.kind !== "add" && write.kind !== "replace") throw error;

  const [uri] = write.uris;
  const isFound = write.uris.length === 1 && uri !== undefined;
  if (isFound && !view.wasAsked) return null;
  const target = isFound ? withoutNew(view, uri) : view.target;
  const { uris: targetUris, owners: targetOwners } = storedRows(target);
  await db.transaction(async (tx) => {
    await appendState(tx, {
      userId,
      connectionId,
      playlistId,
      removedByHand,
      planId: id,
      reason: "observed",
      snapshotId: view.snapshotId,
      ...storedRows(view.rows),
      createdAt: now,
    });
    await updatePlan(tx, {
      planId: id,
      userId,
      targetUris,
      targetOwners,
      mostPerWrite: isFound ? MOST_PER_WRITE : Math.ceil(write.uris.length / 2),
      refusedUris: isFound ? [...plan.refusedUris, uri] : plan.refusedUris,
    });
    if (!isFound) return;
    const message = "Spotify refused a track; it is left out.";
    await tellJob(tx, { ...job, level: "warning", message, details: { uri } });
  });
  return null;
}

/** The target without the copies of a track that are not there yet. */
function withoutNew({ rows, target }: View, uri: string): Row[] {
  let held = rows.filter((row) => row.uri === uri).length;
  return target.filter((row) => {
    if (row.uri !== uri) return true;
    held -= 1;
    return held >= 0;
  });
}
