import "server-only";
import type { Db } from "@/db/handle";
import { listFollowedStyleIds } from "@/db/queries/styles";
import { addWeeks, newestReleaseWeek } from "@/lib/curation/week";
import { requestCollection } from "./request-collection";

/**
 * Asks for the newest release week of every followed style, and for the one before, which keeps
 * growing. Answers the collections to announce.
 */
export async function requestFollowedWeeks(db: Db, { now }: { now: Date }): Promise<string[]> {
  const newest = newestReleaseWeek(now);
  const announced: string[] = [];
  for (const styleId of await listFollowedStyleIds(db)) {
    for (const week of [newest, addWeeks(newest, -1)]) {
      const wish = { styleId, ...week, refresh: true };
      const { collection, announce } = await requestCollection(db, wish);
      if (announce) announced.push(collection.id);
    }
  }
  return announced;
}
