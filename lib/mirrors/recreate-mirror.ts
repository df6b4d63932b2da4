import "server-only";
import type { Db } from "@/db/handle";
import { forgetPlaylist, listMirrorRows } from "@/db/queries/mirrors";
import { AppError } from "@/lib/errors";
import { type MirrorView, viewMirror } from "./mirror-view";

/** Lets a mirror whose playlist was removed in Spotify have a new one, with everything in it again. */
export async function recreateMirror(
  db: Db,
  owned: { mirrorId: string; userId: string },
): Promise<MirrorView> {
  const [before] = await listMirrorRows(db, owned);
  if (!before) throw new AppError("NOT_FOUND", "That playlist is not one of yours.");
  if (before.status !== "removed") {
    throw new AppError("CONFLICT", "The playlist is still there; no second one is made.");
  }
  await forgetPlaylist(db, owned);
  const [now = before] = await listMirrorRows(db, owned);
  return viewMirror(now);
}
