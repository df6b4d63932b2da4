import "server-only";
import type { Db } from "@/db/handle";
import { finishJob, type HeldJob, waitJob } from "@/db/queries/jobs";
import {
  findApplyingPlan,
  findUnfinishedPlan,
  lockPlan,
  lockPlaylist,
  type OwnPlan,
  type StoredPlan,
  updatePlan,
} from "@/db/queries/playlists-plans";
import { wasWritten } from "@/db/queries/playlists-states";
import { findFollowed } from "@/db/queries/rule-sets-targets";
import { AppError } from "@/lib/errors";
import { waitWords } from "@/lib/jobs/wait-words";
import type { WaitUntilError } from "@/lib/traffic/provider-error";
import type { PlaylistPlanKind } from "./plan-status";

type Held = OwnPlan & { runId: string };

export const jobOf = ({ planId, runId }: Pick<Held, "planId" | "runId">): HeldJob => ({
  kind: "playlist",
  subjectId: planId,
  runId,
});

/** The plan and its job wait for Spotify, unless the job is no longer this run's. */
export async function waitPlan(db: Db, { wait, runId, ...plan }: Held & { wait: WaitUntilError }) {
  const { until } = wait;
  const job = jobOf({ ...plan, runId });
  await db.transaction(async (tx) => {
    if (!(await waitJob(tx, { ...job, until, message: waitWords(wait) }))) return;
    await updatePlan(tx, { ...plan, waitingUntil: until });
  });
}

/** Its run gave up; a person may let it go on. */
export async function failPlan(db: Db, { problem, runId, ...plan }: Held & { problem: string }) {
  const job = jobOf({ ...plan, runId });
  await db.transaction(async (tx) => {
    if (!(await finishJob(tx, { ...job, status: "failed", message: problem }))) return;
    await updatePlan(tx, { ...plan, status: "failed", problem, waitingUntil: null });
  });
}

/** The playlist stays as far as the plan came. */
export async function stopPlan(db: Db, plan: OwnPlan) {
  const stored = await lockPlan(db, plan);
  if (stored?.status !== "applying") return;
  const problem = "Stopped by hand.";
  await updatePlan(db, { ...plan, status: "failed", problem, waitingUntil: null });
}

/** Lets the next run go on to what the plan showed. */
export async function resumePlan(db: Db, plan: OwnPlan) {
  const stored = await lockPlan(db, plan);
  if (!stored) throw new AppError("NOT_FOUND", "There is no such plan.");
  if (stored.status !== "failed" && stored.status !== "applying") {
    throw new AppError("CONFLICT", "That plan cannot go on. Make a new preview.");
  }
  await holdPlaylist(db, stored);
  await updatePlan(db, { ...plan, status: "applying", problem: null, waitingUntil: null });
}

/** One change at a time: two would undo each other's writes. */
export async function refuseSecond(
  db: Db,
  { id, userId, playlistId }: { id?: string; userId: string; playlistId: string | null },
) {
  const other = playlistId === null ? null : await findApplyingPlan(db, { userId, playlistId });
  if (other && other.id !== id) {
    throw new AppError("CONFLICT", "Another change of this playlist is being made. Wait for it.");
  }
}

/**
 * Half a change is nobody's wish, and a plan that begins with it would take for good what the change
 * had yet to put back. Its undo leads out of it, and so does an earlier list.
 */
export async function refuseUnfinished(
  db: Db,
  wish: { userId: string; playlistId: string; kind: PlaylistPlanKind; undoOf?: string },
) {
  if (wish.kind === "restore") return;
  const unfinished = await findUnfinishedPlan(db, wish);
  if (!unfinished || unfinished.id === wish.undoOf) return;
  const message = "The last change of this playlist was not finished.";
  throw new AppError(
    "CONFLICT",
    `${message} Try it again, undo it, or bring back an earlier list first.`,
  );
}

/** Two rule sets would each take out what the other one put in. */
export async function refuseTaken(
  db: Db,
  { ruleSetId, ...playlist }: { userId: string; playlistId: string; ruleSetId: string },
) {
  const followed = await findFollowed(db, playlist);
  if (!followed || followed.ruleSetId === ruleSetId) return;
  const message = `The playlist follows the rule set “${followed.name}”.`;
  throw new AppError("CONFLICT", `${message} Stop that there first, or choose another playlist.`);
}

/** Of two plans for a playlist that are begun in the same moment the second is refused. */
export async function holdPlaylist(db: Db, plan: StoredPlan) {
  const { userId, playlistId } = plan;
  if (playlistId !== null) await lockPlaylist(db, { userId, playlistId });
  await refuseSecond(db, plan);
  await refuseOutdated(db, plan);
}

/** A plan knows nothing of what others wrote after it was made, and would undo it. */
async function refuseOutdated(db: Db, plan: StoredPlan) {
  const { userId, playlistId } = plan;
  if (playlistId !== null && (await wasWritten(db, { userId, playlistId, byOthersThan: plan }))) {
    throw new AppError("CONFLICT", "The playlist was changed by another plan. Make a new preview.");
  }
}
