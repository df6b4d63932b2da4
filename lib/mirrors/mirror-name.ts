import { formatWeek, type Week } from "@/lib/curation/week";

/** What the playlists are called on Spotify. */
export const mirrorName = {
  bronze: (styleName: string, week: Week) => `${styleName} ${formatWeek(week)} · Bronze`,
  silver: (styleName: string, week: Week, category: string) =>
    `${styleName} ${formatWeek(week)} · ${category}`,
  golden: (styleName: string, category: string) => `${category} · ${styleName}`,
};
