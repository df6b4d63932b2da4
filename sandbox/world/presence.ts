import type { Random } from "./random";

/** How a recording stands on Spotify. */
export interface Presence {
  /**
   * `full` the same cut under the same ISRC · `both` that and a short edit under the next ISRC ·
   * `short-only` just the short edit · `swapped` the full cut and its edit carry each other's ISRC ·
   * `shared` a stranger's recording carries the ISRC too · `stolen` only the stranger does · `absent`.
   */
  form: "full" | "both" | "short-only" | "swapped" | "shared" | "stolen" | "absent";
  /** On how many albums the cut is found: the release, an album, a compilation. */
  copies: 1 | 2 | 3;
  isrcForm: "plain" | "hyphenated" | "missing";
  /** Countries that may play it; null for everywhere. */
  markets: readonly string[] | null;
  /** Days after the Beatport date; exclusives arrive later. */
  delayDays: number;
}

const fullLengthForms = [
  ["full", 776],
  ["both", 60],
  ["short-only", 50],
  ["swapped", 14],
  ["shared", 14],
  ["stolen", 8],
  ["absent", 78],
] as const;
const shortForms = [
  ["full", 900],
  ["shared", 14],
  ["stolen", 8],
  ["absent", 78],
] as const;

export function drawPresence(
  random: Random,
  recording: { fullLength: boolean; exclusive: boolean },
): Presence {
  return {
    form: random.weighted<Presence["form"]>(recording.fullLength ? fullLengthForms : shortForms),
    copies: random.weighted([
      [1, 70],
      [2, 22],
      [3, 8],
    ]),
    isrcForm: random.weighted([
      ["plain", 925],
      ["hyphenated", 65],
      ["missing", 10],
    ]),
    markets: random.chance(0.012) ? ["US", "CA", "MX"] : null,
    delayDays: recording.exclusive && random.chance(0.4) ? 14 : 0,
  };
}

export const hasShortEdit = ({ form }: Presence) =>
  form === "both" || form === "short-only" || form === "swapped";
