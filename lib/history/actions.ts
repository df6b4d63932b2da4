"use server";

import { after } from "next/server";
import { db } from "@/db/client";
import { announce } from "@/inngest/client";
import { playsImportRequested, recountRequested } from "@/inngest/events";
import { userAction } from "@/lib/action";
import { openImport, requestImport } from "./request-import";
import { importInput, openImportInput, timeZoneInput } from "./schema";
import { setTimeZone } from "./set-time-zone";

export const setTimeZoneAction = userAction(timeZoneInput, async ({ user, input }) => {
  const userId = user.id;
  const outcome = await setTimeZone(db, { ...input, userId });
  if (outcome.isCounting) after(() => announce(recountRequested.create({ userId })));
  return outcome;
});

export const openImportAction = userAction(openImportInput, ({ user, input }) =>
  openImport(db, { ...input, userId: user.id }),
);

export const requestImportAction = userAction(importInput, async ({ user, input }) => {
  const own = { ...input, userId: user.id };
  await requestImport(db, own);
  after(() => announce(playsImportRequested.create(own)));
  return input;
});
