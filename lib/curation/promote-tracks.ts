import "server-only";
import type { Db } from "@/db/handle";
import type { PromoteAnswer } from "./board";
import type { PromoteTracksInput } from "./schema";

export async function promoteTracks(
  _db: Db,
  _args: PromoteTracksInput & { userId: string },
): Promise<PromoteAnswer & { mirrorIds: string[] }> {
  throw new Error("not built yet");
}
