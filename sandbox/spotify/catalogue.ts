import { createCache } from "../world/cache";
import { dayOf, weekIndexOf } from "../world/calendar";
import { genres } from "../world/genres";
import { placeOfTrack } from "../world/ids";
import { normalIsrc, partsOfIsrc } from "../world/isrc";
import type { World } from "../world/world";
import { createIds, isSpotifyId } from "./ids";
import { pressingsOf } from "./pressings";
import type { SearchQuery } from "./search-query";
import { createArtistIndex, wordsOf } from "./search-words";
import type { SpotifyTrack } from "./track";

export type SpotifyCatalogue = ReturnType<typeof createSpotifyCatalogue>;

const KEPT_WEEKS = 400;
/** A text search looks this far back besides the weeks that were asked for already. */
const WEEKS_SEARCHED = 26;
/** And through what these weeks' compilations sell again. */
const WEEKS_REOPENED = 10;

interface Indexed {
  track: SpotifyTrack;
  name: string;
  words: { name: ReadonlySet<string>; artist: ReadonlySet<string>; album: ReadonlySet<string> };
}

/** Spotify's side of the world: the same recordings, in Spotify's words, with Spotify's gaps. */
export function createSpotifyCatalogue(of: { world: World; seed: string; now: () => Date }) {
  const { world, seed, now } = of;
  const press = { world, seed, ids: createIds(seed) };
  const artistIndex = createArtistIndex(world);

  const tracksOf = createCache(KEPT_WEEKS, (key: number): readonly SpotifyTrack[] =>
    world
      .freshReleases(key % genres.length, Math.floor(key / genres.length))
      .flatMap((release) =>
        release.recordings.flatMap((recording) => pressingsOf(press, recording, release)),
      ),
  );
  const weekTracks = (genreIndex: number, weekIndex: number) =>
    weekIndex < 0 ? [] : tracksOf(weekIndex * genres.length + genreIndex);

  const indexed = createCache(60_000, (track: SpotifyTrack): Indexed => {
    const name = wordsOf(track.name);
    return {
      track,
      name: name.join(" "),
      words: {
        name: new Set(name),
        artist: new Set(wordsOf(track.artists.map((artist) => artist.name).join(" "))),
        album: new Set(wordsOf(track.album.name)),
      },
    };
  });

  const isOut = ({ album }: SpotifyTrack) => album.releaseDay <= dayOf(now());

  function searchedTracks(query: SearchQuery): SpotifyTrack[] {
    const current = weekIndexOf(dayOf(now()));
    const recent = Array.from({ length: WEEKS_SEARCHED }, (_, age) => current - age);
    return artistIndex.genresOf(query).flatMap((genreIndex) => {
      for (const week of recent.slice(0, WEEKS_REOPENED)) world.styleWeek(genreIndex, week);
      const weeks = new Set([...recent, ...world.drawnWeeks(genreIndex)]);
      return [...weeks].flatMap((week) => weekTracks(genreIndex, week));
    });
  }

  return {
    track(id: string): SpotifyTrack | null {
      const meant = isSpotifyId(id) ? press.ids.decode("track", id) : null;
      const place = meant && placeOfTrack(meant.number);
      if (!place) return null;
      const track = weekTracks(place.genreIndex, place.weekIndex).find((each) => each.id === id);
      return track && isOut(track) ? track : null;
    },

    byIsrc(isrc: string): SpotifyTrack[] {
      const parts = partsOfIsrc(isrc);
      if (!parts) return [];
      return weekTracks(parts.genreIndex, parts.weekIndex).filter(
        (track) => track.isrc === normalIsrc(isrc) && isOut(track),
      );
    },

    /** Every word of the query must be in the field it is for; exact names first, then the newest. */
    byText(query: SearchQuery): SpotifyTrack[] {
      const wanted = { name: wordsOf(query.track), artist: wordsOf(query.artist) };
      const album = wordsOf(query.album);
      const plain = wordsOf(query.plain);
      const exact = wanted.name.join(" ");
      const found = searchedTracks(query)
        .filter(isOut)
        .map(indexed)
        .filter(
          ({ words }) =>
            wanted.name.every((word) => words.name.has(word)) &&
            wanted.artist.every((word) => words.artist.has(word)) &&
            album.every((word) => words.album.has(word)) &&
            plain.every(
              (word) => words.name.has(word) || words.artist.has(word) || words.album.has(word),
            ),
        );
      return found
        .sort(
          (left, right) =>
            Number(right.name === exact) - Number(left.name === exact) ||
            right.track.album.releaseDay.localeCompare(left.track.album.releaseDay) ||
            left.track.id.localeCompare(right.track.id),
        )
        .map(({ track }) => track);
    },
  };
}
