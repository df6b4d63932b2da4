"use server";

import { after } from "next/server";
import { db } from "@/db/client";
import { announce } from "@/inngest/client";
import { librarySyncRequested } from "@/inngest/events";
import { userAction } from "@/lib/action";
import { requestSync } from "./request-sync";
import { syncInput } from "./schema";

export const syncNowAction = userAction(syncInput, async ({ user, input }) => {
  const wish = { userId: user.id, trigger: "manual", ...input } as const;
  const { syncId, announce: isNew } = await requestSync(db, wish);
  if (syncId && isNew) {
    after(() => announce(librarySyncRequested.create({ syncId, userId: user.id })));
  }
  return { begun: isNew };
});
