import "server-only";
import type { Db } from "@/db/handle";
import type { Category } from "./board";

type Owned = { categoryId: string; userId: string };

export async function renameCategory(
  _db: Db,
  _args: Owned & { name: string },
): Promise<{ category: Category; mirrorIds: string[] }> {
  throw new Error("not built yet");
}

export async function recolorCategory(
  _db: Db,
  _args: Owned & { color: number },
): Promise<Category> {
  throw new Error("not built yet");
}

export async function setShortcut(
  _db: Db,
  _args: Owned & { shortcut: string | null },
): Promise<Category> {
  throw new Error("not built yet");
}
