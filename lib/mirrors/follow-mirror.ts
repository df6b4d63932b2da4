import "server-only";
import type { Db } from "@/db/handle";
import { finishJob, type HeldJob } from "@/db/queries/jobs";
import {
  deleteMirrorPlan,
  type FollowedMirror,
  findMirror,
  findMirrorPlan,
  settleMirror,
  updateMirror,
} from "@/db/queries/mirrors-sync";
import { insertPlan } from "@/db/queries/playlists-plans";
import { appendState } from "@/db/queries/playlists-states";
import { connectionOf } from "@/lib/connections/connection-of";
import { withToken } from "@/lib/connections/with-token";
import { jobIsOver, reportProgress } from "@/lib/jobs/report-progress";
import { readKnown } from "@/lib/playlists/known-playlist";
import { makePlaylist, recordEmpty } from "@/lib/playlists/make-playlist";
import { observeRows } from "@/lib/playlists/observe-rows";
import { type Means, SETTLE_S, type Turn } from "@/lib/playlists/plan-turn";
import { storedRows, storedSides } from "@/lib/playlists/row";
import { summarizePlan } from "@/lib/playlists/summarize-plan";
import { bringNearer, isYoung, takeTurn } from "@/lib/playlists/take-turn";
import { changePlaylist } from "@/lib/spotify/playlists";
import { ProviderError } from "@/lib/traffic/provider-error";
import { IN_STEP, isBehind, jobOf } from "./begin-mirror";
import { planMirror } from "./plan-mirror";

const SOME_REFUSED =
  "In step, but for tracks that Spotify refused. Tried again, they are asked of it again.";

const TOO_LONG =
  "In step as far as a playlist can be: Spotify has room for 10,000 tracks, and the list has more.";

type Run = { mirrorId: string; userId: string; runId: string; now: Date };

/**
 * Brings a playlist one write nearer to its list, and says whether there is more to do. Every call
 * finds out for itself where things stand, so it may be cut off anywhere and repeated.
 */
export async function followMirror(db: Db, { mirrorId, userId, runId, now }: Run): Promise<Turn> {
  const mirror = await findMirror(db, { mirrorId, userId });
  if (!mirror || !isBehind(mirror)) return { more: false };
  const job = jobOf(mirror, runId);
  await db.transaction(async (tx) => {
    await reportProgress(tx, job);
    await updateMirror(tx, { mirrorId, userId, status: "syncing", waitingUntil: null });
  });
  return withToken(db, userId, (token) => advance(db, mirror, { token, job, now })).catch(
    (error) => {
      if (error instanceof ProviderError && error.kind === "not_found" && mirror.playlistId) {
        return markRemoved(db, mirror, job);
      }
      throw error;
    },
  );
}

const ownerOf = ({ id, userId }: FollowedMirror) => ({ mirrorId: id, userId });

async function advance(db: Db, mirror: FollowedMirror, means: Means): Promise<Turn> {
  const { playlistId, name } = mirror;
  const owner = ownerOf(mirror);
  if (!playlistId) {
    await makeMirror(db, mirror, means);
    return { more: true };
  }
  if (mirror.mirroredName !== name) {
    await changePlaylist({ token: means.token, playlistId, name });
    await updateMirror(db, { ...owner, mirroredName: name });
    return { more: true };
  }
  const made = { ...mirror, playlistId };
  const plan = await findMirrorPlan(db, owner);
  if (!plan) return begin(db, made, means);

  const outcome = await takeTurn(db, { ...plan, playlistId }, means);
  switch (outcome) {
    case "goes on":
      return { more: true };
    case "waits":
      return { more: true, pauseSeconds: SETTLE_S };
    case "removed":
      return markRemoved(db, mirror, means.job);
    case "in place":
    case "changed": {
      const refusedUris = [...mirror.refusedUris, ...plan.refusedUris];
      await db.transaction(async (tx) => {
        await updateMirror(tx, { ...owner, refusedUris });
        await deleteMirrorPlan(tx, owner);
      });
      return begin(db, { ...made, refusedUris }, means);
    }
  }
}

/** Gives a mirror its playlist. */
async function makeMirror(db: Db, mirror: FollowedMirror, { token, job, now }: Means) {
  const { id, userId, name, creationStartedAt } = mirror;
  const connectionId = await connectionOf(db, userId);
  const owner = ownerOf(mirror);
  const { playlist, isNew } = await makePlaylist({
    token,
    name,
    words: "Kept in step by Clouder.",
    id,
    askedAt: creationStartedAt,
    now,
    begin: () => updateMirror(db, { ...owner, creationStartedAt: now }),
  });
  await db.transaction(async (tx) => {
    await reportProgress(tx, job);
    await updateMirror(tx, {
      ...owner,
      spotifyPlaylistId: playlist.id,
      spotifyUrl: playlist.url,
      mirroredName: playlist.name,
    });
    if (isNew) await recordEmpty(tx, { userId, connectionId, playlist, now });
  });
}

