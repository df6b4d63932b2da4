import "server-only";
import type { Db } from "@/db/handle";
import type { PeriodSummary } from "./board";

export async function closePeriod(
  _db: Db,
  _args: { periodId: string; userId: string; now: Date },
): Promise<PeriodSummary> {
  throw new Error("not built yet");
}
