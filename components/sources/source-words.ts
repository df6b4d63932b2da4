import { type Provider, providerName } from "@/lib/connections/provider";
import type { JobView } from "@/lib/jobs/job-view";
import type { SourceKind } from "@/lib/sources/source";

export const countWords = new Intl.NumberFormat("en");

/** The groups in which lists stand, in their order. */
export const groups = [
  { id: "library", name: "Your library", kinds: ["liked", "saved_albums", "playlist"] },
  { id: "golden", name: "Golden", kinds: ["golden"] },
  { id: "silver", name: "Silver", kinds: ["silver"] },
  { id: "style", name: "Styles", kinds: ["style"] },
] as const satisfies readonly { id: string; name: string; kinds: readonly SourceKind[] }[];

/** "12 of 340" as far as it is known. */
export function doneWords({ done, total }: Pick<JobView, "done" | "total">): string {
  if (total !== null) return `${countWords.format(done)} of ${countWords.format(total)}`;
  return done === 0 ? "" : countWords.format(done);
}

export const shareOf = ({ done, total }: Pick<JobView, "done" | "total">) =>
  total ? Math.min(1, done / total) : null;

/** Who is asked when more is to be known: "MusicBrainz", "MusicBrainz and the language model". */
export const askedWords = (enrichers: readonly Provider[]) =>
  enrichers.map((one) => (one === "llm" ? "the language model" : providerName(one))).join(" and ");

export const trackWords = (tracks: number) =>
  `${countWords.format(tracks)} track${tracks === 1 ? "" : "s"}`;
