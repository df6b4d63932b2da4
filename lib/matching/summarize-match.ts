import { type Comparison, type Evidence, evidenceSchema } from "./evidence";
import type { MatchMethod, MatchStatus } from "./status";

type Match = { status: MatchStatus; method: MatchMethod | null; evidence: unknown };

/** One short sentence about a match, e.g. "by ISRC, same mix, same length"; null while it is open. */
export function summarizeMatch({ status, method, evidence }: Match): string | null {
  if (status === "pending") return null;
  if (status === "rejected") return "rejected by hand";
  if (method === "manual") return "chosen by hand";

  const parsed = evidenceSchema.safeParse(evidence).data;
  if (status === "not_found") {
    return parsed?.isrc === null ? "no ISRC to look for" : "Spotify has no track with this ISRC";
  }
  if (!parsed?.comparison) return null;
  if (status === "review") return `same ISRC, but ${doubt(parsed, parsed.comparison)}`;
  const found = ["by ISRC", ...agreements(parsed, parsed.comparison)].join(", ");
  return status === "unavailable" ? `${found}, but not playable in your country` : found;
}

function agreements({ shorterVersion }: Evidence, comparison: Comparison): string[] {
  const length = lengthWords(comparison.lengthDeltaMs);
  if (shorterVersion) return [`shorter version${length === null ? "" : ` (${length})`}`];
  return [comparison.cut ? "same mix" : null, length].filter((word) => word !== null);
}

function doubt({ candidate, shorterVersion }: Evidence, comparison: Comparison): string {
  const name = `“${candidate?.name ?? ""}”`;
  if (comparison.isrc === "missing") return `Spotify's ${name} does not carry it`;
  if (!comparison.title) return `another title: ${name}`;
  if (!comparison.artists) return `other artists: ${candidate?.artists.join(", ")}`;
  if (!comparison.performance) return `another mix: ${name}`;
  const length = lengthWords(comparison.lengthDeltaMs);
  return `${shorterVersion ? "a shorter version" : "another cut"}: ${name}${length ? `, ${length}` : ""}`;
}

/** Null when a length is unknown. */
function lengthWords(deltaMs: number | null): string | null {
  if (deltaMs === null) return null;
  const seconds = Math.round(Math.abs(deltaMs) / 1000);
  if (seconds <= 3) return "same length";
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return `${seconds < 60 ? `${seconds} s` : clock} ${deltaMs < 0 ? "shorter" : "longer"}`;
}
