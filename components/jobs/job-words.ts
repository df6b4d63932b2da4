import { roughly } from "@/components/ui/moment";
import type { JobView } from "@/lib/jobs/job-view";
import type { JobKind } from "@/lib/jobs/status";

export const kindNames: Record<JobKind, string> = {
  classification: "Labels",
  collection: "Collection",
  enrichment: "Enrichment",
  facts: "Facts",
  import: "Import",
  matching: "Matching",
  mirror: "Playlist",
  playlist: "Playlist change",
  recount: "History",
  source: "Source",
  styles: "Styles",
  sync: "Library",
};

export type Tone = "going" | "waiting" | "bad" | "done" | "quiet";

/** The state of a job in a word or three, and how much it asks for attention. */
export function stateOf({ status, standsStill }: JobView): { text: string; tone: Tone } {
  if (standsStill) return { text: "Standing still", tone: "waiting" };
  switch (status) {
    case "queued":
      return { text: "In line", tone: "quiet" };
    case "running":
      return { text: "Running", tone: "going" };
    case "waiting":
      return { text: "Waiting", tone: "waiting" };
    case "done":
      return { text: "Done", tone: "done" };
    case "partial":
      return { text: "Done, with gaps", tone: "waiting" };
    case "failed":
      return { text: "Failed", tone: "bad" };
    case "cancelled":
      return { text: "Stopped", tone: "quiet" };
  }
}

const count = new Intl.NumberFormat("en");

/** "412 of 700", "412" while nobody knows of how many, nothing before the first. */
export function doneWords({ done, total }: Pick<JobView, "done" | "total">): string {
  if (total !== null) return `${count.format(done)} of ${count.format(total)}`;
  return done === 0 ? "" : count.format(done);
}

/** "2 failed, 3 warnings"; empty when nothing went wrong. */
export function troubleWords({ failed, warnings }: Pick<JobView, "failed" | "warnings">): string {
  const words: string[] = [];
  if (failed > 0) words.push(`${count.format(failed)} failed`);
  if (warnings > 0) words.push(`${count.format(warnings)} warning${warnings === 1 ? "" : "s"}`);
  return words.join(", ");
}

/** "410/min"; a slow job is told by the hour. */
export function rateWords(perMinute: number | null): string {
  if (perMinute === null) return "";
  if (perMinute < 1) return `${count.format(Math.max(1, Math.round(perMinute * 60)))}/h`;
  return `${count.format(Math.round(perMinute))}/min`;
}

/** "a few seconds", "about 40 s", "about 9 minutes" */
export function leftWords(secondsLeft: number | null): string {
  if (secondsLeft === null) return "";
  if (secondsLeft < 10) return "a few seconds";
  if (secondsLeft < 90) return `about ${Math.round(secondsLeft / 10) * 10} s`;
  return roughly(secondsLeft / 60);
}

/** "0.8 s", "12 s", "3 min 5 s", "2 h 10 min" */
export function tookWords(from: string, to: string): string {
  const seconds = Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
  if (seconds < 10) return `${Math.round(seconds * 10) / 10} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${Math.floor(seconds % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** What stopping a job leaves behind, and how it goes on. */
export const stopWords: Record<JobKind, string> = {
  classification: "Labels given by hand stay. Try again works the others out from the start.",
  collection: "What was read is kept. Try again reads the week from the start.",
  facts: "Rules see what was gathered so far. Try again goes on where it stopped.",
  enrichment: "Every answer that came is kept. Try again asks about what is left.",
  import: "Every play that was read is kept. Try again goes on where it stopped.",
  matching: "Every match found is kept. Tracks not asked for yet stay open until you try again.",
  mirror:
    "The playlist keeps what it holds, your sorting is safe. Try again, or the next change of the list, brings it in step.",
  recount: "The history stays in the days it is shown in. Try again goes on where it stopped.",
  playlist:
    "The playlist may be half-way. Try again goes on to what the preview showed; a new preview starts from what it holds.",
  source: "It shows what it held before. Try again fetches it from the start.",
  styles: "The styles stay as they are.",
  sync: "Every part that was read whole is kept. Try again reads the others from the start.",
};
