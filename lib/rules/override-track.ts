import "server-only";
import type { Db } from "@/db/handle";
import { lockRuleSet, type OwnRuleSet } from "@/db/queries/rule-sets";
import { countOverrides, deleteOverrides, putOverride } from "@/db/queries/rule-sets-overrides";
import { listFacts } from "@/db/queries/rules-facts";
import { AppError } from "@/lib/errors";
import { noSuchRuleSet } from "./no-such-rule-set";
import { MOST_OVERRIDES, type RuleOverride } from "./override";

/** Pins a track to a rule set or keeps it out, whatever the rules say; `kind: null` leaves it to them again. */
export const overrideTrack = (
  db: Db,
  {
    recordingKey,
    kind,
    position,
    ...own
  }: OwnRuleSet & Omit<RuleOverride, "kind"> & { kind: RuleOverride["kind"] | null },
): Promise<void> =>
  db.transaction(async (tx) => {
    if (!(await lockRuleSet(tx, own))) throw noSuchRuleSet();
    if (kind === null) return deleteOverrides(tx, { ...own, recordingKeys: [recordingKey] });
    const [known] = await listFacts(tx, { userId: own.userId, recordingKeys: [recordingKey] });
    if (!known) throw new AppError("NOT_FOUND", "That track is not known.");
    await putOverride(tx, {
      ...own,
      recordingKey,
      kind,
      position: kind === "pin" ? position : null,
    });
    if ((await countOverrides(tx, own)) > MOST_OVERRIDES) {
      throw new AppError("CONFLICT", "More tracks than that cannot be pinned or kept out.");
    }
  });
