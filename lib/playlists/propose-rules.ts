import "server-only";
import type { Db } from "@/db/handle";
import type { Lane } from "@/lib/traffic/pace";
import { mergeRows } from "./merge-rows";
import { type ProposedPlan, proposePlan } from "./propose-plan";

type Wanted = {
  userId: string;
  playlistId: string;
  name: string;
  /** Whose rules these are: a set of the same person's. */
  ruleSetId?: string;
  follows?: boolean;
  /** The tracks the rules want, in order; pins and excludes are worked in. */
  desired: readonly string[];
  /** Those of them that a person pinned: they come back even where they were taken out before. */
  pinned?: ReadonlySet<string>;
  /** Whether a track that is not wanted any more may go. */
  mayRemove: (uri: string) => boolean;
  now: Date;
  lane?: Lane;
};

/** The plan that brings the rules' part of a playlist up to date and leaves a person's part alone. */
export const proposeRules = (
  db: Db,
  { desired, pinned = new Set(), mayRemove, ...playlist }: Wanted,
): Promise<ProposedPlan> =>
  proposePlan(db, { ...playlist, kind: "rule" }, ({ rows, ...observed }) => {
    const removedByHand = new Set(observed.removedByHand.filter((uri) => !pinned.has(uri)));
    return mergeRows({ actual: rows, desired, removedByHand, mayRemove });
  });
