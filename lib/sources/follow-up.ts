import { enrichmentRequested, sourceRequested } from "@/inngest/events";

type FollowUp = { userId: string; fetches?: readonly string[]; enrichments?: readonly string[] };

/** What is to be announced for sources once the answer is on its way. */
export const sourceEvents = ({ userId, fetches = [], enrichments = [] }: FollowUp) => [
  ...fetches.map((sourceId) => sourceRequested.create({ sourceId, userId })),
  ...enrichments.map((sourceId) => enrichmentRequested.create({ sourceId, userId })),
];
