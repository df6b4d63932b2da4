import { matchPlaces } from "@/lib/library/match-places";
import { limits } from "@/lib/traffic/limits";
import type { RowPlan } from "./plan-rows";
import { canBeAdded, keyOf, type Row } from "./row";

const PAGE_SIZE = 50;
/** A request takes about so long, or as long as the allowed rate makes it. */
const SECONDS_PER_REQUEST = Math.max(0.3, limits.spotify.windowS / limits.spotify.requests);

export type PlanSummary = {
  adds: number;
  removes: number;
  moves: number;
  /** Rows of tracks that stand in the target already. */
  duplicates: number;
  /** Rows of a person that stay. */
  keptByHand: number;
  writes: number;
  /** With those that make or look at the playlist and read the list back. */
  requests: number;
  seconds: number;
  replaces: boolean;
};

type Cost = {
  plan: RowPlan;
  /** The playlist is yet to be made. */
  isNew?: boolean;
};

/** What a plan does to a playlist and what it costs, for a person to judge. */
export function summarizePlan(
  actual: readonly Row[],
  target: readonly Row[],
  { plan, isNew = false }: Cost,
): PlanSummary {
  const keyed = (rows: readonly Row[]) => rows.map(({ uri }) => ({ key: keyOf(uri) }));
  const { kept, moved } = matchPlaces(keyed(actual), keyed(target));
  const held = kept.size + moved.size;
  const addable = target.map(({ uri }) => uri).filter(canBeAdded);
  const writes = plan.writes.length;
  const asks = isNew || writes > 0 ? 1 : 0;
  const readsBack = writes === 0 ? 0 : Math.max(1, Math.ceil(target.length / PAGE_SIZE));
  const requests = asks + writes + readsBack;
  return {
    adds: target.length - held,
    removes: actual.length - held,
    moves: moved.size,
    duplicates: addable.length - new Set(addable).size,
    keptByHand: target.filter(({ by }, at) => by !== "rule" && (kept.has(at) || moved.has(at)))
      .length,
    writes,
    requests,
    seconds: Math.ceil(requests * SECONDS_PER_REQUEST),
    replaces: plan.replaces,
  };
}
