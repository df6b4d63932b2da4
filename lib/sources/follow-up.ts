import {
  enrichmentRequested,
  factsOutdated,
  jobCancelled,
  sourceRequested,
} from "@/inngest/events";

type FollowUp = {
  userId: string;
  fetches?: readonly string[];
  enrichments?: readonly string[];
  /** Sources that were removed: what works on them ends. */
  removed?: readonly string[];
};

/** What is to be announced for sources once the answer is on its way. */
export const sourceEvents = ({
  userId,
  fetches = [],
  enrichments = [],
  removed = [],
}: FollowUp) => [
  ...fetches.map((sourceId) => sourceRequested.create({ sourceId, userId })),
  ...enrichments.map((sourceId) => enrichmentRequested.create({ sourceId, userId })),
  ...removed.flatMap((subjectId) => [
    jobCancelled.create({ kind: "source", subjectId }),
    jobCancelled.create({ kind: "enrichment", subjectId }),
    factsOutdated.create({ userId }),
  ]),
];
