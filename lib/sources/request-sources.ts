import "server-only";
import type { Db } from "@/db/handle";
import { requestSource } from "./request-source";
import type { SourceInput } from "./schema";

/**
 * Asks for sources to be fetched, all of them or none. Answers those that must be announced once the
 * transaction is committed; the others are being fetched already.
 */
export async function requestSources(
  db: Db,
  { userId, sources }: { userId: string; sources: readonly SourceInput[] },
): Promise<string[]> {
  return db.transaction(async (tx) => {
    const begun: string[] = [];
    for (const wish of sources) {
      const { sourceId, announce } = await requestSource(tx, { ...wish, userId });
      if (announce) begun.push(sourceId);
    }
    return begun;
  });
}
