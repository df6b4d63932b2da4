import "server-only";
import type { Db } from "@/db/handle";
import { findLibrary } from "@/db/queries/library-pages";
import { type PersonalProvider, providerName } from "@/lib/connections/provider";
import { AppError } from "@/lib/errors";

/** The user's library at a provider. */
export async function findOwnLibrary(db: Db, own: { userId: string; provider: PersonalProvider }) {
  const library = await findLibrary(db, own);
  if (!library) {
    throw new AppError("NOT_FOUND", `Connect ${providerName(own.provider)} to see its library.`);
  }
  return { ...library, userId: own.userId };
}
