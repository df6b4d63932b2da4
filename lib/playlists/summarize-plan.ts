import { matchPlaces } from "@/lib/library/match-places";
import type { RowPlan } from "./plan-rows";
import { canBeAdded, keyOf, type Row } from "./row";

const PAGE_SIZE = 50;

export type PlanSummary = {
  adds: number;
  removes: number;
  moves: number;
  /** Rows of tracks that stand in the target already. */
  duplicates: number;
  /** Rows of a person that stay. */
  keptByHand: number;
  writes: number;
  /** With those that read the list back. */
  requests: number;
  seconds: number;
  replaces: boolean;
};

/** What a plan does to a playlist and what it costs, for a person to judge. */
export function summarizePlan(
  actual: readonly Row[],
  target: readonly Row[],
  { plan, secondsPerRequest }: { plan: RowPlan; secondsPerRequest: number },
): PlanSummary {
  const keyed = (rows: readonly Row[]) => rows.map(({ uri }) => ({ key: keyOf(uri) }));
  const { kept, moved } = matchPlaces(keyed(actual), keyed(target));
  const held = kept.size + moved.size;
  const addable = target.map(({ uri }) => uri).filter(canBeAdded);
  const writes = plan.writes.length;
  const requests =
    writes === 0 ? 0 : writes + 1 + Math.max(1, Math.ceil(target.length / PAGE_SIZE));
  return {
    adds: target.length - held,
    removes: actual.length - held,
    moves: moved.size,
    duplicates: addable.length - new Set(addable).size,
    keptByHand: target.filter(({ by }, at) => by !== "rule" && (kept.has(at) || moved.has(at)))
      .length,
    writes,
    requests,
    seconds: Math.ceil(requests * secondsPerRequest),
    replaces: plan.replaces,
  };
}
