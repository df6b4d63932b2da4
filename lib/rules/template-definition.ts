import { AppError } from "@/lib/errors";
import type { RuleDefinition } from "./rule-schema";
import { ruleTemplates } from "./templates";

/** A rule that takes every track, to be narrowed. */
const everyTrack: RuleDefinition = {
  where: { all: [] },
  sort: [],
  limit: null,
  perArtist: null,
  perLabel: null,
  dedupe: "recording",
  sources: [],
};

/** What a new rule set says: that of a template, or nothing yet. */
export function templateDefinition(
  templateId: string | null,
  labels: readonly string[],
): RuleDefinition {
  if (templateId === null) return everyTrack;
  const template = ruleTemplates(labels).find(({ id }) => id === templateId);
  if (!template) throw new AppError("NOT_FOUND", "There is no such template.");
  return template.definition;
}
