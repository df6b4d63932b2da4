export interface PictureOf {
  /** The picture is docs/screens/<name>-<theme>-<width>.png. */
  name: string;
  path: string;
  /** Seen before signing in. */
  signedOut?: boolean;
  /** Something on the page that is there when it has loaded. */
  shows: string;
}

/** A week under way, and addresses of what its DJ made. */
export type Place = { style: string; week: string; ruleSet: string; plan: string };

/** The pages in `docs/screens/`, for a DJ in the middle of a week. */
export const pagesOf = ({ style, week, ruleSet, plan }: Place): PictureOf[] => [
  { name: "welcome", path: "/", signedOut: true, shows: "Continue with Spotify" },
  { name: "home", path: "/home", shows: week },
  { name: "styles", path: "/styles", shows: "Styles" },
  { name: "categories", path: `/styles/${style}`, shows: "Trash" },
  { name: "board", path: `/curate/${style}/${week}`, shows: "Bronze" },
  { name: "review", path: `/curate/${style}/${week}?stage=silver`, shows: "Silver" },
  { name: "golden", path: "/golden", shows: "Golden" },
  { name: "library", path: "/library?part=saved_tracks", shows: "Complete" },
  { name: "changes", path: "/library/changes", shows: "The library after it" },
  { name: "quota", path: "/activity/quota", shows: "By job" },
  { name: "activity", path: "/activity", shows: "Jobs" },
  { name: "history", path: "/library/history?period=all", shows: "History" },
  { name: "taste", path: "/library/history/taste?period=all", shows: "Taste over time" },
  { name: "golden-plays", path: "/library/history/golden", shows: "Golden, played" },
  { name: "import", path: "/library/history/import", shows: "Import" },
  { name: "rules", path: ruleSet, shows: "Version 1, saved" },
  { name: "sources", path: "/rules/sources", shows: "Sources" },
  { name: "plan", path: plan, shows: "Nothing is written until you approve" },
  { name: "settings", path: "/settings", shows: "Settings" },
  { name: "connections", path: "/settings/connections", shows: "Clouder may" },
  { name: "privacy", path: "/privacy", signedOut: true, shows: "How to erase it" },
];

export const themes = ["dark", "light"] as const;

export const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];
