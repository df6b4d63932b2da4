import { z } from "zod";
import { ruleOverride } from "./override";
import { LONGEST_NAME } from "./rule-set-name";

const ruleSetId = z.uuid();
const name = z.string().trim().min(1).max(LONGEST_NAME);
const version = z.int().min(1);

export const ruleSetInput = z.object({ ruleSetId });

/** From a template, or empty. */
export const createRuleSetInput = z.object({ name, templateId: z.string().max(60).nullable() });

export const renameRuleSetInput = z.object({ ruleSetId, name });

/** `definition` is read by `askedRule`; `note` says what a version is besides its number. */
export const saveRuleSetInput = z.object({
  ruleSetId,
  definition: z.unknown(),
  basedOn: version,
  note: z.string().max(200).nullable().default(null),
});

/** `kind: null` takes back what was said. */
export const overrideInput = z.object({
  ruleSetId,
  ...ruleOverride.shape,
  kind: ruleOverride.shape.kind.nullable(),
});

export const MOST_REMOVALS = 10_000;

export const scheduleInput = z.object({
  ruleSetId,
  scheduleHours: z.int().min(1).max(8760).nullable(),
  automatic: z.boolean(),
  removalThreshold: z.int().min(0).max(MOST_REMOVALS),
});

/** `playlistId: null` makes a new one. */
export const proposeRuleSetInput = z.object({
  ruleSetId,
  playlistId: z.string().min(1).max(100).nullable(),
  name: z.string().trim().min(1).max(100),
  follows: z.boolean(),
});

/** In bytes: no rule set is larger. */
export const LARGEST_FILE = 512 * 1024;

/** The text of a file, and what the rule set is called when the file does not say. */
export const importRuleSetInput = z.object({
  text: z.string().max(LARGEST_FILE),
  fallbackName: z.string().max(200),
});
