import "server-only";
import type { Db } from "@/db/handle";
import { deleteManualLabel, saveManualLabel, withdrawLabels } from "@/db/queries/classifications";
import { lockFacts } from "@/db/queries/facts-stale";
import { listFacts } from "@/db/queries/rules-facts";
import { AppError } from "@/lib/errors";
import { rivalsOf } from "./classification";
import { readYardsticks } from "./read-yardsticks";
import type { CorrectLabelInput } from "./schema";
import { settleRecordings } from "./settle-recordings";

/**
 * Keeps what a person says of a label, for ever and against every rule, until they say otherwise.
 * Answers the labels that stand.
 */
export async function correctLabel(
  db: Db,
  { userId, recordingKey, label, holds }: CorrectLabelInput & { userId: string },
): Promise<string[]> {
  const wanted = { userId, recordingKeys: [recordingKey] };
  const yardsticks = await readYardsticks(db, wanted);
  return db.transaction(async (tx) => {
    await lockFacts(tx, { userId });
    if ((await listFacts(tx, wanted)).length === 0) {
      throw new AppError("NOT_FOUND", "That track is not among yours.");
    }
    const said = { userId, recordingKey, label };
    if (holds === null) await deleteManualLabel(tx, said);
    else await saveManualLabel(tx, { ...said, holds });
    if (holds) await withdrawLabels(tx, { ...said, labels: rivalsOf(label) });
    await settleRecordings(tx, { ...wanted, yardsticks });
    const [facts] = await listFacts(tx, wanted);
    return facts?.classifications ?? [];
  });
}
