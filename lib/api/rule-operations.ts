import { z } from "zod";
import { findRuleSet, findRuleZone, listRuleSets, type RuleSet } from "@/db/queries/rule-sets";
import { listSelectedTracks, listSelection } from "@/db/queries/rules-select";
import { createRuleSet } from "@/lib/rules/create-rule-set";
import { removeRuleSet, renameRuleSet } from "@/lib/rules/edit-rule-set";
import { noSuchRuleSet } from "@/lib/rules/no-such-rule-set";
import { readUnmatchedPage } from "@/lib/rules/read-comparison";
import { readDifference, readResult } from "@/lib/rules/read-result";
import { readRule } from "@/lib/rules/read-rule";
import { readSelection } from "@/lib/rules/read-selection";
import { saveRuleSet } from "@/lib/rules/save-rule-set";
import { operation } from "./operation";
import { cursor, cursorTo, limit, onePlace, pageOf } from "./page";
import {
  definition,
  difference,
  evaluation,
  named,
  readDefinition,
  ruleSet,
  ruleTrack,
  verdict,
} from "./rule-schemas";
import { deleted, ofId } from "./shared-schemas";

const begin = cursor(z.tuple([z.coerce.number().int().min(0)]));
const asked = z.strictObject({ definition });
const trackColumns = [
  ...["recordingKey", "artists", "title", "mixName", "label", "bpm", "key", "spotifyUri"],
];

const shown = ({ createdAt, updatedAt, ...rest }: RuleSet) => ({
  ...rest,
  definition: { ...rest.definition },
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});

const list = operation({
  id: "listRuleSets",
  method: "GET",
  path: "/rules",
  summary: "My rule sets, by name",
  scope: "rules:read",
  query: z.strictObject({ limit, cursor: begin }),
  answer: pageOf("RuleSetPage", ruleSet),
  run: async ({ db, user, query }) => {
    const [from = 0] = query.cursor ?? [];
    const all = await listRuleSets(db, { userId: user.id });
    const end = from + query.limit;
    return {
      items: all.slice(from, end).map(shown),
      nextCursor: end < all.length ? cursorTo(end) : null,
    };
  },
});

const create = operation({
  id: "createRuleSet",
  method: "POST",
  path: "/rules",
  summary: "Make a rule set; where the name is taken, a number makes it free",
  scope: "rules:write",
  body: named,
  answer: ruleSet,
  status: 201,
  run: async ({ db, user, body }) => {
    const rule = readDefinition(body.definition);
    return shown(await createRuleSet(db, { userId: user.id, name: body.name, definition: rule }));
  },
});

const show = operation({
  id: "showRuleSet",
  method: "GET",
  path: "/rules/{id}",
  summary: "A rule set as it was saved last",
  scope: "rules:read",
  params: ofId,
  answer: ruleSet,
  run: async ({ db, user, params }) => {
    const found = await findRuleSet(db, { userId: user.id, ruleSetId: params.id });
    if (!found) throw noSuchRuleSet();
    return shown(found);
  },
});

const replace = operation({
  id: "replaceRuleSet",
  method: "PUT",
  path: "/rules/{id}",
  summary: "Save a rule set as its next version; a conflict when it is at another one by now",
  scope: "rules:write",
  params: ofId,
  body: named.extend({
    basedOn: z.int().min(1).describe("The version that was changed."),
  }),
  answer: ruleSet,
  run: async ({ db, user, params, body }) => {
    const own = { userId: user.id, ruleSetId: params.id };
    const rule = readDefinition(body.definition);
    return db.transaction(async (tx) => {
      await renameRuleSet(tx, { ...own, name: body.name });
      return shown(await saveRuleSet(tx, { ...own, definition: rule, basedOn: body.basedOn }));
    });
  },
});

const remove = operation({
  id: "deleteRuleSet",
  method: "DELETE",
  path: "/rules/{id}",
  summary: "Delete a rule set; what its playlist holds stays",
  scope: "rules:write",
  params: ofId,
  answer: deleted,
  run: async ({ db, user, params, followUp }) => {
    await removeRuleSet(db, { userId: user.id, ruleSetId: params.id });
    followUp({ mirrorIds: [] });
    return { id: params.id };
  },
});

const validate = operation({
  id: "validateRules",
  method: "POST",
  path: "/rules/validate",
  summary: "What is wrong with rules, row by row",
  scope: "rules:read",
  body: asked,
  answer: verdict,
  run: async ({ body }) => {
    const read = readRule(body.definition);
    return { valid: read.ok, problems: read.ok ? [] : read.problems };
  },
});

const evaluate = operation({
  id: "evaluateRules",
  method: "POST",
  path: "/rules/evaluate",
  summary: "How many of my tracks rules take that are not saved, and the first of them",
  scope: "rules:read",
  body: asked,
  answer: evaluation,
  run: async ({ db, user, body, now }) => {
    const rule = readDefinition(body.definition);
    const timeZone = await findRuleZone(db, { userId: user.id });
    const selection = { userId: user.id, rule, overrides: [], at: { now, timeZone } };
    return readResult(db, selection, { offset: 0 });
  },
});

const listTracks = operation({
  id: "listRuleSetTracks",
  method: "GET",
  path: "/rules/{id}/tracks",
  summary: "The tracks a rule set takes now, in its order",
  scope: "rules:read",
  params: ofId,
  query: z.strictObject({ limit, cursor: begin }),
  answer: pageOf("RuleTrackPage", ruleTrack),
  csv: trackColumns,
  run: async ({ db, user, params, query, now }) => {
    const [offset = 0] = query.cursor ?? [];
    const userId = user.id;
    const selection = await readSelection(db, { userId, ruleSetId: params.id, now });
    const keys = await listSelection(db, selection, { offset, size: query.limit + 1 });
    const recordingKeys = keys.slice(0, query.limit);
    return {
      items: await listSelectedTracks(db, { userId, recordingKeys }),
      nextCursor: keys.length > query.limit ? cursorTo(offset + query.limit) : null,
    };
  },
});

const unmatched = operation({
  id: "listUnmatchedTracks",
  method: "GET",
  path: "/rules/unmatched",
  summary: "My tracks that no rule set takes",
  scope: "rules:read",
  query: z.strictObject({ limit, cursor: cursor(onePlace) }),
  answer: pageOf("UnmatchedPage", ruleTrack),
  csv: trackColumns,
  run: async ({ db, user, query, now }) => {
    const asked = { userId: user.id, after: query.cursor ?? null, size: query.limit, now };
    const { tracks, next } = await readUnmatchedPage(db, asked);
    return { items: tracks, nextCursor: next === null ? null : cursorTo(next) };
  },
});

const preview = operation({
  id: "previewRuleSet",
  method: "POST",
  path: "/rules/{id}/preview",
  summary: "What saving would change in a rule set's result: what comes and what goes",
  scope: "rules:read",
  params: ofId,
  body: asked,
  answer: difference,
  run: async ({ db, user, params, body, now }) => {
    const own = { userId: user.id, ruleSetId: params.id, now };
    const changed = readDefinition(body.definition);
    const before = await readSelection(db, own);
    return readDifference(db, { before, after: { ...before, rule: changed } });
  },
});

export const ruleOperations = [
  list,
  create,
  show,
  replace,
  remove,
  validate,
  evaluate,
  listTracks,
  unmatched,
  preview,
];
