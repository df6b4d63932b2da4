import "server-only";
import type { Db } from "@/db/handle";
import {
  type CategoryRow,
  findCategory,
  lockStyleCategories,
  updateCategory,
} from "@/db/queries/categories";
import { renameFits } from "@/db/queries/classifications";
import { listCategoryMirrors, renameMirrors } from "@/db/queries/mirrors";
import { findStyle } from "@/db/queries/styles";
import { AppError } from "@/lib/errors";
import { mirrorName } from "@/lib/mirrors/mirror-name";
import type { Category } from "./board";
import { freeShortcut, refuseTakenName, viewCategory } from "./category";

export type OwnedCategory = { categoryId: string; userId: string };
type Found = { category: CategoryRow; others: CategoryRow[] };

/** The frame of every change of a category: found, not Trash, told apart from the others of its style. */
export function changeCategory<T>(
  db: Db,
  { categoryId, userId }: OwnedCategory,
  change: (tx: Db, found: Found) => Promise<T>,
): Promise<T> {
  return db.transaction(async (tx) => {
    const found = await findCategory(tx, { categoryId, userId });
    const all = found ? await lockStyleCategories(tx, { userId, styleId: found.styleId }) : [];
    const category = all.find(({ id }) => id === categoryId);
    if (!category) throw new AppError("NOT_FOUND", "That category is not one of yours.");
    if (category.isTrash) throw new AppError("CONFLICT", "Trash stays as it is.");
    return change(tx, { category, others: all.filter(({ id }) => id !== categoryId) });
  });
}

/** Its playlists are renamed with it, those of closed weeks keep the name they had. */
export function renameCategory(
  db: Db,
  { name, ...owned }: OwnedCategory & { name: string },
): Promise<{ category: Category; mirrorIds: string[] }> {
  return changeCategory(db, owned, async (tx, { category, others }) => {
    refuseTakenName(others, name);
    const renamed = await updateCategory(tx, { ...owned, name });
    if (name !== category.name) {
      await renameFits(tx, { userId: owned.userId, from: category.name, to: name });
    }
    const style = await findStyle(tx, { styleId: category.styleId });
    const playlists = style ? await listCategoryMirrors(tx, owned) : [];
    const names = playlists.map(({ id, year, week }) => ({
      id,
      name:
        year === null || week === null
          ? mirrorName.golden(style?.name ?? "", name)
          : mirrorName.silver(style?.name ?? "", { year, week }, name),
    }));
    const mirrorIds = await renameMirrors(tx, { userId: owned.userId, names });
    return { category: viewCategory(renamed), mirrorIds };
  });
}

export function recolorCategory(
  db: Db,
  { color, ...owned }: OwnedCategory & { color: number },
): Promise<Category> {
  return changeCategory(db, owned, async (tx) =>
    viewCategory(await updateCategory(tx, { ...owned, color })),
  );
}

export function setShortcut(
  db: Db,
  { shortcut, ...owned }: OwnedCategory & { shortcut: string | null },
): Promise<Category> {
  return changeCategory(db, owned, async (tx, { others }) => {
    const free = freeShortcut(others, shortcut);
    return viewCategory(await updateCategory(tx, { ...owned, shortcut: free }));
  });
}
