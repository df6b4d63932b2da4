import type { NewCategory } from "@/lib/curation/schema";

export type DraftCategory = NewCategory & { id: string };

/** What keeps the drafts from being created, in words; null when nothing does. */
export function draftProblem(drafts: readonly DraftCategory[]): string | null {
  if (drafts.length === 0) return "A style needs at least one category to sort into.";
  const names = drafts.map(({ name }) => name.trim().toLowerCase());
  if (names.includes("")) return "A category needs a name.";
  const twice = drafts.find((_, index) => names.indexOf(names[index] ?? "") !== index);
  return twice ? `Two categories are called ${twice.name.trim()}.` : null;
}
