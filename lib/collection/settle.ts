import type { CollectionStatus } from "./status";

type Counts = {
  /** What Beatport says the week holds. */
  expected: number;
  /** Distinct tracks received. */
  received: number;
  /** Of these, in the catalogue. */
  stored: number;
  /** Of these, unreadable and kept aside. */
  invalid: number;
};

type Verdict = {
  status: Extract<CollectionStatus, "complete" | "partial">;
  problem: string | null;
};

/** A week is complete when every track that Beatport counted is in the catalogue. */
export function settle({ expected, received, stored, invalid }: Counts): Verdict {
  const problems: string[] = [];
  if (received !== expected) {
    problems.push(
      `Beatport's list kept changing while it was read: it counts ${expected}, ${received} arrived.`,
    );
  }
  if (invalid > 0) {
    const tracks = invalid === 1 ? "1 track" : `${invalid} tracks`;
    problems.push(`${tracks} could not be read and ${invalid === 1 ? "is" : "are"} kept aside.`);
  }
  const waiting = received - stored - invalid;
  if (waiting > 0) problems.push(`${waiting} received but not yet in the catalogue.`);

  return problems.length === 0
    ? { status: "complete", problem: null }
    : { status: "partial", problem: problems.join(" ") };
}
