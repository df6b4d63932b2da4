import "server-only";
import type { Db } from "@/db/handle";
import type { WeekInput } from "./schema";

export type StartedPeriod = {
  periodId: string;
  /** The week is still being fetched; its tracks arrive by themselves. */
  collecting: boolean;
  tracks: number;
};

export async function startPeriod(
  _db: Db,
  _args: WeekInput & { userId: string; now: Date },
): Promise<StartedPeriod & { mirrorIds: string[]; collectionId: string | null }> {
  throw new Error("not built yet");
}
