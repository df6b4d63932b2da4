import "server-only";
import type { Db } from "@/db/handle";
import { findLibrary } from "@/db/queries/library-pages";
import type { Provider } from "@/lib/connections/provider";
import { AppError } from "@/lib/errors";
import { providerName } from "@/lib/traffic/provider-error";

/** The user's library at a provider. */
export async function findOwnLibrary(db: Db, own: { userId: string; provider: Provider }) {
  const library = await findLibrary(db, own);
  if (!library) {
    throw new AppError("NOT_FOUND", `Connect ${providerName(own.provider)} to see its library.`);
  }
  return { ...library, userId: own.userId };
}
