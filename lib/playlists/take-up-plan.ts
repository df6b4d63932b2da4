import "server-only";
import type { Db } from "@/db/handle";
import { lockJob, reopenJob } from "@/db/queries/jobs-control";
import { findJobOf } from "@/db/queries/jobs-list";
import type { OwnPlan } from "@/db/queries/playlists-plans";
import { resumePlan } from "./halt-plan";

/** Lets a plan go on that gave up by itself. False when a person stopped it, or nobody knows any more. */
export async function takeUpPlan(db: Db, plan: OwnPlan): Promise<boolean> {
  const viewer = { id: plan.userId, role: "member" as const };
  const newest = await findJobOf(db, { kind: "playlist", subjectId: plan.planId, viewer });
  const job = newest && (await lockJob(db, { jobId: newest.id, viewer }));
  if (job?.status !== "failed" || !job.retriable) return false;
  await reopenJob(db, { jobId: job.id, message: "Taken up again by its rule set." });
  await resumePlan(db, plan);
  return true;
}
