"use client";

import { LocalTime } from "@/components/ui/local-time";
import { TimeAgo } from "@/components/ui/time-ago";
import type { JobView } from "@/lib/jobs/job-view";

/** What a job does, waits for or came to, as a sentence. */
export function JobState({ job }: { job: JobView }) {
  const told = job.message ?? job.phase;
  if (job.standsStill) {
    return (
      <>
        Last heard of <TimeAgo iso={job.updatedAt} />
      </>
    );
  }
  switch (job.status) {
    case "queued":
      return "Waits for its turn";
    case "waiting":
      return (
        <>
          {told ?? "Asked to wait"}
          {job.waitingUntil && (
            <>
              {" Waits until "}
              <LocalTime iso={job.waitingUntil} show="clock" />
            </>
          )}
        </>
      );
    case "running":
      return told ?? "Running";
    case "done":
      return told ?? "Done";
    case "partial":
      return told ?? "Done, with gaps";
    case "failed":
      return told ?? "Failed";
    case "cancelled":
      return told ?? "Stopped";
  }
}
