import { db } from "@/db/client";
import { type HeldJob, tellJob, waitJob } from "@/db/queries/jobs";
import { waitWords } from "@/lib/jobs/wait-words";
import type { WaitUntilError } from "@/lib/traffic/provider-error";

/** Tells a run's job of its waits and of what came between. */
export const reportsTo = (job: HeldJob) => ({
  onWait: (wait: WaitUntilError) =>
    waitJob(db, { ...job, until: wait.until, message: waitWords(wait) }),
  onProblem: (message: string) => tellJob(db, { ...job, level: "warning", message }),
});
