import "server-only";
import type { Db } from "@/db/handle";
import { finishJob, type HeldJob } from "@/db/queries/jobs";
import { findPlan, type StoredPlan, updatePlan } from "@/db/queries/playlists-plans";
import { listNewestStates } from "@/db/queries/playlists-states";
import { jobIsOver, reportProgress } from "@/lib/jobs/report-progress";
import { readPlaces } from "@/lib/mirrors/observe-playlist";
import { withToken } from "@/lib/mirrors/with-token";
import { ProviderError } from "@/lib/traffic/provider-error";
import { carryOutWrite } from "./carry-out-write";
import { jobOf } from "./halt-plan";
import { knownPlaylist } from "./known-playlist";
import { lookAtPlaylist, recordLook } from "./look-at-playlist";
import { makePlannedPlaylist } from "./make-planned-playlist";
import { planRows } from "./plan-rows";
import type { Means, Turn } from "./plan-turn";
import { urisOf } from "./row";

/** Spotify may show a playlist as it was before a write up to so much later. */
const SETTLE_S = 5;
const IN_PLACE = "The playlist holds what the preview showed.";

/**
 * Brings a playlist one write nearer to its plan's target. Every call finds out for itself where
 * things stand, so it may be cut off anywhere and repeated.
 */
export async function applyPlan(
  db: Db,
  { planId, userId, runId, now }: { planId: string; userId: string; runId: string; now: Date },
): Promise<Turn> {
  const plan = await findPlan(db, { planId, userId });
  if (plan?.status !== "applying") return { more: false };
  const job = jobOf({ planId, runId });
  await db.transaction(async (tx) => {
    await reportProgress(tx, job);
    await updatePlan(tx, { planId, userId, waitingUntil: null });
  });
  return withToken(db, userId, (token) => advance(db, plan, { token, job, now })).catch((error) => {
    if (error instanceof ProviderError && error.kind === "not_found" && plan.playlistId) {
      return giveUp(db, plan, job, { status: "failed", problem: REMOVED });
    }
    throw error;
  });
}

const REMOVED = "The playlist was removed in Spotify.";
const CHANGED = "The playlist was changed in Spotify since the preview. Look at a new one.";

async function advance(db: Db, plan: StoredPlan, means: Means): Promise<Turn> {
  const { playlistId, userId } = plan;
  const { job, now } = means;
  if (!playlistId) {
    await makePlannedPlaylist(db, plan, means);
    return { more: true };
  }
  const known = knownPlaylist(await listNewestStates(db, { userId, playlistId }));
  const isYoung = known !== null && now.getTime() - known.at.getTime() < SETTLE_S * 1000;
  if (known?.inDoubt && isYoung) return { more: true, pauseSeconds: SETTLE_S };

  const view = await lookAtPlaylist(db, { ...plan, playlistId }, { ...means, known });
  if (view === "removed") return giveUp(db, plan, job, { status: "failed", problem: REMOVED });
  if (view === "changed") return giveUp(db, plan, job, { status: "stale", problem: CHANGED });

  const target = urisOf(view.target);
  const { writes } = planRows(urisOf(view.rows), target, {
    most: plan.mostPerWrite,
    mayReplace: plan.replaces,
  });
  const [write] = writes;
  if (write) {
    await carryOutWrite(
      db,
      { ...plan, playlistId },
      { ...means, view, write, left: writes.length },
    );
    return { more: true };
  }
  if (view.wasRead) return settle(db, plan, job, now);

  const places = await readPlaces(playlistId, means.token);
  const isExact = places.length === target.length && places.every((uri, at) => uri === target[at]);
  if (!isExact && isYoung) return { more: true, pauseSeconds: SETTLE_S };
  await recordLook(db, { ...plan, playlistId }, { ...means, known, view, places });
  return isExact ? settle(db, plan, job, now) : { more: true };
}

async function settle(db: Db, { id, userId }: StoredPlan, job: HeldJob, now: Date): Promise<Turn> {
  return db.transaction(async (tx) => {
    const done = { status: "applied" as const, problem: null, appliedAt: now };
    await updatePlan(tx, { planId: id, userId, ...done });
    if (!(await finishJob(tx, { ...job, status: "done", message: IN_PLACE }))) throw jobIsOver();
    return { more: false };
  });
}

async function giveUp(
  db: Db,
  { id, userId }: StoredPlan,
  job: HeldJob,
  end: { status: "failed" | "stale"; problem: string },
): Promise<Turn> {
  await db.transaction(async (tx) => {
    await finishJob(tx, { ...job, status: "failed", message: end.problem });
    await updatePlan(tx, { planId: id, userId, ...end, waitingUntil: null });
  });
  return { more: false };
}
