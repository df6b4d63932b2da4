import "server-only";
import type { Db } from "@/db/handle";
import { listGoldenExamples, listTempoRanges } from "@/db/queries/classifications-yardsticks";
import { foldText } from "@/lib/rules/fold-text";
import { profilesOf } from "./category-profile";
import type { Yardsticks } from "./classify-track";

/**
 * What a user's labels are worked out against at the moment. It goes through the whole catalogue: read
 * it before the user's facts are locked.
 */
export async function readYardsticks(db: Db, own: { userId: string }): Promise<Yardsticks> {
  const ranges = await listTempoRanges(db);
  return {
    ranges: new Map(ranges.map(({ style, ...range }) => [foldText(style), range])),
    profiles: profilesOf(await listGoldenExamples(db, own)),
  };
}
