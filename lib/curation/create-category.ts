import "server-only";
import type { Db } from "@/db/handle";
import type { Category } from "./board";
import type { NewCategory } from "./schema";

export async function createCategory(
  _db: Db,
  _args: NewCategory & { styleSlug: string; userId: string },
): Promise<{ category: Category; mirrorIds: string[] }> {
  throw new Error("not built yet");
}
