import { roughly } from "@/components/ui/moment";
import type { PlanShow } from "@/lib/playlists/plan-lines";
import type { PlaylistPlanKind, PlaylistPlanStatus } from "@/lib/playlists/plan-status";
import type { PlanEntry } from "@/lib/playlists/plan-view";
import type { RowOwner } from "@/lib/playlists/row";

const count = new Intl.NumberFormat("en");

export const countWords = (number: number, one: string, many = `${one}s`) =>
  `${count.format(number)} ${number === 1 ? one : many}`;

export const statusWords: Record<PlaylistPlanStatus, string> = {
  proposed: "Waiting for you",
  applying: "Being made",
  applied: "In place",
  failed: "Not finished",
  stale: "Out of date",
  discarded: "Discarded",
};

export const kindWords: Record<PlaylistPlanKind, string> = {
  rule: "Updated by rules",
  restore: "Brought back",
  copy: "Copied",
  merge: "Merged",
  split: "Split",
  sort: "Sorted",
  dedupe: "Duplicates removed",
  undo: "Undone",
  mirror: "Brought in step",
};

export const showWords: Record<PlanShow, string> = {
  all: "All rows",
  added: "Added",
  removed: "Removed",
  moved: "Moved",
  hand: "Kept by hand",
  double: "Twice in it",
};

export const ownerWords: Record<RowOwner, string> = {
  rule: "By the rules",
  curator: "By you, here",
  hand: "By hand",
};

/** "4 requests to Spotify, about 2 s" */
export function costWords({ requests, seconds }: Pick<PlanEntry, "requests" | "seconds">): string {
  const time = seconds < 90 ? `about ${seconds} s` : roughly(seconds / 60);
  return `${countWords(requests, "request")} to Spotify, ${time}`;
}

type Outcome = Pick<PlanEntry, "adds" | "removes" | "moves" | "isNew" | "follows">;

/** The playlist is already as the plan wants it. */
export const writesNothing = ({ adds, removes, moves, isNew }: Omit<Outcome, "follows">) =>
  adds + removes + moves === 0 && !isNew;

/** There is nothing in it that a person could approve. */
export const asksNothing = (plan: Outcome) => writesNothing(plan) && !plan.follows;
