const PARTS = 8;

type Part = { number: number; quickest: number; slowest: number };

/**
 * How unevenly requests arrive: milliseconds between the slowest and the quickest that was added
 * within about the last `spanMs`. A clock that never goes back is asked for `nowMs`.
 */
export function jitterGauge(spanMs: number) {
  let parts: Part[] = [];
  const numberAt = (nowMs: number) => Math.floor((nowMs / spanMs) * PARTS);

  return {
    add(elapsedMs: number, nowMs: number) {
      const number = numberAt(nowMs);
      const [newest, ...older] = parts;
      if (newest?.number === number) {
        const quickest = Math.min(newest.quickest, elapsedMs);
        parts = [{ number, quickest, slowest: Math.max(newest.slowest, elapsedMs) }, ...older];
      } else {
        const added = { number, quickest: elapsedMs, slowest: elapsedMs };
        parts = [added, ...parts].slice(0, PARTS);
      }
    },

    read(nowMs: number): number {
      const recent = parts.filter(({ number }) => number > numberAt(nowMs) - PARTS);
      if (recent.length === 0) return 0;
      const slowest = Math.max(...recent.map((part) => part.slowest));
      return slowest - Math.min(...recent.map((part) => part.quickest));
    },
  };
}
