import type { StoredSource } from "@/db/queries/sources";
import { isOfLibrary, MAX_AGE_MINUTES } from "@/lib/sources/source";

const MINUTE_MS = 60_000;
/** Curation and catalogue are read without asking anybody. */
const CATALOGUE_MINUTES = 5;

/** What a rule set draws from, the oldest first: what was chosen, else all that was ever fetched. */
export const drawnFrom = (
  stored: readonly StoredSource[],
  chosen: readonly string[],
): StoredSource[] =>
  stored
    .filter(({ id, edition }) => (chosen.length > 0 ? chosen.includes(id) : edition > 0))
    .toSorted((one, other) => readAt(one) - readAt(other));

const readAt = ({ fetchedAt }: StoredSource) => fetchedAt?.getTime() ?? 0;

/** Whether a source is to be read again before rules are asked by themselves what it holds. */
export function isOld(source: StoredSource, now: Date): boolean {
  const minutes = isOfLibrary(source.kind)
    ? Math.max(source.maxAgeMinutes, MAX_AGE_MINUTES)
    : CATALOGUE_MINUTES;
  return readAt(source) < now.getTime() - minutes * MINUTE_MS;
}
