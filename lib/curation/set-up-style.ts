import "server-only";
import type { Db } from "@/db/handle";
import type { SetUpStyleInput } from "./schema";

export type StyleSetUp = {
  /** Where to go on: the board of the week that was started, or the style's page. */
  href: `/curate/${string}/${string}` | `/styles/${string}`;
};

export async function setUpStyle(
  _db: Db,
  _args: SetUpStyleInput & { userId: string; now: Date },
): Promise<StyleSetUp & { mirrorIds: string[]; collectionId: string | null }> {
  throw new Error("not built yet");
}
