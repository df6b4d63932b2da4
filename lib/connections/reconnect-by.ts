const REFRESH_TOKEN_LIFE_MONTHS = 6;

/** Spotify's refresh tokens live six months from the authorization; refreshing does not extend them. */
export function reconnectBy(authorizedAt: Date): Date {
  const end = new Date(authorizedAt);
  const day = end.getUTCDate();
  end.setUTCMonth(end.getUTCMonth() + REFRESH_TOKEN_LIFE_MONTHS);
  if (end.getUTCDate() !== day) end.setUTCDate(0);
  return end;
}
