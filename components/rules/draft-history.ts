/** What was written, what could be taken back, and what could be written again. */
export type DraftHistory<T> = {
  past: readonly T[];
  now: T;
  future: readonly T[];
  /** Of what the last change was; more of the same is taken back at once. */
  subject: string | null;
};

export const beginHistory = <T>(now: T): DraftHistory<T> => ({
  past: [],
  now,
  future: [],
  subject: null,
});

/** A change that is none is not kept. */
export function change<T>(
  history: DraftHistory<T>,
  now: T,
  subject: string | null = null,
): DraftHistory<T> {
  if (now === history.now) return history;
  const goesOn = subject !== null && subject === history.subject;
  return {
    past: goesOn ? history.past : [...history.past, history.now],
    now,
    future: [],
    subject,
  };
}

export function undo<T>(history: DraftHistory<T>): DraftHistory<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  const { past, now, future } = history;
  return { past: past.slice(0, -1), now: before, future: [now, ...future], subject: null };
}

export function redo<T>(history: DraftHistory<T>): DraftHistory<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.now], now: next, future, subject: null };
}
