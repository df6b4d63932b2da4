import "server-only";
import type { Db } from "@/db/handle";

export async function unfollowStyle(
  _db: Db,
  _args: { styleSlug: string; userId: string },
): Promise<void> {
  throw new Error("not built yet");
}

export async function orderStyles(
  _db: Db,
  _args: { styleSlugs: string[]; userId: string },
): Promise<void> {
  throw new Error("not built yet");
}
