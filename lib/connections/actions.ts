"use server";

import { cookies } from "next/headers";
import { after } from "next/server";
import { z } from "zod";
import { db } from "@/db/client";
import { saveSyncSchedule } from "@/db/queries/sync-schedule";
import { announce } from "@/inngest/client";
import { connectionDisconnected, jobCancelled, librarySyncRequested } from "@/inngest/events";
import { userAction } from "@/lib/action";
import { appleWay, authorizeAddress } from "@/lib/apple-music/developer";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { appleProblem } from "./apple-problem";
import { connectApple } from "./connect-apple";
import { makeState, STATE_COOKIE, STATE_LIFE_S, STATE_PATH } from "./connect-state";
import { disconnectProvider } from "./disconnect-provider";
import { disconnectInput, keepAppleInput, scheduleInput } from "./schema";

/** Answers where the person agrees; what they come back with counts in this browser only. */
export const leaveForAppleAction = userAction(z.void(), async ({ user }) => {
  if (appleWay !== "redirect")
    throw new AppError("INVALID", "Apple Music asks in another way here.");
  const { state, proof } = makeState({ userId: user.id, secret: env.TOKEN_KEY, now: new Date() });
  (await cookies()).set(STATE_COOKIE, proof, {
    path: STATE_PATH,
    maxAge: STATE_LIFE_S,
    httpOnly: true,
    // the way back begins on another site
    sameSite: "lax",
    secure: env.APP_URL.startsWith("https:"),
  });
  return { address: authorizeAddress({ state }) };
});

/** Keeps what MusicKit was given for the person in this browser. */
export const keepAppleAction = userAction(keepAppleInput, async ({ user, input }) => {
  const { id: userId } = user;
  const token = input.musicUserToken;
  const connected = await connectApple(db, { userId, token, now: new Date() });
  if ("problem" in connected) {
    throw new AppError("INVALID", appleProblem(connected.problem) ?? "It was not connected.");
  }
  const { syncId } = connected;
  if (syncId) after(() => announce(librarySyncRequested.create({ syncId, userId })));
});

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
