import { db } from "@/db/client";
import { type HeldJob, tellJob, waitJob } from "@/db/queries/jobs";
import type { WaitUntilError } from "@/lib/traffic/provider-error";

/** Tells a run's job of its waits and of what came between. */
export const reportsTo = (job: HeldJob) => ({
  onWait: ({ until, message }: WaitUntilError) => waitJob(db, { ...job, until, message }),
  onProblem: (message: string) => tellJob(db, { ...job, level: "warning", message }),
});
