import { db } from "@/db/client";
import { readKnownTrack } from "@/lib/enrichment/read-known-track";
import { AppError } from "@/lib/errors";
import { userRoute } from "@/lib/route";

/** What is known of the recording `key`. */
export const GET = userRoute(async ({ user, request }) => {
  const recordingKey = new URL(request.url).searchParams.get("key") ?? "";
  const track = await readKnownTrack(db, { userId: user.id, recordingKey });
  if (!track) throw new AppError("NOT_FOUND", "Nothing is known of that track.");
  return track;
});
