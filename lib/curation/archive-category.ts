import "server-only";
import type { Db } from "@/db/handle";
import { updateCategory } from "@/db/queries/categories";
import type { Category } from "./board";
import { viewCategory } from "./category";
import { changeCategory, type OwnedCategory } from "./edit-category";

/** Nothing can be sorted into it any more; its Golden playlist and its name stay. */
export function archiveCategory(
  db: Db,
  { now, ...owned }: OwnedCategory & { now: Date },
): Promise<Category> {
  return changeCategory(db, owned, async (tx, { category }) => {
    if (category.archived) return viewCategory(category);
    return viewCategory(await updateCategory(tx, { ...owned, archivedAt: now }));
  });
}

/** Comes back with its key, unless another category took it meanwhile. */
export function restoreCategory(db: Db, owned: OwnedCategory): Promise<Category> {
  return changeCategory(db, owned, async (tx, { category, others }) => {
    const taken = others.some((other) => !other.archived && other.shortcut === category.shortcut);
    const shortcut = taken ? null : category.shortcut;
    return viewCategory(await updateCategory(tx, { ...owned, archivedAt: null, shortcut }));
  });
}
