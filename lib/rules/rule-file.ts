import { type RuleProblem, readRule } from "./read-rule";
import type { RuleDefinition } from "./rule-schema";
import { LONGEST_NAME } from "./rule-set-name";

type RuleFile =
  | { ok: true; name: string; definition: RuleDefinition }
  | { ok: false; problems: RuleProblem[] };

const NO_RULE_SET: RuleProblem = {
  path: "",
  message: "This is no rule set: it should be the JSON that “Export” makes.",
};

/** Reads a file with a rule set: one that was exported, or the bare rule. */
export function readRuleFile(raw: unknown, fallbackName: string): RuleFile {
  if (typeof raw !== "object" || raw === null) return { ok: false, problems: [NO_RULE_SET] };
  if (!("definition" in raw) && !("where" in raw)) return { ok: false, problems: [NO_RULE_SET] };
  const read = readRule("definition" in raw ? raw.definition : raw);
  if (!read.ok) return read;
  const named = "name" in raw && typeof raw.name === "string" ? raw.name.trim() : "";
  const name = (named || fallbackName).slice(0, LONGEST_NAME).trim() || "Imported";
  return { ok: true, name, definition: read.definition };
}
