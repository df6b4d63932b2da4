import "server-only";
import {
  listRecordingsOfIsrc,
  type MusicbrainzRecording,
  type Vote,
} from "@/lib/musicbrainz/recordings";
import type { Enricher } from "./enricher";

const MOST_CATEGORIES = 20;
const LONGEST_NAME = 100;

/**
 * The words that people gave a recording, those of most votes first. Several recordings of one ISRC
 * count together; where none has a word, their artists' words stand in.
 */
export function categoriesOf(recordings: readonly MusicbrainzRecording[]): string[] {
  const own = mostVoted(recordings);
  return own.length > 0 ? own : mostVoted(recordings.flatMap(({ artists }) => artists));
}

function mostVoted(voted: readonly { genres: Vote[]; tags: Vote[] }[]): string[] {
  const sums = new Map<string, number>();
  for (const { genres, tags } of voted) {
    // a genre is among the tags as well, with the same votes
    const counts = new Map([...tags, ...genres].map(({ name, count }) => [wordOf(name), count]));
    for (const [word, count] of counts) sums.set(word, (sums.get(word) ?? 0) + count);
  }
  return [...sums]
    .filter(([word, count]) => count > 0 && word !== "" && word.length <= LONGEST_NAME)
    .sort(([a, votesOfA], [b, votesOfB]) => votesOfB - votesOfA || (a < b ? -1 : 1))
    .slice(0, MOST_CATEGORIES)
    .map(([word]) => word);
}

const wordOf = (name: string) => name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();

export const musicbrainzEnricher: Enricher = {
  source: "musicbrainz",
  version: 1,
  needs: "isrc",
  atOnce: 1,
  enrich: async (tracks) => {
    const said: { categories: string[]; values: Record<string, never> }[] = [];
    for (const { isrc } of tracks) {
      said.push({ categories: categoriesOf(await listRecordingsOfIsrc(isrc)), values: {} });
    }
    return said;
  },
};
