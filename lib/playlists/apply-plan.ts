import "server-only";
import type { Db } from "@/db/handle";
import { finishJob, type HeldJob } from "@/db/queries/jobs";
import { findPlan, type StoredPlan, updatePlan } from "@/db/queries/playlists-plans";
import { withToken } from "@/lib/connections/with-token";
import { jobIsOver, reportProgress } from "@/lib/jobs/report-progress";
import { ProviderError } from "@/lib/traffic/provider-error";
import { jobOf } from "./halt-plan";
import { makePlannedPlaylist } from "./make-playlist";
import { type Means, SETTLE_S, type Turn } from "./plan-turn";
import { takeTurn } from "./take-turn";

const IN_PLACE = "The playlist holds what the preview showed.";
const REMOVED = "The playlist was removed in Spotify.";
const CHANGED = "The playlist was changed in Spotify since the preview. Look at a new one.";

/** Takes one turn of a plan that was agreed to; it may be cut off anywhere and repeated. */
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

async function advance(db: Db, plan: StoredPlan, means: Means): Promise<Turn> {
  const { playlistId } = plan;
  const { job, now } = means;
  if (!playlistId) {
    await makePlannedPlaylist(db, plan, means);
    return { more: true };
  }
  const outcome = await takeTurn(db, { ...plan, playlistId }, means);
  switch (outcome) {
    case "goes on":
      return { more: true };
    case "waits":
      return { more: true, pauseSeconds: SETTLE_S };
    case "in place":
      return settle(db, plan, job, now);
    case "removed":
      return giveUp(db, plan, job, { status: "failed", problem: REMOVED });
    case "changed":
      return giveUp(db, plan, job, { status: "stale", problem: CHANGED });
  }
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
