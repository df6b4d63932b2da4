const REFRESH_TOKEN_LIFE_MONTHS = 6;
const REMINDER_DAYS = 14;
const DAY_MS = 86_400_000;

/** Spotify's refresh tokens live six months from the authorization; refreshing does not extend them. */
export function reconnectBy(authorizedAt: Date): Date {
  const end = new Date(authorizedAt);
  const day = end.getUTCDate();
  end.setUTCMonth(end.getUTCMonth() + REFRESH_TOKEN_LIFE_MONTHS);
  if (end.getUTCDate() !== day) end.setUTCDate(0);
  return end;
}

/** Whether the consent ends within two weeks: then a person is reminded. */
export const isReconnectDue = (authorizedAt: Date, now: Date): boolean =>
  reconnectBy(authorizedAt).getTime() - now.getTime() <= REMINDER_DAYS * DAY_MS;
