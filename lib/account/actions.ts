"use server";

import { after } from "next/server";
import { db } from "@/db/client";
import { announce } from "@/inngest/client";
import { jobCancelled } from "@/inngest/events";
import { userAction } from "@/lib/action";
import { deleteAccount } from "./delete-account";
import { deleteAccountInput } from "./schema";

export const deleteAccountAction = userAction(deleteAccountInput, async ({ user }) => {
  const { erasureId, stopped } = await deleteAccount(db, { userId: user.id });
  if (stopped.length > 0) after(() => announce(stopped.map((job) => jobCancelled.create(job))));
  return { erasureId };
});
