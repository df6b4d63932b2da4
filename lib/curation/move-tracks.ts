import "server-only";
import type { Db } from "@/db/handle";
import type { PressAnswer } from "./board";
import type { MoveTracksInput } from "./schema";

export async function moveTracks(
  _db: Db,
  _args: MoveTracksInput & { userId: string },
): Promise<PressAnswer & { mirrorIds: string[] }> {
  throw new Error("not built yet");
}
