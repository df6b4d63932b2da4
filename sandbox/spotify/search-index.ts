import { genres } from "../world/genres";
import { trackIdAt } from "../world/ids";
import type { Recording } from "../world/recording";
import type { World } from "../world/world";
import type { SearchQuery } from "./search-query";
import { wordsOf } from "./search-words";

const LONGEST_NAME = 4;
/** Besides the weeks somebody has asked for, a search knows this many last ones of a genre. */
const WEEKS_KNOWN = 8;

interface Artist {
  id: number;
  genreIndex: number;
}

function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value) {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Finds the recordings a text may mean, by the artists named in it or else by the title's words. */
export function createSearchIndex(world: World) {
  const artists = new Map<string, Artist[]>();
  const artistGenres = new Set<number>();
  const byArtist = new Map<number, number[]>();
  const byTitleWord = new Map<string, number[]>();
  const indexedWeeks = new Set<number>();

  function learnArtists(genreIndex: number) {
    if (artistGenres.has(genreIndex)) return;
    artistGenres.add(genreIndex);
    for (const { id, plainName } of world.artists(genreIndex)) {
      addTo(artists, wordsOf(plainName).join(" "), { id, genreIndex });
    }
  }

  function learnRecording({ id, artists: performers, version, title }: Recording) {
    const credited = version.remixer ? [...performers, version.remixer] : performers;
    for (const artist of new Set(credited)) addTo(byArtist, artist.id, id);
    for (const word of new Set(wordsOf(title))) addTo(byTitleWord, word, id);
  }

  function learnWeeks(genreIndex: number, currentWeek: number) {
    const last = Array.from({ length: WEEKS_KNOWN }, (_, age) => currentWeek - age);
    for (const weekIndex of new Set([...last, ...world.drawnWeeks(genreIndex)])) {
      const key = trackIdAt({ genreIndex, weekIndex, slot: 0 });
      if (indexedWeeks.has(key)) continue;
      indexedWeeks.add(key);
      for (const { recordings } of world.freshReleases(genreIndex, weekIndex)) {
        for (const recording of recordings) learnRecording(recording);
      }
    }
  }

  function artistsNamed(query: SearchQuery): Artist[] {
    const words = wordsOf(query.artist || query.plain);
    const found: Artist[] = [];
    for (let start = 0; start < words.length; start += 1) {
      for (let length = 1; length <= LONGEST_NAME; length += 1) {
        found.push(...(artists.get(words.slice(start, start + length).join(" ")) ?? []));
      }
    }
    return found;
  }

  const drawnGenres = () =>
    genres.map(({ index }) => index).filter((index) => world.drawnWeeks(index).size > 0);

  function namedInSearch(query: SearchQuery): Artist[] {
    for (const genreIndex of drawnGenres()) learnArtists(genreIndex);
    const known = artistsNamed(query);
    if (known.length) return known;
    for (const { index } of genres) learnArtists(index);
    return artistsNamed(query);
  }

  return {
    /** Ids of recordings; which of their tracks fit is for the caller to see. */
    candidates(query: SearchQuery, currentWeek: number): number[] {
      const named = namedInSearch(query);
      if (named.length) {
        for (const { genreIndex } of named) learnWeeks(genreIndex, currentWeek);
        return [...new Set(named.flatMap(({ id }) => byArtist.get(id) ?? []))];
      }
      for (const genreIndex of drawnGenres()) learnWeeks(genreIndex, currentWeek);
      const postings = wordsOf(`${query.track} ${query.plain}`)
        .map((word) => byTitleWord.get(word))
        .filter((list) => list !== undefined);
      return postings.toSorted((left, right) => left.length - right.length)[0] ?? [];
    },
  };
}
