import { collectionRequested, mirrorChanged } from "@/inngest/events";

export type FollowUp = { userId: string; mirrorIds: string[]; collectionId?: string | null };

/** What Spotify and Beatport are to be asked once the answer is on its way. */
export const followUpEvents = ({ userId, mirrorIds, collectionId }: FollowUp) => [
  ...(collectionId ? [collectionRequested.create({ collectionId })] : []),
  ...mirrorIds.map((mirrorId) => mirrorChanged.create({ mirrorId, userId })),
];
