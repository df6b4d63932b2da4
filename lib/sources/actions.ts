"use server";

import { after } from "next/server";
import { db } from "@/db/client";
import { announce } from "@/inngest/client";
import { userAction } from "@/lib/action";
import { sourceEvents } from "./follow-up";
import { removeSource } from "./remove-source";
import { requestEnrichment } from "./request-enrichment";
import { requestSources } from "./request-sources";
import { fetchSourcesInput, ownSourceInput } from "./schema";

export const fetchSourcesAction = userAction(fetchSourcesInput, async ({ user, input }) => {
  const userId = user.id;
  const { begun } = await requestSources(db, { ...input, userId });
  if (begun.length > 0) after(() => announce(sourceEvents({ userId, fetches: begun })));
  return { begun: begun.length };
});

export const enrichSourceAction = userAction(ownSourceInput, async ({ user, input }) => {
  const userId = user.id;
  await requestEnrichment(db, { ...input, userId });
  after(() => announce(sourceEvents({ userId, enrichments: [input.sourceId] })));
});

export const removeSourceAction = userAction(ownSourceInput, async ({ user, input }) => {
  const userId = user.id;
  await removeSource(db, { ...input, userId });
  after(() => announce(sourceEvents({ userId, removed: [input.sourceId] })));
});
