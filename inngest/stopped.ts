import type { JobKind } from "@/lib/jobs/status";

/** When `job/cancelled` ends a run: it names the run's kind of job and its subject. */
export const stopped = (
  kind: JobKind,
  subject: "collectionId" | "importId" | "mirrorId" | "planId" | "sourceId" | "syncId" | "userId",
) => `async.data.kind == "${kind}" && async.data.subjectId == event.data.${subject}`;