type MadeMirror = FollowedMirror & { playlistId: string };

/** Compares the playlist with the list as it is now: in step, or the first write of a new plan is made. */
async function begin(db: Db, mirror: MadeMirror, means: Means): Promise<Turn> {
  const { userId, playlistId, name } = mirror;
  const { token, now } = means;
  const connectionId = await connectionOf(db, userId);
  const known = await readKnown(db, { userId, playlistId, now });
  const sight = await lookBeforeRemoving(mirror, { playlistId, token, known, now });
  if (sight === "too early") return { more: true, pauseSeconds: SETTLE_S };
  if (!sight) return markRemoved(db, mirror, means.job);

  const { rows, snapshotId, isFresh, removedByHand } = sight.observed;
  const { target, leftOut, handMadeChanges, beyond, ...plan } = sight.planned;
  const isNews = isFresh || known?.from === "writes" || leftOut.length < removedByHand.length;
  const keep = async (tx: Db) => {
    if (!isNews) return;
    await appendState(tx, {
      ...{ userId, connectionId, playlistId, snapshotId, removedByHand: leftOut },
      ...storedRows(rows),
      reason: isFresh ? "observed" : "worked_out",
      createdAt: isFresh ? now : (known?.at ?? now),
    });
  };
  if (plan.writes.length === 0) {
    return settle(db, mirror, { ...means, handMadeChanges, beyond, keep });
  }
  const made = await db.transaction(async (tx) => {
    await keep(tx);
    return insertPlan(tx, {
      ...{ userId, connectionId, playlistId, name, mirrorId: mirror.id },
      ...summarizePlan(rows, target, { plan }),
      ...storedSides(rows, target),
      takenOut: plan.takenOut,
      kind: "mirror",
      status: "applying",
      baseSnapshotId: snapshotId,
      removedByHand: leftOut,
      startedAt: now,
      createdAt: now,
    });
  });
  const view = {
    rows,
    target,
    snapshotId,
    isRead: isFresh,
    isSure: true,
    wasAsked: sight.observed.wasAsked,
  };
  await bringNearer(db, { ...made, playlistId }, { ...means, known, view });
  return { more: true };
}

type Look = Parameters<typeof observeRows>[0];

/** What a playlist holds and what it lacks. Nothing is taken out of one that may hold what nobody knows of. */
async function lookBeforeRemoving(mirror: FollowedMirror, look: Look) {
  const observed = await observeRows(look);
  const planned = observed && planMirror(mirror, observed);
  if (!planned) return null;
  const removes = planned.writes.some(({ kind }) => kind === "remove");
  if (observed.isProven || !removes) return { observed, planned };
  // what was just taken out may still be shown, and would be taken for a person's
  if (look.known?.from === "writes" && isYoung(look.known, look.now)) return "too early";
  const proven = await observeRows({ ...look, proves: true });
  return proven && { observed: proven, planned: planMirror(mirror, proven) };
}

type Settled = Means & { handMadeChanges: number; beyond: number; keep: (tx: Db) => Promise<void> };

function settle(db: Db, mirror: FollowedMirror, settled: Settled): Promise<Turn> {
  const { handMadeChanges, beyond, keep, job, now } = settled;
  const version = mirror.desiredVersion;
  const refusedUris = refusedOf(mirror);
  const lacks = refusedUris.length > 0 ? SOME_REFUSED : beyond > 0 ? TOO_LONG : null;
  return db.transaction(async (tx) => {
    await keep(tx);
    const { behind } = await settleMirror(tx, {
      ...ownerOf(mirror),
      version,
      handMadeChanges,
      refusedUris,
      now,
    });
    if (behind) await reportProgress(tx, job);
    else {
      const end = lacks
        ? { status: "partial" as const, message: lacks }
        : { status: "done" as const, message: IN_STEP };
      if (!(await finishJob(tx, { ...job, ...end }))) throw jobIsOver();
    }
    return { more: behind };
  });
}

/** Of what Spotify refused, what is still on the list. */
function refusedOf({ refusedUris, desiredUris }: FollowedMirror): string[] {
  const refused = new Set(refusedUris);
  return desiredUris.filter((uri) => refused.has(uri));
}

async function markRemoved(db: Db, mirror: FollowedMirror, job: HeldJob): Promise<Turn> {
  const problem = "The playlist was removed in Spotify.";
  await db.transaction(async (tx) => {
    await finishJob(tx, { ...job, status: "failed", message: problem });
    await updateMirror(tx, { ...ownerOf(mirror), status: "removed", problem, waitingUntil: null });
    await deleteMirrorPlan(tx, ownerOf(mirror));
  });
  return { more: false };
}
