import "server-only";
import type { Db } from "@/db/handle";
import { finishJob, type HeldJob, waitJob } from "@/db/queries/jobs";
import { findMirror, forgetRefusals, updateMirror } from "@/db/queries/mirrors-sync";
import { AppError } from "@/lib/errors";
import { waitWords } from "@/lib/jobs/wait-words";
import type { WaitUntilError } from "@/lib/traffic/provider-error";

type Owned = { mirrorId: string; userId: string };
type Held = Owned & { runId: string };

const jobOf = ({ mirrorId, runId }: Held): HeldJob => ({
  kind: "mirror",
  subjectId: mirrorId,
  runId,
});

/** The mirror and its job wait for Spotify, unless the job is no longer this run's. */
export async function waitMirror(db: Db, { wait, ...held }: Held & { wait: WaitUntilError }) {
  const { mirrorId, userId } = held;
  const { until } = wait;
  await db.transaction(async (tx) => {
    if (!(await waitJob(tx, { ...jobOf(held), until, message: waitWords(wait) }))) return;
    await updateMirror(tx, { mirrorId, userId, status: "waiting", waitingUntil: until });
  });
}

/** Its run gave up; the sweep takes it up later, or a person does. */
export async function failMirror(db: Db, { problem, ...held }: Held & { problem: string }) {
  const { mirrorId, userId } = held;
  await db.transaction(async (tx) => {
    if (!(await finishJob(tx, { ...jobOf(held), status: "failed", message: problem }))) return;
    await updateMirror(tx, { mirrorId, userId, status: "failed", problem });
  });
}

/** It stays behind until its list changes or somebody takes it up again. */
export const stopMirror = (db: Db, mirror: Owned) =>
  updateMirror(db, { ...mirror, status: "stopped", waitingUntil: null });

/** Lets the next run take it up, whatever held it before. */
export async function resumeMirror(db: Db, owned: Owned) {
  const mirror = await findMirror(db, owned);
  if (!mirror) throw new AppError("NOT_FOUND", "That playlist is not one of yours.");
  if (mirror.status === "removed") {
    throw new AppError("CONFLICT", "The playlist was removed in Spotify. Make it again first.");
  }
  await forgetRefusals(db, owned);
  await updateMirror(db, { ...owned, status: "pending", problem: null, waitingUntil: null });
}
