import "server-only";
import type { Db } from "@/db/handle";
import type { Category } from "./board";

export async function orderCategories(
  _db: Db,
  _args: { styleSlug: string; categoryIds: string[]; userId: string },
): Promise<Category[]> {
  throw new Error("not built yet");
}
