import { z } from "zod";
import { db } from "@/db/client";
import { userRoute } from "@/lib/route";
import { readOverlaps, readSharedTracks } from "@/lib/rules/read-comparison";
import { askedRuleSet } from "@/lib/rules/read-question";

/** What else takes the tracks of a rule set; with `with`, the tracks that one takes as well. */
export const GET = userRoute(({ user, request, params }) => {
  const asked = { userId: user.id, ruleSetId: askedRuleSet(params), now: new Date() };
  const other = z.uuid().safeParse(new URL(request.url).searchParams.get("with"));
  return other.success
    ? readSharedTracks(db, { ...asked, otherId: other.data })
    : readOverlaps(db, asked);
});
