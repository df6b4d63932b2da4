import { z } from "zod";
import { MOST_OVERRIDES, type RuleOverride, ruleOverride } from "./override";
import { problemOf, type RuleProblem, readRule } from "./read-rule";
import type { RuleDefinition } from "./rule-schema";
import { LONGEST_NAME } from "./rule-set-name";

type Filed = { name: string; definition: RuleDefinition; overrides: RuleOverride[] };
type RuleFile = ({ ok: true } & Filed) | { ok: false; problems: RuleProblem[] };

/** A rule set as a file, to be read by `readRuleFile`: what it says, its pins and its exclusions. */
export const ruleFile = ({ name, definition, overrides }: Filed) => ({
  clouder: "rule-set",
  format: 1,
  name,
  definition,
  overrides,
});

/** What no name has. */
const ODD = /[\p{Cc}\p{Cs}]+/gu;

const NO_RULE_SET: RuleProblem = {
  path: "",
  message: "This is no rule set: it should be the JSON that “Export” makes.",
};

const said = z
  .array(ruleOverride, { error: "List the tracks that are pinned or kept out." })
  .max(MOST_OVERRIDES, { error: `Pin or keep out at most ${MOST_OVERRIDES} tracks.` })
  .refine((all) => new Set(all.map(({ recordingKey }) => recordingKey)).size === all.length, {
    error: "A track is pinned or kept out once.",
  })
  .default([]);

/** Reads a file with a rule set: one that was exported, or the bare rule. */
export function readRuleFile(raw: unknown, fallbackName: string): RuleFile {
  if (typeof raw !== "object" || raw === null) return { ok: false, problems: [NO_RULE_SET] };
  if (!("definition" in raw) && !("where" in raw)) return { ok: false, problems: [NO_RULE_SET] };
  const filed: Record<string, unknown> = "definition" in raw ? { ...raw } : { definition: raw };
  const read = readRule(filed.definition);
  const overrides = said.safeParse(filed.overrides);
  if (!read.ok || !overrides.success) {
    const ofOverrides = overrides.error?.issues.map((issue) => problemOf(issue, ["overrides"]));
    return { ok: false, problems: [...(read.ok ? [] : read.problems), ...(ofOverrides ?? [])] };
  }
  const named = typeof filed.name === "string" ? filed.name.replace(ODD, " ").trim() : "";
  const name = (named || fallbackName).slice(0, LONGEST_NAME).trim() || "Imported";
  return { ok: true, name, definition: read.definition, overrides: overrides.data };
}
