import type { Provider } from "@/lib/connections/provider";
import type { LibraryPart, SyncStatus } from "./part";
import { partWords } from "./part-words";

type Part = {
  part: LibraryPart;
  status: SyncStatus;
  requested: number | null;
  stored: number;
  appended: number;
  gone: number;
  problem: string | null;
};

type Outcome = {
  status: "complete" | "partial" | "failed";
  message: string;
  stored: number;
  /** Rows that were to be read and are not here. */
  missing: number;
};

const plain = new Intl.NumberFormat("en");
const sumOf = (parts: readonly Part[], of: (part: Part) => number) =>
  parts.reduce((sum, part) => sum + of(part), 0);

/** The verdict on a sync: complete only when every part has all the rows there were to read. */
export function settleSync(parts: readonly Part[], provider: Provider): Outcome {
  const left = parts.filter(({ status }) => status !== "complete");
  const isEmpty = left.every(({ status }) => status === "failed") && left.length === parts.length;
  const stored = sumOf(parts, (part) => part.stored);
  const missing = sumOf(parts, ({ requested, stored }) => Math.max(0, (requested ?? 0) - stored));
  const gone = sumOf(parts, (part) => part.gone);
  const changed = sumOf(parts, (part) => part.appended) - gone;
  const counts = `${plain.format(stored)} rows read: ${plain.format(changed)} new or changed, ${plain.format(gone)} gone.`;
  const problems = left.map(
    ({ part, problem }) => `${partWords(part, provider)}: ${problem ?? "not read to the end."}`,
  );
  if (left.length === 0) return { status: "complete", message: counts, stored, missing };
  if (isEmpty) return { status: "failed", message: problems.join(" "), stored, missing };
  return { status: "partial", message: [counts, ...problems].join(" "), stored, missing };
}
