import type { MatchStatus } from "@/lib/matching/status";
import type { Lane } from "./lane";
import { formatWeek, type Week } from "./week";

const DAY_MS = 86_400_000;
const OLD_AFTER_DAYS = 30;
/** So many lead artists on one release are a collection even when every track is new. */
const MANY_ARTISTS = 10;
const SEVERAL_ARTISTS = 4;
const COMPILATION_NAME =
  /\b(compilation|compiled|best of|anthology|greatest|collected|sampler|various artists?|va|top \d+|essentials?)\b/i;

/** An earlier meeting with the same recording. */
export type Sighting = {
  kind: "golden" | "kept" | "trashed" | "waiting";
  /** Null when its week is gone. */
  week: Week | null;
  category: string | null;
  /** Named when it was met in another style. */
  style: string | null;
};

export type TrackFacts = {
  /** ISO dates. */
  publishDate: string;
  originalDate: string | null;
  encodedAt: Date | null;
  preOrder: boolean;
  match: MatchStatus;
  release: { name: string; leadArtists: number; tracks: number };
  seen: Sighting | null;
  /** The release of the same recording that stands before it in this week. */
  twin: string | null;
};

export type Classified = { lane: Lane; reason: string | null };

const missing: readonly MatchStatus[] = ["not_found", "unavailable", "rejected"];

/** Which lane a Bronze track stands in, and why, in words; the first reason that holds wins. */
export function classifyTrack(facts: TrackFacts): Classified {
  if (missing.includes(facts.match)) {
    return { lane: "not_on_spotify", reason: absence(facts) };
  }
  if (facts.seen) return { lane: "seen_before", reason: describeSighting(facts.seen) };
  if (facts.twin !== null) {
    return { lane: "seen_before", reason: `same recording as on ${facts.twin}` };
  }
  const age = ageReason(facts);
  if (isCompilation(facts.release, age !== null)) {
    const { leadArtists } = facts.release;
    const reason = leadArtists > 1 ? `${leadArtists} artists on one release` : "a collection";
    return { lane: "compilation", reason };
  }
  return age === null ? { lane: "new", reason: null } : { lane: "back_catalogue", reason: age };
}

function absence({ match, preOrder, publishDate }: TrackFacts): string {
  if (match === "unavailable") return "on Spotify, but not playable in your country";
  if (match === "rejected") return "no match on Spotify was right";
  return preOrder ? `not on Spotify yet, out on ${publishDate}` : "not on Spotify";
}

function describeSighting({ kind, week, category, style }: Sighting): string {
  const place = [category, style && `(${style})`].filter(Boolean).join(" ");
  const when = week ? `, ${formatWeek(week)}` : "";
  if (kind === "golden") return `in Gold: ${place}${when}`;
  if (kind === "kept") return `kept in ${place}${when}`;
  const elsewhere = style ? ` (${style})` : "";
  if (kind === "trashed") return `trashed${when}${elsewhere}`;
  return `still Bronze${when}${elsewhere}`;
}

/** A label's own date is believed; without one, the day the file arrived has to agree with the release. */
function ageReason({ publishDate, originalDate, encodedAt }: TrackFacts): string | null {
  const published = Date.parse(publishDate);
  if (originalDate !== null) {
    const days = (published - Date.parse(originalDate)) / DAY_MS;
    if (days > OLD_AFTER_DAYS) return `first released ${originalDate}`;
  }
  if (encodedAt === null) return null;
  const late = (encodedAt.getTime() - published) / DAY_MS;
  const arrived = encodedAt.toISOString().slice(0, 10);
  if (late > OLD_AFTER_DAYS) return `added to Beatport later, ${arrived}`;
  if (originalDate === null && -late > OLD_AFTER_DAYS) return `at Beatport since ${arrived}`;
  return null;
}

/** Labels often put four new artists on one EP: it takes two signs of three to call it a compilation. */
function isCompilation({ name, leadArtists, tracks }: TrackFacts["release"], old: boolean) {
  const several = leadArtists >= SEVERAL_ARTISTS && leadArtists * 2 > tracks;
  const signs = [several, old, COMPILATION_NAME.test(name)].filter(Boolean).length;
  return leadArtists >= MANY_ARTISTS || signs >= 2;
}
