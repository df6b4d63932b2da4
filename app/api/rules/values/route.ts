import { db } from "@/db/client";
import { listKnownTexts } from "@/db/queries/rule-sets-tracks";
import { userRoute } from "@/lib/route";
import { isSuggested } from "@/lib/rules/suggested-field";

const SHOWN = 200;

/** What the user's tracks have in a field, the most frequent first. */
export const GET = userRoute(async ({ user, request }) => {
  const field = new URL(request.url).searchParams.get("field") ?? "";
  if (!isSuggested(field)) return [];
  return listKnownTexts(db, { userId: user.id, field, limit: SHOWN });
});
