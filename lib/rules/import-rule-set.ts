import "server-only";
import type { Db } from "@/db/handle";
import { createRuleSet } from "./create-rule-set";
import type { RuleProblem } from "./read-rule";
import { readRuleFile } from "./rule-file";

type Imported = { id: string; problems: null } | { id: null; problems: RuleProblem[] };

/** Makes a rule set of a file, or says what is wrong with which of its rows. */
export async function importRuleSet(
  db: Db,
  { userId, text, fallbackName }: { userId: string; text: string; fallbackName: string },
): Promise<Imported> {
  const raw: unknown = await new Response(text).json().catch(() => null);
  const file = readRuleFile(raw, fallbackName);
  if (!file.ok) return { id: null, problems: file.problems };
  const { name, definition, overrides } = file;
  const wanted = { userId, name, definition, overrides, note: "Imported" };
  const { id } = await createRuleSet(db, wanted);
  return { id, problems: null };
}
