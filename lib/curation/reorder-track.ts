import "server-only";
import type { Db } from "@/db/handle";
import type { ReorderAnswer } from "./board";
import type { ReorderTrackInput } from "./schema";

export async function reorderTrack(
  _db: Db,
  _args: ReorderTrackInput & { userId: string },
): Promise<ReorderAnswer & { mirrorIds: string[] }> {
  throw new Error("not built yet");
}
