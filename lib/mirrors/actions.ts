"use server";

import { after } from "next/server";
import { db } from "@/db/client";
import { announce } from "@/inngest/client";
import { mirrorChanged } from "@/inngest/events";
import { userAction } from "@/lib/action";
import { recreateMirror } from "./recreate-mirror";
import { mirrorInput } from "./schema";

export const recreateMirrorAction = userAction(mirrorInput, async ({ user, input }) => {
  const view = await recreateMirror(db, { ...input, userId: user.id });
  after(() => announce(mirrorChanged.create({ ...input, userId: user.id })));
  return view;
});
