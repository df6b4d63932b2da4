import { db } from "@/db/client";
import { AppError } from "@/lib/errors";
import { findOwnLibrary } from "@/lib/library/find-own-library";
import { readMoreChanges } from "@/lib/library/read-changes";
import { moreChangesInput } from "@/lib/library/schema";
import { userRoute } from "@/lib/route";

/** More of what one list of a sync brought. */
export const GET = userRoute(async ({ user, request }) => {
  const { searchParams } = new URL(request.url);
  const input = moreChangesInput.safeParse({
    provider: searchParams.get("provider"),
    runId: searchParams.get("run"),
    list: searchParams.get("list"),
    kind: searchParams.get("kind"),
    offset: searchParams.get("offset"),
  });
  if (!input.success) throw new AppError("INVALID", "That request was malformed.");
  const { provider, ...wish } = input.data;
  const library = await findOwnLibrary(db, { userId: user.id, provider });
  return readMoreChanges(db, { ...library, ...wish });
});
