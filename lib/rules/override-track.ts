import "server-only";
import type { Db } from "@/db/handle";
import { listPinned } from "@/db/queries/facts-pinned";
import { lockFacts } from "@/db/queries/facts-stale";
import { lockRuleSet, type OwnRuleSet } from "@/db/queries/rule-sets";
import { countOverrides, deleteOverrides, putOverride } from "@/db/queries/rule-sets-overrides";
import { listFacts } from "@/db/queries/rules-facts";
import { dropLeftRecordings } from "@/lib/enrichment/settle-recordings";
import { AppError } from "@/lib/errors";
import { noSuchRuleSet } from "./no-such-rule-set";
import { MOST_OVERRIDES, type RuleOverride } from "./override";

/**
 * Pins a track to a rule set or keeps it out, whatever the rules say; `kind: null` leaves it to them
 * again. Nobody gathers facts meanwhile: a pin is a reason to know a track.
 */
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
    const wanted = { userId: own.userId, recordingKeys: [recordingKey] };
    await lockFacts(tx, own);
    if (!(await lockRuleSet(tx, own))) throw noSuchRuleSet();
    const wasPinned = await listPinned(tx, wanted);
    if (kind === null) {
      await deleteOverrides(tx, { ...own, ...wanted });
      return dropLeftRecordings(tx, { ...wanted, recordingKeys: wasPinned });
    }
    const [known] = await listFacts(tx, wanted);
    if (!known) throw new AppError("NOT_FOUND", "That track is not known.");
    await putOverride(tx, {
      ...own,
      recordingKey,
      kind,
      position: kind === "pin" ? position : null,
    });
    await dropLeftRecordings(tx, { ...wanted, recordingKeys: wasPinned });
    if ((await countOverrides(tx, own)) > MOST_OVERRIDES) {
      throw new AppError("CONFLICT", "More tracks than that cannot be pinned or kept out.");
    }
  });
