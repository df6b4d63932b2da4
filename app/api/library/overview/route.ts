import { db } from "@/db/client";
import { findOwnLibrary } from "@/lib/library/find-own-library";
import { readWish } from "@/lib/library/library-address";
import { readOverview } from "@/lib/library/read-library";
import { userRoute } from "@/lib/route";

export const GET = userRoute(async ({ user, request }) => {
  const wish = readWish(new URL(request.url).searchParams);
  const library = await findOwnLibrary(db, { userId: user.id, provider: wish.provider });
  return readOverview(db, { ...wish, ...library });
});
