import { db } from "@/db/client";
import { findOwnLibrary } from "@/lib/library/find-own-library";
import { readWish } from "@/lib/library/library-address";
import { readPlaylistRows, readRows } from "@/lib/library/read-library";
import { userRoute } from "@/lib/route";

/** A page of one of the user's lists; with `playlist`, of the rows of that one. */
export const GET = userRoute(async ({ user, request }) => {
  const { searchParams } = new URL(request.url);
  const wish = readWish(searchParams);
  const offset = Math.max(0, Math.trunc(Number(searchParams.get("offset"))) || 0);
  const library = await findOwnLibrary(db, { userId: user.id, provider: wish.provider });
  const playlistId = searchParams.get("playlist");
  const page = { ...wish, ...library, offset };
  return playlistId === null ? readRows(db, page) : readPlaylistRows(db, { ...page, playlistId });
});
