import type { TrackHistory } from "./track-history";

const DAY_MS = 86_400_000;

/** A span of time that a drawing covers, and where in it a moment is, from 0 to 1. */
export type TimeAxis = { from: string; to: string; at: (moment: string) => number };

/** From the first thing that is known of a track until now. */
export function axisOf(
  { saved, playlists, ranks, plays }: Omit<TrackHistory, "track">,
  now: Date,
): TimeAxis {
  const moments = [
    ...saved.map(({ from }) => from),
    ...playlists.flatMap(({ stays }) => stays.map(({ from }) => from)),
    ...ranks.flatMap(({ points }) => points.map(({ at }) => at)),
    ...(plays.first ? [plays.first] : []),
  ].map((moment) => Date.parse(moment));
  const to = now.getTime();
  const from = Math.min(to - DAY_MS, ...moments);
  const at = (moment: string) =>
    Math.min(1, Math.max(0, (Date.parse(moment) - from) / (to - from)));
  return { from: new Date(from).toISOString(), to: now.toISOString(), at };
}
