import "server-only";
import type { Db } from "@/db/handle";
import { requestSource } from "./request-source";
import type { SourceInput } from "./schema";

/**
 * Asks for sources to be fetched, all of them or none. `begun` are those that must be announced once
 * the transaction is committed; the others are being fetched already.
 */
export async function requestSources(
  db: Db,
  { userId, sources }: { userId: string; sources: readonly SourceInput[] },
): Promise<{ sourceIds: string[]; begun: string[] }> {
  return db.transaction(async (tx) => {
    const sourceIds = new Set<string>();
    const begun: string[] = [];
    for (const wish of sources) {
      const { sourceId, announce } = await requestSource(tx, { ...wish, userId });
      sourceIds.add(sourceId);
      if (announce) begun.push(sourceId);
    }
    return { sourceIds: [...sourceIds], begun };
  });
}
