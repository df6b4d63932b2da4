import "server-only";
import { cache } from "react";
import { db } from "@/db/client";
import { findRecordingKey } from "@/db/queries/facts-recordings";
import { requirePageUser } from "@/lib/auth/session";
import type { PersonalProvider } from "@/lib/connections/provider";
import { readKnownTrack } from "./read-known-track";

/** What is known of a recording; null when it is none of the signed-in user's. */
export const loadKnownTrack = cache(async (recordingKey: string) => {
  const user = await requirePageUser();
  return readKnownTrack(db, { userId: user.id, recordingKey });
});

/** What is known of a track of a library, as the recording it is. */
export async function loadKnownLibraryTrack(provider: PersonalProvider, externalId: string) {
  const user = await requirePageUser();
  const recordingKey = await findRecordingKey(db, { userId: user.id, provider, externalId });
  return recordingKey === null ? null : loadKnownTrack(recordingKey);
}
