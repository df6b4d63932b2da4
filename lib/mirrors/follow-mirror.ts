import "server-only";
import type { Db } from "@/db/handle";
import { advanceJob, finishJob, type HeldJob } from "@/db/queries/jobs";
import {
  type FollowedMirror,
  findMirror,
  findNewestVersion,
  settleMirror,
  updateMirror,
} from "@/db/queries/mirrors-sync";
import { jobIsOver, reportProgress } from "@/lib/jobs/report-progress";
import {
  addPlaylistItems,
  removePlaylistItems,
  replacePlaylistItems,
} from "@/lib/spotify/playlist-items";
import { changePlaylist } from "@/lib/spotify/playlists";
import { ProviderError } from "@/lib/traffic/provider-error";
import { IN_STEP, isBehind, jobOf } from "./begin-mirror";
import { makePlaylist } from "./make-playlist";
import { type Observed, observePlaylist, readPlaces } from "./observe-playlist";
import { afterWrite, beforeWrite, forgetGone } from "./ownership";
import { applyWrite, type Plan, planMirror, type Write } from "./plan-mirror";
import { ownerOf, recordMirror } from "./record-mirror";
import { withToken } from "./with-token";

type Owned = { mirrorId: string; userId: string; runId: string };
type Followed = { more: boolean };

/**
 * Brings a playlist one write nearer to its list, and says whether there is more to do. Every call
 * finds out for itself where things stand, so it may be cut off anywhere and repeated.
 */
export async function followMirror(
  db: Db,
  { mirrorId, userId, runId, now }: Owned & { now: Date },
): Promise<Followed> {
  const mirror = await findMirror(db, { mirrorId, userId });
  if (!mirror || !isBehind(mirror)) return { more: false };
  const job = jobOf(mirror, runId);
  await db.transaction(async (tx) => {
    await reportProgress(tx, job);
    await updateMirror(tx, { mirrorId, userId, status: "syncing", waitingUntil: null });
  });

  try {
    return await withToken(db, userId, (token) => advance(db, mirror, { token, job, now }));
  } catch (error) {
    if (error instanceof ProviderError && error.kind === "not_found" && mirror.playlistId) {
      return markRemoved(db, mirror, job);
    }
    throw error;
  }
}

type Means = { token: string; job: HeldJob; now: Date };

async function advance(db: Db, mirror: FollowedMirror, means: Means): Promise<Followed> {
  const { playlistId, name } = mirror;
  if (!playlistId) {
    await makePlaylist(db, mirror, means);
    return { more: true };
  }
  if (mirror.mirroredName !== name) {
    await changePlaylist({ token: means.token, playlistId, name });
    await updateMirror(db, { ...ownerOf(mirror), mirroredName: name });
    return { more: true };
  }

  const last = await findNewestVersion(db, ownerOf(mirror));
  const observed = await observePlaylist({ ...means, playlistId, last });
  if (!observed) return markRemoved(db, mirror, means.job);
  const desired = [...new Set(mirror.desiredUris)];
  const plan = planMirror({ base: observed.ownership.own, actual: observed.places, desired });
  const [write] = plan.writes;
  if (!write) return settle(db, mirror, { ...means, observed, plan, desired });
  await carryOut(db, mirror, { ...means, playlistId, observed, plan, write }).catch((error) =>
    passWhenStale(error, observed, means),
  );
  return { more: true };
}

/** A write that did not fit what was believed is no failure: the next turn reads the playlist. */
function passWhenStale(error: unknown, { seenAt }: Observed, { now }: Means) {
  const unfit = error instanceof ProviderError && error.kind === "invalid";
  if (!unfit || seenAt === now) throw error;
}

type Carried = Means & { playlistId: string; observed: Observed; plan: Plan; write: Write };

async function carryOut(db: Db, mirror: FollowedMirror, carried: Carried) {
  const { playlistId, token, job, now, observed, plan, write } = carried;
  const version = mirror.desiredVersion;
  const pending = beforeWrite(observed.ownership, write, plan.removedByHand);
  const left = plan.writes.reduce((sum, { uris }) => sum + uris.length, 0);
  await db.transaction(async (tx) => {
    await reportProgress(tx, { ...job, left, phase: "Writing to Spotify" });
    await recordMirror(tx, mirror, {
      reason: "before_write",
      version,
      places: observed.places,
      snapshotId: observed.snapshotId,
      ...pending,
      now,
    });
  });

  const { snapshotId } = await send(write, { playlistId, token });
  // removals cannot go astray; of additions the last one is read back
  const readBack = plan.writes.length === 1 && write.kind !== "remove";
  const places = readBack
    ? await readPlaces(playlistId, token)
    : applyWrite(observed.places, write);
  const { own } = afterWrite(pending, write);
  await db.transaction(async (tx) => {
    await recordMirror(tx, mirror, {
      reason: "after_write",
      version,
      places,
      own,
      snapshotId,
      now,
    });
    await updateMirror(tx, { ...ownerOf(mirror), snapshotId });
    await advanceJob(tx, { ...job, more: write.uris.length, line: lineOf(write) });
  });
}

const deeds = { add: "Added", remove: "Removed", replace: "Replaced the list by" };

const lineOf = ({ kind, uris }: Write) => ({
  message: `${deeds[kind]} ${uris.length} ${uris.length === 1 ? "track" : "tracks"}.`,
});

function send(write: Write, playlist: { playlistId: string; token: string }) {
  const { uris } = write;
  if (write.kind === "remove") return removePlaylistItems({ ...playlist, uris });
  if (write.kind === "replace") return replacePlaylistItems({ ...playlist, uris });
  return addPlaylistItems({ ...playlist, uris, position: write.position });
}

type Settled = Means & { observed: Observed; plan: Plan; desired: string[] };

async function settle(db: Db, mirror: FollowedMirror, settled: Settled): Promise<Followed> {
  const { observed, plan, desired, job, now } = settled;
  const { places, snapshotId, ownership, seenAt } = observed;
  const { own } = forgetGone(ownership, places, desired);
  const news = seenAt === now || own.length < ownership.own.length;
  const version = mirror.desiredVersion;
  const owner = ownerOf(mirror);
  return db.transaction(async (tx) => {
    if (news) {
      const known = { version, places, own, snapshotId, now: seenAt };
      await recordMirror(tx, mirror, { reason: "observed", ...known });
      await updateMirror(tx, { ...owner, snapshotId });
    }
    const handMadeChanges = plan.addedByHand + plan.removedByHand.length;
    const { behind } = await settleMirror(tx, { ...owner, version, handMadeChanges, now });
    if (behind) await reportProgress(tx, job);
    else if (!(await finishJob(tx, { ...job, status: "done", message: IN_STEP })))
      throw jobIsOver();
    return { more: behind };
  });
}

async function markRemoved(db: Db, mirror: FollowedMirror, job: HeldJob): Promise<Followed> {
  const problem = "The playlist was removed in Spotify.";
  await db.transaction(async (tx) => {
    await finishJob(tx, { ...job, status: "failed", message: problem });
    await updateMirror(tx, { ...ownerOf(mirror), status: "removed", problem, waitingUntil: null });
  });
  return { more: false };
}
