"use server";

import { after } from "next/server";
import { db } from "@/db/client";
import { announce } from "@/inngest/client";
import { factsOutdated } from "@/inngest/events";
import { userAction } from "@/lib/action";
import { tellNoAnswer } from "@/lib/traffic/provider-error";
import { beginRuleSet } from "./begin-rule-set";
import { duplicateRuleSet } from "./duplicate-rule-set";
import { removeRuleSet, renameRuleSet, scheduleRuleSet } from "./edit-rule-set";
import { importRuleSet } from "./import-rule-set";
import { overrideTrack } from "./override-track";
import { proposeRuleSet } from "./propose-rule-set";
import { askedRule } from "./read-question";
import { saveRuleSet } from "./save-rule-set";
import {
  createRuleSetInput,
  importRuleSetInput,
  overrideInput,
  proposeRuleSetInput,
  renameRuleSetInput,
  ruleSetInput,
  saveRuleSetInput,
  scheduleInput,
} from "./schema";
import { unfollowRuleSet } from "./unfollow-rule-set";

export const createRuleSetAction = userAction(createRuleSetInput, async ({ user, input }) => {
  const { id, name } = await beginRuleSet(db, { ...input, userId: user.id });
  return { id, name };
});

export const duplicateRuleSetAction = userAction(ruleSetInput, async ({ user, input }) => {
  const { id, name } = await duplicateRuleSet(db, { ...input, userId: user.id });
  return { id, name };
});

export const renameRuleSetAction = userAction(renameRuleSetInput, async ({ user, input }) => {
  const { name } = await renameRuleSet(db, { ...input, userId: user.id });
  return { name };
});

export const deleteRuleSetAction = userAction(ruleSetInput, async ({ user: { id }, input }) => {
  await removeRuleSet(db, { ...input, userId: id });
  after(() => announce(factsOutdated.create({ userId: id })));
});

export const saveRuleSetAction = userAction(saveRuleSetInput, async ({ user, input }) => {
  const wish = { ...input, definition: askedRule(input.definition), userId: user.id };
  const { version, definition } = await saveRuleSet(db, wish);
  return { version, definition };
});

export const overrideTrackAction = userAction(overrideInput, ({ user, input }) =>
  overrideTrack(db, { ...input, userId: user.id }),
);

export const scheduleRuleSetAction = userAction(scheduleInput, async ({ user, input }) => {
  const { nextRunAt } = await scheduleRuleSet(db, { ...input, userId: user.id, now: new Date() });
  return { nextRunAt };
});

export const proposeRuleSetAction = userAction(proposeRuleSetInput, async ({ user, input }) => {
  const wish = { ...input, userId: user.id, now: new Date() };
  const { planId, withoutSpotify } = await proposeRuleSet(db, wish).catch(tellNoAnswer);
  return { planId, withoutSpotify };
});

export const unfollowRuleSetAction = userAction(ruleSetInput, async ({ user: { id }, input }) => {
  await unfollowRuleSet(db, { ...input, userId: id });
  after(() => announce(factsOutdated.create({ userId: id })));
});

/** Answers the rule set that was made, or what is wrong with which row of the file. */
export const importRuleSetAction = userAction(importRuleSetInput, ({ user, input }) =>
  importRuleSet(db, { ...input, userId: user.id }),
);
