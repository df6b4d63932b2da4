import "server-only";
import type { Db } from "@/db/handle";
import { beginJob, finishJob, type HeldJob, openJob } from "@/db/queries/jobs";
import { continueJob } from "@/db/queries/jobs-control";
import { type FollowedMirror, findMirror } from "@/db/queries/mirrors-sync";

/** Syncs that follow each other are one job: a DJ who sorts a week makes a hundred of them. */
const ONE_JOB_MINUTES = 60;

export const IN_STEP = "In step with Spotify.";

export const jobOf = ({ id }: Pick<FollowedMirror, "id">, runId: string): HeldJob => ({
  kind: "mirror",
  subjectId: id,
  runId,
});

/** There is something to bring to Spotify, and nobody has said not to. */
export function isBehind(mirror: FollowedMirror): boolean {
  const { desiredVersion, mirroredVersion, name, mirroredName, status } = mirror;
  if (status === "removed" || status === "stopped") return false;
  return desiredVersion !== mirroredVersion || name !== mirroredName;
}

/** A run takes up a mirror; false when there is nothing to do. */
export async function beginMirror(
  db: Db,
  { mirrorId, userId, runId }: { mirrorId: string; userId: string; runId: string },
): Promise<boolean> {
  const phase = "Reading the playlist";
  return db.transaction(async (tx) => {
    const mirror = await findMirror(tx, { mirrorId, userId });
    if (!mirror) return false;
    const job = jobOf(mirror, runId);
    if (!isBehind(mirror)) {
      await beginJob(tx, { ...job, phase });
      await finishJob(tx, { ...job, status: "done", message: IN_STEP });
      return false;
    }
    const { kind, subjectId } = job;
    await continueJob(tx, { kind, subjectId, minutes: ONE_JOB_MINUTES });
    await openJob(tx, { kind, subjectId, title: mirror.name, userId });
    await beginJob(tx, { ...job, phase });
    return true;
  });
}
