import type { Tx } from "./database";

interface Rate {
  /** Starts in a period. */
  limit: number;
  periodMs: number;
}

/** Lets at most `limit` starts pass at once, and then one for each `periodMs / limit` (GCRA). */
export async function passGate(tx: Tx, key: string, { limit, periodMs }: Rate): Promise<boolean> {
  const spacingMs = periodMs / limit;
  const [passed] = await tx`
    insert into engine.gates as gate (key, arrival_at)
    values (${key}, now() + ${spacingMs} * interval '1 ms')
    on conflict (key) do update
    set arrival_at = greatest(gate.arrival_at, now()) + ${spacingMs} * interval '1 ms'
    where gate.arrival_at <= now() + ${periodMs - spacingMs} * interval '1 ms'
    returning key`;
  return passed !== undefined;
}

/** Reserves the next start of an even rate and yields the milliseconds until it. */
export async function reserveStart(
  tx: Tx,
  key: string,
  { limit, periodMs, burst }: Rate & { burst: number },
): Promise<number> {
  const spacingMs = periodMs / limit;
  const [reserved] = await tx<{ ms: number }[]>`
    insert into engine.gates as gate (key, arrival_at)
    values (${key}, now() + ${spacingMs} * interval '1 ms')
    on conflict (key) do update
    set arrival_at = greatest(gate.arrival_at, now()) + ${spacingMs} * interval '1 ms'
    returning extract(epoch from arrival_at - now())::float8 * 1000 - ${spacingMs * burst} as ms`;
  return Math.max(0, reserved?.ms ?? 0);
}
