import { genres } from "../world/genres";
import type { World } from "../world/world";
import type { SearchQuery } from "./search-query";

const LONGEST_NAME = 4;

/** Lower case, without accents, split at everything that is no letter or digit. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/['’]/g, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Finds the genres in which a query's artists are at home, so that a search reads only those. */
export function createArtistIndex(world: World) {
  let homes: Map<string, Set<number>> | null = null;

  const build = () => {
    const index = new Map<string, Set<number>>();
    for (const genre of genres) {
      for (const { plainName } of world.artists(genre.index)) {
        const name = wordsOf(plainName).join(" ");
        index.set(name, (index.get(name) ?? new Set()).add(genre.index));
      }
    }
    return index;
  };

  return {
    genresOf(query: SearchQuery): number[] {
      homes ??= build();
      const words = wordsOf(`${query.artist} ${query.plain}`);
      const found = new Set<number>();
      for (let start = 0; start < words.length; start += 1) {
        for (let length = 1; length <= LONGEST_NAME; length += 1) {
          const name = words.slice(start, start + length).join(" ");
          for (const home of homes.get(name) ?? []) found.add(home);
        }
      }
      if (found.size) return [...found];
      return genres.map(({ index }) => index).filter((index) => world.drawnWeeks(index).length > 0);
    },
  };
}
