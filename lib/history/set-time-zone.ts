import "server-only";
import type { Db } from "@/db/handle";
import { openJob } from "@/db/queries/jobs";
import {
  countUncounted,
  recountPlays,
  saveTimeZone,
  showRecount,
} from "@/db/queries/plays-recounts";

/** So few plays are counted again while the person waits. */
const AT_ONCE = 2_000;

/** Sets in whose days a person is counted. Tells whether that is left to the background. */
export async function setTimeZone(
  db: Db,
  { userId, timeZone }: { userId: string; timeZone: string },
): Promise<{ isCounting: boolean }> {
  return db.transaction(async (tx) => {
    await saveTimeZone(tx, { userId, timeZone });
    const plays = await countUncounted(tx, { userId });
    if (plays > AT_ONCE) {
      const title = `Plays counted in the days of ${timeZone}`;
      await openJob(tx, { kind: "recount", subjectId: userId, userId, title });
      return { isCounting: true };
    }
    await recountPlays(tx, { userId, limit: AT_ONCE });
    await showRecount(tx, { userId });
    return { isCounting: false };
  });
}
