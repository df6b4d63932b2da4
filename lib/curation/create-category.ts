import "server-only";
import type { Db } from "@/db/handle";
import { ensureTrash, insertCategories, lockStyleCategories } from "@/db/queries/categories";
import { insertMirrors } from "@/db/queries/mirrors";
import { findStyleBySlug } from "@/db/queries/user-styles";
import { AppError } from "@/lib/errors";
import { mirrorName } from "@/lib/mirrors/mirror-name";
import type { Category } from "./board";
import { freeShortcut, isNamed, refuseTakenName, viewCategory } from "./category";
import type { NewCategory } from "./schema";

type Style = { id: string; name: string };
type Made = { categories: Category[]; mirrorIds: string[] };

/** Makes a category and its Golden playlist, after the ones that are there. */
export async function createCategory(
  db: Db,
  { styleSlug, userId, ...wanted }: NewCategory & { styleSlug: string; userId: string },
): Promise<{ category: Category; mirrorIds: string[] }> {
  const style = await findStyleBySlug(db, { slug: styleSlug });
  if (!style) throw new AppError("NOT_FOUND", "There is no such style.");
  return db.transaction(async (tx) => {
    await ensureTrash(tx, { userId, styleId: style.id });
    const others = await lockStyleCategories(tx, { userId, styleId: style.id });
    refuseTakenName(others, wanted.name);
    const { categories, mirrorIds } = await insertAfter(tx, { style, userId, others }, [wanted]);
    const [category] = categories;
    if (!category) throw new Error("a category was not made");
    return { category, mirrorIds };
  });
}

/** Makes the offers that were taken; one whose name exists already is left as it is. */
export async function createMissingCategories(
  tx: Db,
  { style, userId, wanted }: { style: Style; userId: string; wanted: readonly NewCategory[] },
): Promise<Made> {
  await ensureTrash(tx, { userId, styleId: style.id });
  const others = await lockStyleCategories(tx, { userId, styleId: style.id });
  const missing = wanted.filter(({ name }) => !isNamed(others, name));
  return insertAfter(tx, { style, userId, others }, missing);
}

async function insertAfter(
  tx: Db,
  { style, userId, others }: { style: Style; userId: string; others: readonly Category[] },
  wanted: readonly NewCategory[],
): Promise<Made> {
  const last = Math.max(0, ...others.map(({ position }) => position));
  const rows: (NewCategory & { position: number; archived: false })[] = [];
  for (const [index, { name, color, shortcut }] of wanted.entries()) {
    const known = [...others, ...rows];
    refuseTakenName(known, name);
    rows.push({
      name,
      color,
      shortcut: freeShortcut(known, shortcut),
      position: last + index + 1,
      archived: false,
    });
  }
  const made = await insertCategories(tx, { userId, styleId: style.id, rows });
  const playlists = made.map(({ id, name }) => ({
    kind: "golden" as const,
    categoryId: id,
    name: mirrorName.golden(style.name, name),
  }));
  const mirrorIds = await insertMirrors(tx, { userId, rows: playlists });
  return { categories: made.map(viewCategory), mirrorIds };
}
