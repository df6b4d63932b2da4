import type { Day } from "../world/calendar";

export interface SpotifyArtist {
  id: string;
  name: string;
}

/** An artist by themselves; Spotify knows no style for a third of them. */
export interface SpotifyPerformer extends SpotifyArtist {
  genres: readonly string[];
  /** The artist of the world whose portrait they wear. */
  pictureOf: number;
}

export interface SpotifyAlbum {
  id: string;
  type: "single" | "album" | "compilation";
  name: string;
  artists: readonly SpotifyArtist[];
  totalTracks: number;
  releaseDay: Day;
  /** The release of the world whose cover it wears. */
  coverOf: number;
}

export interface SpotifyTrack {
  id: string;
  name: string;
  artists: readonly SpotifyArtist[];
  album: SpotifyAlbum;
  durationMs: number;
  /** Normalised; what a search by ISRC compares. Null when Spotify lost it. */
  isrc: string | null;
  /** As Spotify writes it: sometimes "gb-smu-32-97525". */
  writtenIsrc: string | null;
  explicit: boolean;
  trackNumber: number;
  /** Countries that may play it; null for everywhere. */
  markets: readonly string[] | null;
}

export const trackUri = ({ id }: SpotifyTrack) => `spotify:track:${id}`;

export const artistUri = ({ id }: SpotifyArtist) => `spotify:artist:${id}`;

export const playableIn = ({ markets }: SpotifyTrack, country: string | null) =>
  markets === null || (country !== null && markets.includes(country));
