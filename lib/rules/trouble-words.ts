const some = new Intl.ListFormat("en", { type: "conjunction" });
const MOST_NAMES = 3;

/** What keeps a rule set from drawing on its sources as they are now. */
export type SourceTroubles = {
  /** Sources that should have been read, and were not. */
  unread: string[];
  /** Those whose list is there no more; they hold what they held. */
  gone: string[];
  /** How many that it names were removed. */
  removed: number;
  /** What was read is not among the facts yet. */
  isBehind: boolean;
};

/** What a person is told of it; null when all is well. */
export function troubleWords({ unread, gone, removed, isBehind }: SourceTroubles): string | null {
  const sentences = [
    removed > 0 &&
      `It names ${removed === 1 ? "a source that was" : "sources that were"} removed: choose others, or save it without. Until then you are asked before anything is written.`,
    unread.length > 0 &&
      `${named(unread)} could not be read again in time: the plan is of what was known, and nothing goes until ${unread.length === 1 ? "it is" : "they are"} read.`,
    isBehind &&
      "What its sources hold by now is still being gathered: nothing goes until that is done.",
    gone.length > 0 &&
      `${named(gone)} can no longer be read: what was known of ${gone.length === 1 ? "it" : "them"} last still counts.`,
  ].filter((words) => words !== false);
  return sentences.length > 0 ? sentences.join(" ") : null;
}

function named(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => `“${name}”`);
  const others = names.length - shown.length;
  return some.format(others > 0 ? [...shown, `${others} more`] : shown);
}
