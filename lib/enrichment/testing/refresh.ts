import type { Db } from "@/db/handle";
import { beginRefresh, finishRefresh, goOnRefreshing, readFactsState } from "../refresh-facts";

/** Brings a user's facts up to date; answers how many recordings it looked at. */
export async function refresh(db: Db, { userId }: { userId: string }): Promise<number> {
  const run = await beginRefresh(db, { userId, runId: crypto.randomUUID() });
  const { stale } = await readFactsState(db, run);
  while ((await goOnRefreshing(db, run, { stepMs: 0 })).more);
  await finishRefresh(db, run);
  return stale;
}
