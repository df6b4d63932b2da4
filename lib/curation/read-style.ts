import "server-only";
import type { Db } from "@/db/handle";
import { listCategories } from "@/db/queries/categories";
import { listGoldenCategories } from "@/db/queries/golden-lists";
import { listMirrorRows } from "@/db/queries/mirrors";
import { findStyleBySlug, listUserStyles } from "@/db/queries/user-styles";
import { viewMirror } from "@/lib/mirrors/mirror-view";
import { viewCategory } from "./category";
import { starterCategories } from "./starter-categories";
import type { StyleSetup } from "./style-view";

/** A style with the DJ's categories; null when there is no such style. */
export async function readStyleSetup(
  db: Db,
  { styleSlug, userId }: { styleSlug: string; userId: string },
): Promise<StyleSetup | null> {
  const style = await findStyleBySlug(db, { slug: styleSlug });
  if (!style) return null;
  const [followed, categories, golden] = await Promise.all([
    listUserStyles(db, { userId }),
    listCategories(db, { userId, styleId: style.id }),
    listGoldenCategories(db, { userId }),
  ]);
  const categoryIds = categories.map(({ id }) => id);
  const mirrors = await listMirrorRows(db, { userId, categoryIds });
  return {
    style: { ...style, followed: followed.some(({ id }) => id === style.id) },
    categories: categories.map((category) => {
      const mirror = mirrors.find(({ categoryId }) => categoryId === category.id);
      return {
        ...viewCategory(category),
        golden: golden.find(({ id }) => id === category.id)?.tracks ?? 0,
        mirror: mirror ? viewMirror(mirror) : null,
      };
    }),
    starters: starterCategories(style.slug),
  };
}
