import type { Context } from "../context";
import { playsBetween } from "../listener/history";
import type { Play } from "../listener/listening-day";
import { dayNumberOf } from "../listener/month";

/** What the thinnest of dense days still holds. */
const PLAYS_A_DENSE_DAY = 150;

function* densePast(context: Context, userId: string, until: number, count: number) {
  const days = Math.ceil(count / PLAYS_A_DENSE_DAY);
  let left = count;
  for (let day = dayNumberOf(until) - days; left > 0; day += 1) {
    const plays = context.days.denseDay(userId, day).slice(0, Math.min(left, PLAYS_A_DENSE_DAY));
    yield* plays;
    left -= plays.length;
  }
}

/**
 * Every play of a user, oldest first. With a number of rows, the last so many of them; more than
 * there are reach back into years that were full of music.
 */
export function* exportedPlays(
  context: Context,
  userId: string,
  rows: number | null,
): Generator<Play> {
  const now = context.now().getTime();
  const plays = playsBetween(context, userId, 0, now);
  const missing = (rows ?? 0) - plays.length;
  if (missing > 0) yield* densePast(context, userId, plays[0]?.endedAt ?? now, missing);
  yield* rows === null ? plays : plays.slice(Math.max(0, plays.length - rows));
}
