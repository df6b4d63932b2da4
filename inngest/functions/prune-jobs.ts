import { cron } from "inngest";
import { db } from "@/db/client";
import { deleteOldJobs } from "@/db/queries/jobs-control";
import { inngest } from "@/inngest/client";

const KEPT_DAYS = 90;

/** The history of jobs, with their logs, is as long as a person may want to look back. */
export const pruneJobs = inngest.createFunction(
  { id: "prune-jobs", triggers: [cron("TZ=UTC 45 3 * * *")] },
  ({ step }) => step.run("delete-old", () => deleteOldJobs(db, { days: KEPT_DAYS })),
);
