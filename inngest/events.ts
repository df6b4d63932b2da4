import { eventType } from "inngest";
import { z } from "zod";
import { jobKinds } from "@/lib/jobs/status";

/** Somebody wants a style-week, or the calendar says it is time. */
export const collectionRequested = eventType("collection/requested", {
  schema: z.object({ collectionId: z.uuid() }),
});

/** A style-week is in the catalogue, complete or as far as it came. */
export const collectionFinished = eventType("collection/finished", {
  schema: z.object({ collectionId: z.uuid() }),
});

/** A style-week has tracks that are to be looked for on Spotify. */
export const matchingRequested = eventType("matching/requested", {
  schema: z.object({ collectionId: z.uuid() }),
});

/** Matches of a style-week were settled; boards and mirrors may have changed. */
export const matchingSettled = eventType("matching/settled", {
  schema: z.object({ collectionId: z.uuid(), trackIds: z.array(z.uuid()).max(500) }),
});

/** The list behind a mirror is newer than the playlist. */
export const mirrorChanged = eventType("mirror/changed", {
  schema: z.object({ mirrorId: z.uuid(), userId: z.uuid() }),
});

/** A person agreed to a change of a playlist, or wants it to go on. */
export const playlistPlanApproved = eventType("playlist/plan.approved", {
  schema: z.object({ planId: z.uuid(), userId: z.uuid() }),
});

/** The playlist of a rule set is to be made anew: its time has come. */
export const ruleSetDue = eventType("rules/rule-set.due", {
  schema: z.object({ ruleSetId: z.uuid(), userId: z.uuid() }),
});

/** A library is to be read: its user connected it or asked for it, or it is time again. */
export const librarySyncRequested = eventType("library/sync.requested", {
  schema: z.object({ syncId: z.uuid(), userId: z.uuid() }),
});

/** What was heard lately is to be asked for before it is forgotten. */
export const playsDue = eventType("library/plays.due", {
  schema: z.object({ connectionId: z.uuid(), userId: z.uuid() }),
});

/** The files of an export of plays are there to be read. */
export const playsImportRequested = eventType("history/import.requested", {
  schema: z.object({ importId: z.uuid(), userId: z.uuid() }),
});

/** A person wants to be counted in the days of another time zone. */
export const recountRequested = eventType("history/recount.requested", {
  schema: z.object({ userId: z.uuid() }),
});

/** Something that rules ask about has changed: a library, a decision, what a source says. */
export const factsOutdated = eventType("facts/outdated", {
  schema: z.object({ userId: z.uuid() }),
});

/** A person wants the labels of their recordings worked out again. */
export const classificationRequested = eventType("classification/requested", {
  schema: z.object({ userId: z.uuid() }),
});

/** The tracks of a source are wanted. */
export const sourceRequested = eventType("source/requested", {
  schema: z.object({ sourceId: z.uuid(), userId: z.uuid() }),
});

/** A source shows other tracks than before. */
export const sourceFetched = eventType("source/fetched", {
  schema: z.object({ sourceId: z.uuid(), userId: z.uuid() }),
});

/** A person wants to know more of the recordings of a source, or it is time to ask again. */
export const enrichmentRequested = eventType("enrichment/requested", {
  schema: z.object({ sourceId: z.uuid(), userId: z.uuid() }),
});

/** A connection was given up; what it brought is to be erased. */
export const connectionDisconnected = eventType("connection/disconnected", {
  schema: z.object({ userId: z.uuid() }),
});

/** Somebody wants Beatport's genres read again, outside their daily hour. */
export const stylesRefreshRequested = eventType("styles/refresh.requested", {
  schema: z.object({}),
});

/** A person stopped a job; the run that works on it ends. */
export const jobCancelled = eventType("job/cancelled", {
  schema: z.object({ kind: z.enum(jobKinds), subjectId: z.uuid() }),
});
