import { normalizeShortcut, shortcutProblem } from "@/lib/curation/reserved-keys";

type Neighbour = { name: string; shortcut: string | null };

/** Why this key cannot be taken here, in words; null when it can. */
export function keyProblem(key: string, others: readonly Neighbour[]): string | null {
  const problem = shortcutProblem(key);
  if (problem) return problem;
  const holder = others.find(
    ({ shortcut }) => shortcut && normalizeShortcut(shortcut) === normalizeShortcut(key),
  );
  return holder ? `That key already sorts into ${holder.name}.` : null;
}
