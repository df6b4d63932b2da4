import "server-only";
import type { Db } from "@/db/handle";
import { beginJob } from "@/db/queries/jobs";
import { findPlan, type OwnPlan, updatePlan } from "@/db/queries/playlists-plans";
import { jobOf } from "./halt-plan";

/** A run takes up a plan; false when it is not one to carry out. */
export function beginPlan(db: Db, { runId, ...plan }: OwnPlan & { runId: string }) {
  return db.transaction(async (tx) => {
    const stored = await findPlan(tx, plan);
    if (stored?.status !== "applying") return false;
    await beginJob(tx, { ...jobOf({ ...plan, runId }), phase: "Reading the playlist" });
    await updatePlan(tx, { ...plan, waitingUntil: null });
    return true;
  });
}
