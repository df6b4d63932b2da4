import type { PlaylistPlanKind } from "./plan-status";

const deeds: Record<PlaylistPlanKind, string> = {
  rule: "Update",
  restore: "Bring back",
  copy: "Copy to",
  merge: "Merge into",
  split: "Split into",
  sort: "Sort",
  dedupe: "Remove duplicates from",
  mirror: "Bring in step",
  undo: "Undo the change of",
};

/** What a plan does, as a headline. */
export const planTitle = ({ kind, name }: { kind: PlaylistPlanKind; name: string }) =>
  `${deeds[kind]} “${name}”`;
