import "server-only";
import type { Db } from "@/db/handle";
import type { UndoAnswer } from "./board";
import type { UndoInput } from "./schema";

export async function undoPress(
  _db: Db,
  _args: UndoInput & { userId: string },
): Promise<UndoAnswer & { mirrorIds: string[] }> {
  throw new Error("not built yet");
}
