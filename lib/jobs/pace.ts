/** A moment, as milliseconds since 1970, and how much was done by then. */
export type Sample = [at: number, done: number];

export type Pace = { perMinute: number; secondsLeft: number | null };

const FEWEST_SAMPLES = 3;
const SHORTEST_SPAN_MS = 3_000;
/** What lies this far back counts about a third of what is new. */
const MEMORY_MS = 20_000;

type Work = { samples: readonly Sample[]; done: number; failed: number; total: number | null };

/**
 * How fast a job goes and how long it will take, from where it stood lately. Null with too little
 * to tell; silence since the last sample slows it down.
 */
export function paceOf({ samples, done, failed, total }: Work, now: number): Pace | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || samples.length < FEWEST_SAMPLES) return null;
  if (last[0] - first[0] < SHORTEST_SPAN_MS) return null;

  const perMs = weightedRate(withSilence(samples, now), now);
  if (perMs <= 0) return null;
  const left = total === null ? null : Math.max(0, total - done - failed);
  return {
    perMinute: perMs * 60_000,
    secondsLeft: left === null ? null : left / perMs / 1000,
  };
}

/** A pause longer than the usual distance between two samples is a sample without progress. */
function withSilence(samples: readonly Sample[], now: number): readonly Sample[] {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last) return samples;
  const usual = (last[0] - first[0]) / (samples.length - 1);
  return now - last[0] > usual ? [...samples, [now, last[1]]] : samples;
}

function weightedRate(samples: readonly Sample[], now: number): number {
  let work = 0;
  let time = 0;
  for (const [index, [at, done]] of samples.entries()) {
    const before = samples[index - 1];
    if (!before || at <= before[0]) continue;
    const weight = Math.exp(Math.min(0, at - now) / MEMORY_MS);
    work += weight * Math.max(0, done - before[1]);
    time += weight * (at - before[0]);
  }
  return time > 0 ? work / time : 0;
}
