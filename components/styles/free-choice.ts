import { normalizeShortcut } from "@/lib/curation/reserved-keys";
import { palette } from "./palette";

type Taken = { color: number; shortcut: string | null };

/** The first colour nobody has; when all are taken, the one used least. */
export function freeColor(taken: readonly Taken[]): number {
  const uses = (color: number) => taken.filter((entry) => entry.color === color).length;
  const [first] = [...palette].sort((a, b) => uses(a.color) - uses(b.color));
  return first?.color ?? 1;
}

/** The first digit key nobody has; null when all nine are taken. */
export function freeKey(taken: readonly Taken[]): string | null {
  const used = new Set(taken.map(({ shortcut }) => shortcut && normalizeShortcut(shortcut)));
  return ["1", "2", "3", "4", "5", "6", "7", "8", "9"].find((key) => !used.has(key)) ?? null;
}
