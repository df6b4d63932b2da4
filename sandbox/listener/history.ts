import type { Context } from "../context";
import type { Play } from "./listening-day";
import { dayNumberOf } from "./month";

/** Shorter ones are no plays to Spotify. */
const SHORTEST_PLAY_MS = 30_000;

/** Everything a user heard after `from` and up to `to`, oldest first: of themselves and by hand. */
export function playsBetween(context: Context, userId: string, from: number, to: number): Play[] {
  const { lives, plays } = context.store.state.spotify;
  const heard = lives[userId]?.heard ?? [];
  const first = Math.max(from, heard[0]?.[0] ?? Number.POSITIVE_INFINITY);
  const drawn: Play[] = [];
  for (let day = dayNumberOf(first); day <= dayNumberOf(to); day += 1) {
    for (const play of context.days.day(userId, day)) {
      const { endedAt } = play;
      const wanted = endedAt > from && endedAt <= to;
      if (wanted && heard.some(([start, end]) => endedAt > start && endedAt <= end)) {
        drawn.push(play);
      }
    }
  }
  const byHand = (plays[userId] ?? [])
    .filter(({ endedAt }) => endedAt > from && endedAt <= to)
    .map((play) => ({ ...play, private: false }));
  return byHand.length
    ? [...drawn, ...byHand].toSorted((left, right) => left.endedAt - right.endedAt)
    : drawn;
}

/** Whether Spotify tells apps of it. */
export const isShown = (play: Play) => play.msPlayed >= SHORTEST_PLAY_MS && !play.private;

const DAY_MS = 86_400_000;
const LONGEST_BACK_DAYS = 400;

/** The last `count` plays that Spotify tells apps of, newest first. */
export function lastPlays(context: Context, userId: string, count: number): Play[] {
  const now = context.now().getTime();
  for (let days = 4; ; days *= 4) {
    const shown = playsBetween(context, userId, now - days * DAY_MS, now).filter(isShown);
    if (shown.length >= count || days > LONGEST_BACK_DAYS) return shown.slice(-count).reverse();
  }
}
