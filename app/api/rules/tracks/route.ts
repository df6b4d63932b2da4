import { db } from "@/db/client";
import { userRoute } from "@/lib/route";
import { findTracks } from "@/lib/rules/read-result";

/** The user's tracks with these words in title or artists. */
export const GET = userRoute(({ user, request }) => {
  const text = new URL(request.url).searchParams.get("q") ?? "";
  return findTracks(db, { userId: user.id, text: text.slice(0, 200) });
});
