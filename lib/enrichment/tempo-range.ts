import type { Energy } from "./enrichment";

/** The tempos that half of a genre's tracks lie between; the rest are slower or faster than usual. */
export type TempoRange = { low: number; high: number };

/** Slower than usual for its genre is low, faster is high. */
export function energyOf(bpm: number, usual: TempoRange): Energy {
  if (bpm < usual.low) return "low";
  return bpm > usual.high ? "high" : "medium";
}
