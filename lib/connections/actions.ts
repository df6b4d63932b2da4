"use server";

import { after } from "next/server";
import { db } from "@/db/client";
import { saveSyncSchedule } from "@/db/queries/sync-schedule";
import { announce } from "@/inngest/client";
import { connectionDisconnected, jobCancelled } from "@/inngest/events";
import { userAction } from "@/lib/action";
import { AppError } from "@/lib/errors";
import { disconnectProvider } from "./disconnect-provider";
import { disconnectInput, scheduleInput } from "./schema";

export const setScheduleAction = userAction(scheduleInput, async ({ user, input }) => {
  const saved = await saveSyncSchedule(db, { ...input, userId: user.id });
  if (!saved) throw new AppError("NOT_FOUND", "There is no connection to read a library from.");
});

export const disconnectAction = userAction(disconnectInput, async ({ user, input }) => {
  const { erasureId, stopped } = await disconnectProvider(db, { ...input, viewer: user });
  after(() =>
    announce([
      ...stopped.map(({ kind, subjectId }) => jobCancelled.create({ kind, subjectId })),
      connectionDisconnected.create({ userId: user.id }),
    ]),
  );
  return { erasureId };
});
