import { normalizeIsrc } from "@/lib/catalog/isrc";
import { plainArtist } from "@/lib/catalog/plain-text";
import { type ReadTitle, readTitle } from "@/lib/catalog/title";
import type { SpotifyTrack } from "@/lib/spotify/track";
import type { Comparison } from "./evidence";

export type WantedTrack = {
  isrc: string | null;
  title: string;
  mixName: string | null;
  artists: string[];
  remixers: string[];
  lengthMs: number | null;
};

const REWORKINGS = new Set(["remix", "edit", "rework", "dub", "bootleg", "flip", "refix"]);

/** Compares names and lengths; what it finds is judged elsewhere. */
export function compareTracks(wanted: WantedTrack, candidate: SpotifyTrack): Comparison {
  const title = readTitle(wanted.title, wanted.mixName);
  const other = readTitle(candidate.name);

  return {
    isrc: compareIsrc(wanted.isrc, candidate.isrc),
    title: joined(title.song) === joined(other.song),
    artists: shareAnArtist([...wanted.artists, ...wanted.remixers], candidate.artists),
    performance: samePerformance(title, other, wanted.remixers),
    cut: title.cut === other.cut,
    stated: title.stated && other.stated,
    lengthDeltaMs:
      wanted.lengthMs === null || candidate.durationMs === null
        ? null
        : candidate.durationMs - wanted.lengthMs,
  };
}

function compareIsrc(ours: string | null, theirs: string | null): Comparison["isrc"] {
  const written = normalizeIsrc(theirs);
  if (written === null) return "missing";
  return written === normalizeIsrc(ours) ? "same" : "other";
}

/** "Nightdrive" and "Night Drive" are one title. */
const joined = (song: string) => song.replaceAll(" ", "");

function shareAnArtist(ours: string[], theirs: string[]): boolean {
  const names = new Set(ours.map(plainArtist));
  return theirs.some((name) => names.has(plainArtist(name)));
}

/** A remix that does not name its remixer is read together with the credits. */
function samePerformance(title: ReadTitle, other: ReadTitle, remixers: string[]): boolean {
  const key = (words: string[]) => [...new Set(words)].sort().join(" ");
  const theirs = key(other.performance);
  if (key(title.performance) === theirs) return true;
  if (!title.performance.some((word) => REWORKINGS.has(word))) return false;
  const credited = remixers.flatMap((name) => plainArtist(name).split(" "));
  return key([...title.performance, ...credited]) === theirs;
}
