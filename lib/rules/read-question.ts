import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { noSuchRuleSet } from "./no-such-rule-set";
import { readRule } from "./read-rule";
import type { RuleDefinition } from "./rule-schema";

const MOST_BYTES = 512 * 1024;

/** The JSON that comes with a question about a rule set; empty when it is none. */
export async function readQuestion(request: Request): Promise<Record<string, unknown>> {
  const text = await request.text();
  if (text.length > MOST_BYTES) throw new AppError("INVALID", "That rule set is too large.");
  const raw: unknown = await new Response(text).json().catch(() => null);
  return typeof raw === "object" && raw !== null ? { ...raw } : {};
}

/** The rule that is asked about, which an editor sends only when it is whole. */
export function askedRule(raw: unknown): RuleDefinition {
  const read = readRule(raw);
  if (read.ok) return read.definition;
  const [problem] = read.problems;
  throw new AppError("INVALID", problem ? problem.message : "That rule set cannot be read.");
}

/** Which rule set is asked, as the address says it. */
export function askedRuleSet({ id }: Record<string, string>): string {
  const asked = z.uuid().safeParse(id);
  if (!asked.success) throw noSuchRuleSet();
  return asked.data;
}

const MOST_OFFSET = 1_000_000;

export const askedOffset = (raw: unknown) => z.int().min(0).max(MOST_OFFSET).catch(0).parse(raw);
