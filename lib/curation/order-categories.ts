import "server-only";
import type { Db } from "@/db/handle";
import { listCategories, lockStyleCategories, updateCategoryOrder } from "@/db/queries/categories";
import { findStyleBySlug } from "@/db/queries/user-styles";
import { AppError } from "@/lib/errors";
import type { Category } from "./board";
import { viewCategory } from "./category";

/** Puts the live categories into the order given; ones that are not named follow as they were. */
export async function orderCategories(
  db: Db,
  { styleSlug, categoryIds, userId }: { styleSlug: string; categoryIds: string[]; userId: string },
): Promise<Category[]> {
  const style = await findStyleBySlug(db, { slug: styleSlug });
  if (!style) throw new AppError("NOT_FOUND", "There is no such style.");
  const owner = { userId, styleId: style.id };
  return db.transaction(async (tx) => {
    const all = await lockStyleCategories(tx, owner);
    const ids = all.filter(({ isTrash, archived }) => !isTrash && !archived).map(({ id }) => id);
    const wanted = [...new Set(categoryIds)];
    if (wanted.some((id) => !ids.includes(id))) {
      throw new AppError("NOT_FOUND", "One of these is no category of this style any more.");
    }
    const order = [...wanted, ...ids.filter((id) => !wanted.includes(id))];
    await updateCategoryOrder(tx, { userId, categoryIds: order });
    return (await listCategories(tx, owner)).map(viewCategory);
  });
}
