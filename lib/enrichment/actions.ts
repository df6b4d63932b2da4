"use server";

import { after } from "next/server";
import { z } from "zod";
import { db } from "@/db/client";
import { announce } from "@/inngest/client";
import { classificationRequested, factsOutdated } from "@/inngest/events";
import { userAction } from "@/lib/action";
import { correctLabel } from "./correct-label";
import { requestClassification } from "./reclassify-tracks";
import { correctLabelInput, tagTracksInput } from "./schema";
import { tagTracks, untagTracks } from "./tag-tracks";

export const tagTracksAction = userAction(tagTracksInput, ({ user, input }) =>
  tagTracks(db, { ...input, userId: user.id }),
);

export const untagTracksAction = userAction(tagTracksInput, ({ user, input }) =>
  untagTracks(db, { ...input, userId: user.id }),
);

export const correctLabelAction = userAction(correctLabelInput, ({ user, input }) =>
  correctLabel(db, { ...input, userId: user.id }),
);

const nothing = z.void();

export const reclassifyAction = userAction(nothing, async ({ user: { id: userId } }) => {
  await requestClassification(db, { userId });
  after(() => announce(classificationRequested.create({ userId })));
});

export const refreshFactsAction = userAction(nothing, async ({ user: { id: userId } }) => {
  after(() => announce(factsOutdated.create({ userId })));
});
