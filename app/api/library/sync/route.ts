import { db } from "@/db/client";
import { findOwnLibrary } from "@/lib/library/find-own-library";
import { readWish } from "@/lib/library/library-address";
import { readSync } from "@/lib/library/read-sync";
import { userRoute } from "@/lib/route";

export const GET = userRoute(async ({ user, request }) => {
  const { provider } = readWish(new URL(request.url).searchParams);
  return readSync(db, await findOwnLibrary(db, { userId: user.id, provider }));
});
