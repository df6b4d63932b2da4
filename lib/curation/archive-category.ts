import "server-only";
import type { Db } from "@/db/handle";
import type { Category } from "./board";

type Owned = { categoryId: string; userId: string };

export async function archiveCategory(_db: Db, _args: Owned & { now: Date }): Promise<Category> {
  throw new Error("not built yet");
}

export async function restoreCategory(_db: Db, _args: Owned): Promise<Category> {
  throw new Error("not built yet");
}
