import { z } from "zod";
import { findPlan, listPlans } from "@/db/queries/playlists-plans";
import { AppError } from "@/lib/errors";
import { approvePlan, discardPlan } from "@/lib/playlists/approve-plan";
import { playlistPlanStatuses } from "@/lib/playlists/plan-status";
import { PLAN_PAGE_LINES } from "@/lib/playlists/plan-view";
import { proposeChange } from "@/lib/playlists/propose-change";
import { entryOf, readPlan, readPlanLines } from "@/lib/playlists/read-plans";
import { changeInput } from "@/lib/playlists/schema";
import { proposeUndo } from "@/lib/playlists/undo-plan";
import { proposeRuleSet } from "@/lib/rules/propose-rule-set";
import { tellNoAnswer } from "@/lib/traffic/provider-error";
import { operation, type Surroundings } from "./operation";
import { cursor, cursorTo, limit, pageOf } from "./page";
import { plan, planDetail, planRow, plansMade, rulePlanAsked, show } from "./plan-schemas";
import { moment, ofId } from "./shared-schemas";

const propose = operation({
  id: "planPlaylistChange",
  method: "POST",
  path: "/playlists/plans",
  summary: "Plan a change of a playlist; nothing is written before the plan is applied",
  scope: "playlists:write",
  body: changeInput,
  answer: plansMade,
  status: 201,
  run: async ({ db, user, body, now }) => {
    const made = await proposeChange(db, { ...body, userId: user.id, now });
    return { items: await Promise.all(made.map(({ planId }) => entry(db, planId, user.id))) };
  },
});

const proposeRules = operation({
  id: "planRuleSetPlaylist",
  method: "POST",
  path: "/rules/{id}/plans",
  summary:
    "Plan a playlist with what a rule set takes; nothing is written before the plan is applied",
  scope: "playlists:write",
  params: ofId,
  body: rulePlanAsked,
  answer: plan,
  status: 201,
  run: async ({ db, user, params, body, now }) => {
    const wish = { ...body, userId: user.id, ruleSetId: params.id, now };
    const { planId } = await proposeRuleSet(db, wish).catch(tellNoAnswer);
    return entry(db, planId, user.id);
  },
});

const list = operation({
  id: "listPlaylistPlans",
  method: "GET",
  path: "/playlists/plans",
  summary: "Plans of playlists, the newest first",
  scope: "playlists:read",
  query: z.strictObject({
    status: z.enum(playlistPlanStatuses).optional(),
    limit,
    cursor: cursor(z.tuple([moment, z.uuid()])),
  }),
  answer: pageOf("PlaylistPlanPage", plan),
  run: async ({ db, user, query }) => {
    const [createdAt = "", id = ""] = query.cursor ?? [];
    const rows = await listPlans(db, {
      userId: user.id,
      status: query.status,
      before: query.cursor && { createdAt: new Date(createdAt), id },
      limit: query.limit + 1,
    });
    const items = rows.slice(0, query.limit).map(entryOf);
    const last = rows.length > items.length ? items.at(-1) : undefined;
    return { items, nextCursor: last ? cursorTo(last.createdAt, last.id) : null };
  },
});

const showPlan = operation({
  id: "showPlaylistPlan",
  method: "GET",
  path: "/playlists/plans/{id}",
  summary: "What a plan does to its playlist, what it costs, and how it stands",
  scope: "playlists:read",
  params: ofId,
  answer: planDetail,
  run: ({ db, user, params }) => readPlan(db, { planId: params.id, viewer: user }),
});

const listRows = operation({
  id: "listPlaylistPlanRows",
  method: "GET",
  path: "/playlists/plans/{id}/rows",
  summary: "Every row of the playlist before and after, with what happens to it",
  scope: "playlists:read",
  params: ofId,
  query: z.strictObject({ show, cursor: cursor(z.tuple([z.coerce.number().int().min(0)])) }),
  answer: pageOf("PlaylistPlanRowPage", planRow),
  run: async ({ db, user, params, query }) => {
    const [offset = 0] = query.cursor ?? [];
    const look = { planId: params.id, viewer: user, show: query.show, offset };
    const { lines, total } = await readPlanLines(db, look);
    const next = offset + PLAN_PAGE_LINES;
    return { items: lines, nextCursor: next < total ? cursorTo(next) : null };
  },
});

const apply = operation({
  id: "applyPlaylistPlan",
  method: "POST",
  path: "/playlists/plans/{id}/apply",
  summary: "Agree to a plan: it is carried out in the background, as a job",
  scope: "playlists:write",
  params: ofId,
  answer: planDetail,
  run: async ({ db, user, params, followUp }) => {
    const { planId } = await approvePlan(db, { planId: params.id, userId: user.id });
    followUp({ mirrorIds: [], planIds: [planId] });
    return readPlan(db, { planId, viewer: user });
  },
});

const discard = operation({
  id: "discardPlaylistPlan",
  method: "POST",
  path: "/playlists/plans/{id}/discard",
  summary: "Put a plan away; nothing is written",
  scope: "playlists:write",
  params: ofId,
  answer: plan,
  run: async ({ db, user, params }) => {
    await discardPlan(db, { planId: params.id, userId: user.id });
    return entry(db, params.id, user.id);
  },
});

const undo = operation({
  id: "undoPlaylistPlan",
  method: "POST",
  path: "/playlists/plans/{id}/undo",
  summary: "Plan the way back to before a plan that was carried out",
  scope: "playlists:write",
  params: ofId,
  answer: plan,
  status: 201,
  run: async ({ db, user, params, now }) => {
    const wish = { planId: params.id, userId: user.id, now };
    const { planId } = await proposeUndo(db, wish).catch(tellNoAnswer);
    return entry(db, planId, user.id);
  },
});

async function entry(db: Surroundings["db"], planId: string, userId: string) {
  const found = await findPlan(db, { planId, userId });
  if (!found) throw new AppError("NOT_FOUND", "There is no such plan.");
  return entryOf(found);
}

export const planOperations = [
  propose,
  proposeRules,
  list,
  showPlan,
  listRows,
  apply,
  discard,
  undo,
];
