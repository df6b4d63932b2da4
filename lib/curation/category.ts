import { AppError } from "@/lib/errors";
import type { Category } from "./board";
import { normalizeShortcut, shortcutProblem } from "./reserved-keys";

/** The categories a name or a key must be told apart from. */
type Others = readonly Pick<Category, "name" | "shortcut" | "archived">[];

const sameName = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

export const isNamed = (categories: Others, name: string) =>
  categories.some((category) => sameName(category.name, name));

/** Archived categories keep their names: their Golden playlists are still called so. */
export function refuseTakenName(others: Others, name: string) {
  const taken = others.find((other) => sameName(other.name, name));
  if (taken?.archived) {
    throw new AppError("CONFLICT", `${taken.name} is archived. Restore it or choose another name.`);
  }
  if (taken || sameName(name, "Trash")) {
    throw new AppError("CONFLICT", `There is a category called ${taken?.name ?? "Trash"} already.`);
  }
}

/** Answers the key as it is stored. */
export function freeShortcut(others: Others, key: string | null): string | null {
  if (key === null) return null;
  const shortcut = normalizeShortcut(key);
  const problem = shortcutProblem(shortcut);
  if (problem) throw new AppError("INVALID", problem);
  const taken = others.find((other) => !other.archived && other.shortcut === shortcut);
  if (taken) throw new AppError("CONFLICT", `${taken.name} has that key already.`);
  return shortcut;
}

/** What the screen needs of a stored category. */
export const viewCategory = ({
  id,
  name,
  color,
  shortcut,
  position,
  isTrash,
  archived,
}: Category): Category => ({ id, name, color, shortcut, position, isTrash, archived });
