import "server-only";
import type { Db } from "@/db/handle";
import { deleteApiToken } from "@/db/queries/api-tokens";
import { AppError } from "@/lib/errors";

/** From here on the token opens nothing. */
export async function revokeToken(db: Db, token: { userId: string; tokenId: string }) {
  if (!(await deleteApiToken(db, token))) {
    throw new AppError("NOT_FOUND", "That token is not one of yours, or no longer.");
  }
}
