import "server-only";
import type { Db } from "@/db/handle";
import { countUnknown } from "@/db/queries/facts-pinned";
import { lockFacts } from "@/db/queries/facts-stale";
import { readYardsticks } from "@/lib/enrichment/read-yardsticks";
import { settleRecordings } from "@/lib/enrichment/settle-recordings";
import { createRuleSet } from "./create-rule-set";
import { pinnedKeys } from "./override";
import type { RuleProblem } from "./read-rule";
import { readRuleFile } from "./rule-file";

type Imported =
  /** `unknown` of the tracks that it pins or keeps out are not known here. */
  { id: string; unknown: number; problems: null } | { id: null; problems: RuleProblem[] };

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
  const yardsticks = await readYardsticks(db, { userId });
  return db.transaction(async (tx) => {
    await lockFacts(tx, { userId });
    const { id } = await createRuleSet(tx, wanted);
    await settleRecordings(tx, { userId, recordingKeys: pinnedKeys(overrides), yardsticks });
    const recordingKeys = overrides.map(({ recordingKey }) => recordingKey);
    return { id, unknown: await countUnknown(tx, { userId, recordingKeys }), problems: null };
  });
}
