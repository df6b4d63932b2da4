export const appearanceCookies = { theme: "clouder-theme", rail: "clouder-rail" } as const;

const YEAR_SECONDS = 365 * 24 * 60 * 60;

export const appearanceCookieOptions = {
  path: "/",
  sameSite: "lax",
  httpOnly: true,
  maxAge: YEAR_SECONDS,
} as const;
