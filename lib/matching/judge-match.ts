import type { SpotifyTrack } from "@/lib/spotify/track";
import { compareTracks, type WantedTrack } from "./compare-tracks";
import type { Comparison, Evidence } from "./evidence";

const SAME_LENGTH_MS = 3_000;
const CLOSE_LENGTH_MS = 15_000;

export type Verdict = {
  status: "found" | "review" | "unavailable" | "not_found";
  method: "isrc" | null;
  /** 0 to 1; null when there is nothing to be sure of. */
  confidence: number | null;
  /** The Spotify track that was chosen, or is proposed for review. */
  track: Pick<SpotifyTrack, "id" | "uri" | "url"> | null;
  evidence: Evidence;
};

type Judged = { candidate: SpotifyTrack; comparison: Comparison; confidence: number };

/**
 * Judges what Spotify holds under a track's ISRC. An ISRC acquits, it never convicts: a match is
 * made by itself only when title, artist and remix agree as well, and the mix or the length does.
 * Anything else goes to a person, with the evidence.
 */
export function judgeMatch(wanted: WantedTrack, candidates: SpotifyTrack[]): Verdict {
  const judged = candidates
    .map((candidate): Judged => {
      const comparison = compareTracks(wanted, candidate);
      return { candidate, comparison, confidence: confidenceOf(comparison) };
    })
    .filter(({ comparison }) => comparison.isrc !== "other")
    .sort(byPreference);

  const [best] = judged;
  if (!best) {
    const evidence = {
      isrc: wanted.isrc,
      hits: candidates.length,
      candidate: null,
      comparison: null,
      shorterVersion: false,
    };
    return { status: "not_found", method: null, confidence: null, track: null, evidence };
  }

  const { id, uri, url } = best.candidate;
  return {
    status: statusOf(best),
    method: "isrc",
    confidence: best.confidence,
    track: { id, uri, url },
    evidence: evidenceOf(wanted, best, candidates.length),
  };
}

function statusOf({ candidate, comparison }: Judged): Verdict["status"] {
  if (!isCertain(comparison)) return "review";
  return candidate.playable === false ? "unavailable" : "found";
}

/** A silent title says nothing about the cut: then the length has to be close. */
function isCertain(comparison: Comparison): boolean {
  const { isrc, title, artists, performance, cut, stated, lengthDeltaMs } = comparison;
  if (isrc !== "same" || !title || !artists || !performance) return false;
  const off = lengthDeltaMs === null ? null : Math.abs(lengthDeltaMs);
  if (off !== null && off <= SAME_LENGTH_MS) return true;
  return cut && (stated || off === null || off <= CLOSE_LENGTH_MS);
}

function confidenceOf(comparison: Comparison): number {
  const { title, artists, performance, cut, lengthDeltaMs } = comparison;
  const off = lengthDeltaMs === null ? CLOSE_LENGTH_MS : Math.abs(lengthDeltaMs);
  if (isCertain(comparison)) {
    if (off <= SAME_LENGTH_MS) return cut ? 0.99 : 0.95;
    return off <= CLOSE_LENGTH_MS ? 0.9 : 0.8;
  }
  const agreeing = [title, artists, performance, cut, off <= SAME_LENGTH_MS];
  return Math.round((0.1 + agreeing.filter(Boolean).length * 0.1) * 100) / 100;
}

/** Certain before doubtful, playable, album before compilation, then length, age and id. */
function byPreference(a: Judged, b: Judged): number {
  const rank = ({ candidate, comparison, confidence }: Judged) => [
    isCertain(comparison) ? 0 : 1,
    candidate.playable === false ? 1 : 0,
    -confidence,
    candidate.album.type === "compilation" ? 1 : 0,
    Math.abs(comparison.lengthDeltaMs ?? 0),
  ];
  const [ours, theirs] = [rank(a), rank(b)];
  const place = ours.findIndex((value, index) => value !== theirs[index]);
  if (place !== -1) return (ours[place] ?? 0) - (theirs[place] ?? 0);
  const age = (a.candidate.album.releaseDate ?? "9").localeCompare(
    b.candidate.album.releaseDate ?? "9",
  );
  return age || a.candidate.id.localeCompare(b.candidate.id);
}

function evidenceOf(
  wanted: WantedTrack,
  { candidate, comparison }: Judged,
  hits: number,
): Evidence {
  const { performance, title, lengthDeltaMs } = comparison;
  return {
    isrc: wanted.isrc,
    hits,
    candidate: {
      uri: candidate.uri,
      name: candidate.name,
      artists: candidate.artists,
      album: candidate.album.name,
      albumType: candidate.album.type,
      releaseDate: candidate.album.releaseDate,
      durationMs: candidate.durationMs,
      playable: candidate.playable,
    },
    comparison,
    shorterVersion: title && performance && (lengthDeltaMs ?? 0) < -CLOSE_LENGTH_MS,
  };
}
