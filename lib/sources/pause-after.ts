const PAUSE_S = 2;
const LONGEST_PAUSE_S = 60;

/** When to look again at what others do, after so many looks: soon at first, then once a minute. */
export const pauseAfter = (looks: number, now: Date) => {
  const seconds = Math.min(LONGEST_PAUSE_S, PAUSE_S * looks);
  return new Date(now.getTime() + seconds * 1000).toISOString();
};
