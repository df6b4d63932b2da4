import { createCache } from "../world/cache";
import { dayOf, weekIndexOf } from "../world/calendar";
import { genres } from "../world/genres";
import { placeOfArtist, placeOfRelease } from "../world/ids";
import { normalIsrc, partsOfIsrc } from "../world/isrc";
import { at } from "../world/random";
import type { World } from "../world/world";
import { createIds, isSpotifyId } from "./ids";
import { pressingsOf } from "./pressings";
import { createSearchIndex } from "./search-index";
import type { SearchQuery } from "./search-query";
import { wordsOf } from "./search-words";
import type { SpotifyAlbum, SpotifyPerformer, SpotifyTrack } from "./track";

export type SpotifyCatalogue = ReturnType<typeof createSpotifyCatalogue>;

const KEPT_RECORDINGS = 20_000;

/** Whether every word of the query stands in the field it is for. */
function fits(track: SpotifyTrack, query: SearchQuery): boolean {
  const name = new Set(wordsOf(track.name));
  const artist = new Set(wordsOf(track.artists.map((each) => each.name).join(" ")));
  const album = new Set(wordsOf(track.album.name));
  return (
    wordsOf(query.track).every((word) => name.has(word)) &&
    wordsOf(query.artist).every((word) => artist.has(word)) &&
    wordsOf(query.album).every((word) => album.has(word)) &&
    wordsOf(query.plain).every((word) => name.has(word) || artist.has(word) || album.has(word))
  );
}

/** Spotify's side of the world: the same recordings, in Spotify's words, with Spotify's gaps. */
export function createSpotifyCatalogue(of: { world: World; seed: string; now: () => Date }) {
  const { world, seed, now } = of;
  const press = { world, seed, ids: createIds(seed) };
  const index = createSearchIndex(world);

  const tracksOf = createCache(KEPT_RECORDINGS, (id: number): readonly SpotifyTrack[] => {
    const found = world.recording(id);
    return found ? pressingsOf(press, found.recording, found.release) : [];
  });
  const trackById = (id: string): SpotifyTrack | null => {
    const meant = isSpotifyId(id) ? press.ids.decode("track", id) : null;
    const track = meant && tracksOf(meant.number).find((each) => each.id === id);
    return track && isOut(track) ? track : null;
  };
  const tracksOfAlbum = (id: string, meant: { number: number; copy: number }) => {
    const place = placeOfRelease(meant.number);
    const recordings =
      meant.copy === 0 && place
        ? world
            .freshReleases(place.genreIndex, place.weekIndex)
            .filter((release) => release.id === meant.number)
            .flatMap((release) => release.recordings.map((recording) => recording.id))
        : [meant.number];
    return recordings.flatMap(tracksOf).filter(({ album }) => album.id === id);
  };
  const isOut = ({ album }: SpotifyTrack) => album.releaseDay <= dayOf(now());

  return {
    track: trackById,
    trackOf: (uri: string) => trackById(uri.replace("spotify:track:", "")),

    /** An album with those of its tracks that Spotify has. */
    album(id: string): { album: SpotifyAlbum; tracks: SpotifyTrack[] } | null {
      const meant = isSpotifyId(id) ? press.ids.decode("album", id) : null;
      const tracks = meant ? tracksOfAlbum(id, meant).filter(isOut) : [];
      const [first] = tracks;
      return first ? { album: first.album, tracks } : null;
    },

    artist(id: string): SpotifyPerformer | null {
      const meant = isSpotifyId(id) ? press.ids.decode("artist", id) : null;
      const artist = meant && world.artist(meant.number);
      const place = meant && placeOfArtist(meant.number);
      if (!artist || !place) return null;
      const genre = at(genres, place.genreIndex)
        .name.replace(/ \(.*\)$/, "")
        .toLowerCase();
      return {
        id,
        name: artist.plainName,
        pictureOf: artist.id,
        genres: artist.id % 3 === 0 ? [] : [genre],
      };
    },

    byIsrc(isrc: string): SpotifyTrack[] {
      const parts = partsOfIsrc(isrc);
      if (!parts) return [];
      const code = normalIsrc(isrc);
      return world
        .freshReleases(parts.genreIndex, parts.weekIndex)
        .flatMap(({ recordings }) => recordings)
        .filter((recording) => recording.isrc === code || recording.shortIsrc === code)
        .flatMap(({ id }) => tracksOf(id))
        .filter((track) => track.isrc === code && isOut(track));
    },

    /** Exact names first, then the newest. */
    byText(query: SearchQuery): SpotifyTrack[] {
      const exact = wordsOf(query.track).join(" ");
      const isExact = ({ name }: SpotifyTrack) => Number(wordsOf(name).join(" ") === exact);
      return index
        .candidates(query, weekIndexOf(dayOf(now())))
        .flatMap(tracksOf)
        .filter((track) => isOut(track) && fits(track, query))
        .sort(
          (left, right) =>
            isExact(right) - isExact(left) ||
            right.album.releaseDay.localeCompare(left.album.releaseDay) ||
            left.id.localeCompare(right.id),
        );
    },
  };
}
