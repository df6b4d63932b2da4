const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const FIRST_AGAIN_DAYS = 7;
const LAST_AGAIN_DAYS = 112;

type Asked = {
  publishDate: string;
  /** How often it was asked for, the last time included. */
  attempts: number;
  now: Date;
};

/**
 * When a track that Spotify did not have is worth asking for again: the day after its release when
 * that is still to come, otherwise in a week, and then twice as late each time.
 */
export function nextCheckAt({ publishDate, attempts, now }: Asked): Date {
  const afterRelease = Date.parse(publishDate) + DAY_MS;
  if (afterRelease > now.getTime()) return new Date(afterRelease);
  const days = Math.min(FIRST_AGAIN_DAYS * 2 ** (attempts - 1), LAST_AGAIN_DAYS);
  return new Date(now.getTime() + days * DAY_MS);
}

/** When a track that could not be asked for is asked for again: soon at first, hourly at last. */
export function retryAt({ attempts, now }: Pick<Asked, "attempts" | "now">): Date {
  return new Date(now.getTime() + Math.min(2 ** attempts, 60) * MINUTE_MS);
}

const HITS_KEEP_DAYS = 30;
const NOTHING_KEEPS_DAYS = 6;

/**
 * An answer serves every track of its ISRC while it is fresh, but not the second asking of the
 * track whose first asking it was.
 */
export function isReusable(
  answer: { hits: number; fetchedAt: Date },
  { checkedAt, now }: { checkedAt: Date | null; now: Date },
): boolean {
  const keepDays = answer.hits > 0 ? HITS_KEEP_DAYS : NOTHING_KEEPS_DAYS;
  const fresh = now.getTime() - answer.fetchedAt.getTime() < keepDays * DAY_MS;
  return fresh && (checkedAt === null || answer.fetchedAt > checkedAt);
}
