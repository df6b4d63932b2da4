import "server-only";
import type { Db } from "@/db/handle";
import { replaceRuleLabels } from "@/db/queries/classifications";
import { deleteFacts } from "@/db/queries/facts-stale";
import { writeFacts } from "@/db/queries/rules-facts";
import { standingLabels } from "./classification";
import { classifyTrack, type Yardsticks } from "./classify-track";
import { gatherFacts } from "./gather-facts";
import type { KnownRecording } from "./known-recording";
import { mergeFacts, saidOf } from "./merge-facts";
import { chooseFact } from "./precedence";

type Own = { userId: string };

/**
 * Gathers what is known of some recordings anew, and labels them by it. One that its user has nothing
 * to do with any more is dropped. Call it in a transaction.
 */
export async function settleRecordings(
  db: Db,
  { userId, recordingKeys, yardsticks }: Own & { recordingKeys: string[]; yardsticks: Yardsticks },
): Promise<void> {
  if (recordingKeys.length === 0) return;
  const known = await gatherFacts(db, { userId, recordingKeys });
  const settled = known.map((recording) => settle(recording, yardsticks));
  const facts = settled.flatMap(({ facts }) => (facts ? [facts] : []));
  const dropped = settled.filter(({ facts }) => !facts).map(({ recordingKey }) => recordingKey);
  const labelled = settled.map(({ recordingKey, labels }) => ({ recordingKey, labels }));
  await replaceRuleLabels(db, { userId, labelled });
  await writeFacts(db, { userId, facts });
  await deleteFacts(db, { userId, recordingKeys: dropped });
}

/**
 * Drops what is known of recordings that their user has nothing to do with any more. Call it in a
 * transaction.
 */
export async function dropLeftRecordings(
  db: Db,
  { userId, recordingKeys }: Own & { recordingKeys: string[] },
): Promise<void> {
  if (recordingKeys.length === 0) return;
  const known = await gatherFacts(db, { userId, recordingKeys });
  const left = known.filter((recording) => mergeFacts(recording) === null);
  const dropped = left.map(({ recordingKey }) => recordingKey);
  const labelled = dropped.map((recordingKey) => ({ recordingKey, labels: [] }));
  await replaceRuleLabels(db, { userId, labelled });
  await deleteFacts(db, { userId, recordingKeys: dropped });
}

function settle(known: KnownRecording, yardsticks: Yardsticks) {
  const { recordingKey } = known;
  const said = saidOf(known);
  const facts = mergeFacts(known, said);
  if (!facts) return { recordingKey, facts: null, labels: [] };
  const opinion = {
    energy: chooseFact("energy", said) ?? null,
    mood: chooseFact("mood", said) ?? null,
  };
  const labels = classifyTrack(facts, yardsticks, opinion);
  const manual = known.classifications.filter(({ origin }) => origin === "manual");
  const byRule = labels.map((label) => ({ label, origin: "rule" as const, holds: true }));
  facts.classifications = standingLabels([...manual, ...byRule]);
  return { recordingKey, facts, labels };
}
