const WINDOW_MS = 60_000;
const MOST_IN_WINDOW = 5;
const FIRST_DELAY_MS = 500;

/** Milliseconds to wait before starting a program again that stopped at these times, or null to give up. */
export function restartDelay(stopTimes, now) {
  const recent = stopTimes.filter((time) => now - time < WINDOW_MS).length;
  return recent >= MOST_IN_WINDOW ? null : FIRST_DELAY_MS * 2 ** Math.max(recent - 1, 0);
}
