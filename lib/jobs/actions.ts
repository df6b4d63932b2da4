"use server";

import { after } from "next/server";
import { db } from "@/db/client";
import type { LockedJob } from "@/db/queries/jobs-control";
import { announce } from "@/inngest/client";
import {
  classificationRequested,
  collectionRequested,
  enrichmentRequested,
  factsOutdated,
  librarySyncRequested,
  matchingRequested,
  mirrorChanged,
  playlistPlanApproved,
  playsImportRequested,
  recountRequested,
  sourceRequested,
  stylesRefreshRequested,
} from "@/inngest/events";
import { userAction } from "@/lib/action";
import { cancelJob } from "./cancel-job";
import { stopEvents } from "./follow-up";
import { retryJob } from "./retry-job";
import { jobInput } from "./schema";

function wish({ kind, subjectId, userId }: LockedJob) {
  switch (kind) {
    case "classification":
      return classificationRequested.create({ userId: subjectId });
    case "collection":
      return collectionRequested.create({ collectionId: subjectId });
    case "enrichment":
      return enrichmentRequested.create({ sourceId: subjectId, userId: userId ?? "" });
    case "facts":
      return factsOutdated.create({ userId: subjectId });
    case "import":
      return playsImportRequested.create({ importId: subjectId, userId: userId ?? "" });
    case "matching":
      return matchingRequested.create({ collectionId: subjectId });
    case "mirror":
      return mirrorChanged.create({ mirrorId: subjectId, userId: userId ?? "" });
    case "recount":
      return recountRequested.create({ userId: subjectId });
    case "playlist":
      return playlistPlanApproved.create({ planId: subjectId, userId: userId ?? "" });
    case "source":
      return sourceRequested.create({ sourceId: subjectId, userId: userId ?? "" });
    case "sync":
      return librarySyncRequested.create({ syncId: subjectId, userId: userId ?? "" });
    case "styles":
      return stylesRefreshRequested.create({});
  }
}

export const cancelJobAction = userAction(jobInput, async ({ user, input }) => {
  const job = await cancelJob(db, { ...input, viewer: user });
  if (job) after(() => announce(stopEvents(job)));
  return { stopped: job !== null };
});

export const retryJobAction = userAction(jobInput, async ({ user, input }) => {
  const retried = await retryJob(db, { ...input, viewer: user });
  if (!retried) return { again: false };
  const { job, wasOpen } = retried;
  // the run that stands still ends before the new one begins
  const events = wasOpen ? [...stopEvents(job), wish(job)] : [wish(job)];
  after(async () => {
    for (const event of events) await announce(event);
  });
  return { again: true };
});
