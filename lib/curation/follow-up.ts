import { collectionRequested, factsOutdated, mirrorChanged } from "@/inngest/events";

export type FollowUp = { userId: string; mirrorIds: string[]; collectionId?: string | null };

/** What is to be asked and gathered once the answer is on its way. */
export const followUpEvents = ({ userId, mirrorIds, collectionId }: FollowUp) => [
  ...(collectionId ? [collectionRequested.create({ collectionId })] : []),
  ...mirrorIds.map((mirrorId) => mirrorChanged.create({ mirrorId, userId })),
  factsOutdated.create({ userId }),
];
