import "server-only";
import { db } from "@/db/client";
import { requirePageUser } from "@/lib/auth/session";
import { readActivity } from "./read-activity";
import type { ActivityInput } from "./schema";

/** What runs, waits and ended, as far as the signed-in person may see it. */
export async function loadActivity(wanted: ActivityInput) {
  const viewer = await requirePageUser();
  return readActivity(db, { ...wanted, viewer });
}
