"use server";

import { after } from "next/server";
import { db } from "@/db/client";
import { announce } from "@/inngest/client";
import { factsOutdated, playlistPlanApproved } from "@/inngest/events";
import { userAction } from "@/lib/action";
import { tellNoAnswer } from "@/lib/traffic/provider-error";
import { approvePlan, discardPlan } from "./approve-plan";
import { proposeChange } from "./propose-change";
import { changeInput, planInput } from "./schema";
import { proposeUndo } from "./undo-plan";

/** A playlist that follows from now on counts no more among those its tracks are in. */
export const approvePlanAction = userAction(planInput, async ({ user, input }) => {
  const approved = await approvePlan(db, { ...input, userId: user.id });
  const { userId } = approved;
  after(() => announce([playlistPlanApproved.create(approved), factsOutdated.create({ userId })]));
});

export const discardPlanAction = userAction(planInput, ({ user, input }) =>
  discardPlan(db, { ...input, userId: user.id }),
);

export const undoPlanAction = userAction(planInput, async ({ user, input }) => {
  const wish = { ...input, userId: user.id, now: new Date() };
  const { planId } = await proposeUndo(db, wish).catch(tellNoAnswer);
  return { planId };
});

export const changePlaylistAction = userAction(changeInput, async ({ user, input }) => {
  const plans = await proposeChange(db, { ...input, userId: user.id, now: new Date() });
  return { planIds: plans.map(({ planId }) => planId) };
});
