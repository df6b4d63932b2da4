import { canonicalJson } from "./canonical-json";
import type { EngineFunction, Functions } from "./function-config";

interface Lane {
  functionId: string;
  /** One for each concurrency entry of the function, in its order. */
  keys: string[];
}

/** The lane of a run: jobs of one lane compete for the same concurrency limits. */
export function laneOf(fn: EngineFunction, event: unknown): string {
  const keys = fn.concurrency.map(({ key, scope }) => {
    const owner = scope === "fn" ? `fn:${fn.id}` : scope;
    return `${owner}:${key?.(event) ?? ""}`;
  });
  return canonicalJson({ functionId: fn.id, keys } satisfies Lane);
}

const readLane = (lane: string): Lane => JSON.parse(lane);

const keysOf = (lane: string) => readLane(lane).keys;

function limitsOf(functions: Functions, lane: string): { key: string; limit: number }[] {
  const { functionId, keys } = readLane(lane);
  const entries = functions.get(functionId)?.concurrency ?? [];
  return keys.flatMap((key, index) => {
    const limit = entries[index]?.limit;
    return limit === undefined ? [] : [{ key, limit }];
  });
}

/**
 * How many calls each lane may start now. A free slot goes to the lane with the fewest calls under
 * way, among equals to the one named first, and never past a limit of any of the lane's keys.
 */
export function shareSlots(
  functions: Functions,
  {
    slots,
    waiting,
    running,
  }: {
    slots: number;
    waiting: { lane: string; count: number }[];
    running: { lane: string; count: number }[];
  },
): Map<string, number> {
  const byKey = new Map<string, number>();
  for (const { lane, count } of running) {
    for (const key of keysOf(lane)) byKey.set(key, (byKey.get(key) ?? 0) + count);
  }
  const byLane = new Map(running.map(({ lane, count }) => [lane, count]));
  const queues = waiting.map(({ lane, count }) => ({
    lane,
    keys: keysOf(lane),
    limits: limitsOf(functions, lane),
    left: count,
    running: byLane.get(lane) ?? 0,
  }));

  const shares = new Map<string, number>();
  for (let slot = 0; slot < slots; slot += 1) {
    const next = queues
      .filter((queue) => queue.left > 0)
      .filter(({ limits }) => limits.every(({ key, limit }) => (byKey.get(key) ?? 0) < limit))
      .reduce<(typeof queues)[number] | null>(
        (best, queue) => (best && best.running <= queue.running ? best : queue),
        null,
      );
    if (!next) break;
    next.left -= 1;
    next.running += 1;
    for (const key of next.keys) byKey.set(key, (byKey.get(key) ?? 0) + 1);
    shares.set(next.lane, (shares.get(next.lane) ?? 0) + 1);
  }
  return shares;
}
