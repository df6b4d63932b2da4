const CONSENT_LIFE_MONTHS = 6;
const REMINDER_DAYS = 14;
const DAY_MS = 86_400_000;

/**
 * What Spotify and Apple Music grant lives six months from the authorization; using it does not extend
 * it.
 */
export function reconnectBy(authorizedAt: Date): Date {
  const end = new Date(authorizedAt);
  const day = end.getUTCDate();
  end.setUTCMonth(end.getUTCMonth() + CONSENT_LIFE_MONTHS);
  if (end.getUTCDate() !== day) end.setUTCDate(0);
  return end;
}

/** Whether the consent ends within two weeks: then a person is reminded. */
export const isReconnectDue = (authorizedAt: Date, now: Date): boolean =>
  reconnectBy(authorizedAt).getTime() - now.getTime() <= REMINDER_DAYS * DAY_MS;
