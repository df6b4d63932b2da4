import type { LockedJob } from "@/db/queries/jobs-control";
import { factsOutdated, jobCancelled } from "@/inngest/events";

/** What is to be announced once a job was stopped: its run ends, and rules hear of what it stored. */
export const stopEvents = ({ kind, subjectId, userId }: LockedJob) => [
  jobCancelled.create({ kind, subjectId }),
  ...(kind === "enrichment" && userId ? [factsOutdated.create({ userId })] : []),
];
