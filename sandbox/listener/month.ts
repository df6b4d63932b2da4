/** Months counted from year 0, in UTC: 2026-11 is 24 322. */
export const monthOf = (at: number | Date): number => {
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

export const monthStart = (month: number) => Date.UTC(Math.floor(month / 12), month % 12, 1);

const DAY_MS = 86_400_000;

export const dayNumberOf = (at: number) => Math.floor(at / DAY_MS);
export const dayStart = (dayNumber: number) => dayNumber * DAY_MS;

/** "2026-11-21T12:00:00Z" */
export const secondOf = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;
