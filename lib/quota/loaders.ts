import "server-only";
import { db } from "@/db/client";
import { requirePageUser } from "@/lib/auth/session";
import type { Quota } from "./quota-view";
import { readQuota } from "./read-quota";

export async function loadQuota(): Promise<Quota> {
  const user = await requirePageUser();
  return readQuota(db, { userId: user.id, now: new Date() });
}
