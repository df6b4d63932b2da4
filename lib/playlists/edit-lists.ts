import { inChunks } from "@/lib/in-chunks";
import { canBeAdded, type Row } from "./row";

/** Which performance a row is; equal for the same on several releases. */
export type RecordingOf = (uri: string) => string;

/** The rows of a list as another one gets them: what cannot be added stays behind. */
export const copyRows = (rows: readonly Row[]): Row[] =>
  rows.filter(({ uri }) => canBeAdded(uri)).map(({ uri }) => ({ uri, by: "curator" }));

/** Of each recording the first row stays; what cannot be added back is never taken for a double. */
export function withoutDuplicates(rows: readonly Row[], recordingOf: RecordingOf): Row[] {
  const seen = new Set<string>();
  return rows.filter(({ uri }) => {
    if (!canBeAdded(uri)) return true;
    const recording = recordingOf(uri);
    if (seen.has(recording)) return false;
    seen.add(recording);
    return true;
  });
}

/** One list after the other, each recording once, and what cannot be added as often as it comes. */
export const mergeLists = (lists: readonly (readonly Row[])[], recordingOf: RecordingOf): Row[] =>
  withoutDuplicates(lists.flat(), recordingOf);

/** Lists of at most so many rows. */
export function splitByCount(rows: readonly Row[], size: number): Row[][] {
  if (size < 1) throw new RangeError("A list has at least one row.");
  return inChunks(copyRows(rows), size);
}
