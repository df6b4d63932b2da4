import { db } from "@/db/client";
import { userRoute } from "@/lib/route";
import { unmatchedFile } from "@/lib/rules/unmatched-file";

/** All tracks that no rule set takes, as a file: `format=csv`, or JSON. */
export const GET = userRoute(async ({ user, request }) => {
  const isCsv = new URL(request.url).searchParams.get("format") === "csv";
  const format = isCsv ? "csv" : "json";
  return unmatchedFile(db, { userId: user.id, now: new Date(), format });
});
