"use server";

import { after } from "next/server";
import { db } from "@/db/client";
import { setTimeZone } from "@/db/queries/plays-sums";
import { announce } from "@/inngest/client";
import { playsImportRequested } from "@/inngest/events";
import { userAction } from "@/lib/action";
import { openImport, requestImport } from "./request-import";
import { importInput, openImportInput, timeZoneInput } from "./schema";

export const setTimeZoneAction = userAction(timeZoneInput, ({ user, input }) =>
  db.transaction((tx) => setTimeZone(tx, { ...input, userId: user.id })),
);

export const openImportAction = userAction(openImportInput, ({ user, input }) =>
  openImport(db, { ...input, userId: user.id }),
);

export const requestImportAction = userAction(importInput, async ({ user, input }) => {
  const own = { ...input, userId: user.id };
  await requestImport(db, own);
  after(() => announce(playsImportRequested.create(own)));
  return input;
});
