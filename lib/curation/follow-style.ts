import "server-only";
import type { Db } from "@/db/handle";
import { deleteUserStyle, findStyleBySlug, updateStyleOrder } from "@/db/queries/user-styles";
import { AppError } from "@/lib/errors";

/** Takes the style out of the rail; its categories, weeks and playlists stay. */
export async function unfollowStyle(
  db: Db,
  { styleSlug, userId }: { styleSlug: string; userId: string },
): Promise<void> {
  const style = await findStyleBySlug(db, { slug: styleSlug });
  if (!style) throw new AppError("NOT_FOUND", "There is no such style.");
  await deleteUserStyle(db, { userId, styleId: style.id });
}

export function orderStyles(
  db: Db,
  { styleSlugs, userId }: { styleSlugs: string[]; userId: string },
): Promise<void> {
  const slugs = [...new Set(styleSlugs)];
  return db.transaction(async (tx) => {
    const ordered = await updateStyleOrder(tx, { userId, slugs });
    if (ordered !== slugs.length) {
      throw new AppError("NOT_FOUND", "One of these is no style you follow.");
    }
  });
}
