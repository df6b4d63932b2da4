import "server-only";
import { db } from "@/db/client";
import { requirePageUser } from "@/lib/auth/session";
import { readGathering } from "./read-gathering";
import { readSources } from "./read-sources";
import { sourceIdsInput } from "./schema";
import { PAGE_TRACKS } from "./source-view";

/** The lists that the signed-in user can gather from, and how far each is. */
export async function loadSources() {
  return readSources(db, await requirePageUser());
}

/** What some of the signed-in user's sources hold together; null when none of them is theirs. */
export async function loadGathering(of: string) {
  const user = await requirePageUser();
  const ids = sourceIdsInput.safeParse(of);
  if (!ids.success) return null;
  const page = { text: "", offset: 0, limit: PAGE_TRACKS };
  return readGathering(db, { userId: user.id, sourceIds: ids.data, ...page });
}
