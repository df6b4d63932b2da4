import type { Context } from "../context";
import { hashedId } from "../listener/hashed-id";
import type { SpotifyAlbum, SpotifyTrack } from "../spotify/track";
import { genres } from "../world/genres";
import { placeOfTrack } from "../world/ids";
import { at, hashOf, randomFrom } from "../world/random";

const LIBRARY_ID_LENGTH = 16;

/** Apple's ids inside a person's library: "i.", "l.", "r." or "p." and letters. */
export const libraryId = (kind: "i" | "l" | "r" | "p", uri: string) =>
  hashedId(randomFrom("apple", uri), `${kind}.`).slice(0, LIBRARY_ID_LENGTH);

const numberOf = ({ taste }: Context, kind: "track" | "album", id: string) => {
  const meant = taste.ids.decode(kind, id);
  return meant ? { place: meant.number, catalog: meant.number * 16 + meant.copy } : null;
};

const catalogId = (number: number) => String(1_000_000_000 + number);

const artworkJson = (origin: string, album: Pick<SpotifyAlbum, "coverOf">) => ({
  width: 1400,
  height: 1400,
  url: `${origin}/media/covers/{w}x{h}/${album.coverOf}.svg`,
});

/** Apple names one style, and "Music" beside it. */
function genreNames(context: Context, trackId: string): string[] {
  const number = numberOf(context, "track", trackId);
  const place = number && placeOfTrack(number.place);
  return place ? [at(genres, place.genreIndex).name.replace(/ \(.*\)$/, ""), "Music"] : ["Music"];
}

const artistName = ({ artists }: { artists: SpotifyTrack["artists"] }) =>
  artists.map(({ name }) => name).join(", ");

const commonAttributes = (context: Context, origin: string, track: SpotifyTrack) => ({
  albumName: track.album.name,
  artistName: artistName(track),
  artwork: artworkJson(origin, track.album),
  discNumber: 1,
  durationInMillis: track.durationMs,
  genreNames: genreNames(context, track.id),
  hasLyrics: false,
  name: track.name,
  releaseDate: track.album.releaseDay,
  trackNumber: track.trackNumber,
});

/** A song of Apple's catalogue, with its ISRC. */
export function songJson(context: Context, origin: string, track: SpotifyTrack, country: string) {
  const storefront = country.toLowerCase();
  const id = catalogId(numberOf(context, "track", track.id)?.catalog ?? 0);
  return {
    id,
    type: "songs",
    href: `/v1/catalog/${storefront}/songs/${id}`,
    attributes: {
      ...commonAttributes(context, origin, track),
      ...(track.isrc && { isrc: track.isrc }),
      playParams: { id, kind: "song" },
      previews: [],
      url: `https://music.apple.com/${storefront}/song/${id}`,
    },
  };
}

/** A few songs in a library are the person's own files: Apple's catalogue does not know them. */
const isOwnFile = (track: SpotifyTrack) => hashOf("own file", track.id) % 25 === 0;

export function librarySongJson(
  context: Context,
  origin: string,
  track: SpotifyTrack,
  asked: { country: string; catalog: boolean },
) {
  const id = libraryId("i", track.id);
  const href = `/v1/me/library/songs/${id}`;
  const song = isOwnFile(track) ? null : songJson(context, origin, track, asked.country);
  return {
    id,
    type: "library-songs",
    href,
    attributes: {
      ...commonAttributes(context, origin, track),
      playParams: {
        id,
        kind: "song",
        isLibrary: true,
        reporting: song !== null,
        ...(song && { catalogId: song.id }),
      },
    },
    ...(asked.catalog && {
      relationships: { catalog: { href: `${href}/catalog`, data: song ? [song] : [] } },
    }),
  };
}

export function libraryAlbumJson(
  origin: string,
  { album, tracks }: { album: SpotifyAlbum; tracks: readonly SpotifyTrack[] },
  addedAt: string,
) {
  const id = libraryId("l", album.id);
  return {
    id,
    type: "library-albums",
    href: `/v1/me/library/albums/${id}`,
    attributes: {
      artistName: artistName(album),
      artwork: artworkJson(origin, album),
      dateAdded: addedAt,
      genreNames: ["Music"],
      name: album.name,
      playParams: { id, kind: "album", isLibrary: true },
      releaseDate: album.releaseDay,
      trackCount: tracks.length,
    },
  };
}

export const libraryArtistJson = (artist: { id: string; name: string }) => {
  const id = libraryId("r", artist.id);
  return {
    id,
    type: "library-artists",
    href: `/v1/me/library/artists/${id}`,
    attributes: { name: artist.name },
  };
};
