import type { Switches } from "../switches";
import {
  playableIn,
  type SpotifyAlbum,
  type SpotifyArtist,
  type SpotifyTrack,
  trackUri,
} from "./track";

/** What an answer about tracks depends on besides the tracks. */
export interface TrackView {
  /** The Web API's own address, for `href`. */
  base: string;
  origin: string;
  /** The country the answer is for; null when the request named none. */
  market: string | null;
  switches: Switches;
  /** Whether the client has said that it knows episodes. */
  episodes: boolean;
}

export const openUrl = (kind: string, id: string) => ({
  spotify: `https://open.spotify.com/${kind}/${id}`,
});

export const artistJson = ({ base }: TrackView, { id, name }: SpotifyArtist) => ({
  external_urls: openUrl("artist", id),
  href: `${base}/artists/${id}`,
  id,
  name,
  type: "artist",
  uri: `spotify:artist:${id}`,
});

export const albumJson = (view: TrackView, album: SpotifyAlbum) => ({
  album_type: album.type,
  artists: album.artists.map((artist) => artistJson(view, artist)),
  external_urls: openUrl("album", album.id),
  href: `${view.base}/albums/${album.id}`,
  id: album.id,
  images: [640, 300, 64].map((size) => ({
    url: `${view.origin}/media/covers/${size}x${size}/${album.coverOf}.svg`,
    height: size,
    width: size,
  })),
  name: album.name,
  release_date: album.releaseDay,
  release_date_precision: "day",
  total_tracks: album.totalTracks,
  type: "album",
  uri: `spotify:album:${album.id}`,
});

function playability({ market }: TrackView, track: SpotifyTrack) {
  if (market === null) return {};
  return playableIn(track, market)
    ? { is_playable: true }
    : { is_playable: false, restrictions: { reason: "market" } };
}

/** A full track object as an app in Development Mode gets it. */
export const trackJson = (view: TrackView, track: SpotifyTrack) => ({
  album: albumJson(view, track.album),
  artists: track.artists.map((artist) => artistJson(view, artist)),
  disc_number: 1,
  duration_ms: track.durationMs,
  explicit: track.explicit,
  external_ids: track.writtenIsrc ? { isrc: track.writtenIsrc } : {},
  external_urls: openUrl("track", track.id),
  href: `${view.base}/tracks/${track.id}`,
  id: track.id,
  is_local: false,
  ...playability(view, track),
  name: track.name,
  ...(view.switches.sendPopularity && { popularity: 0 }),
  preview_url: null,
  track_number: track.trackNumber,
  type: "track",
  uri: trackUri(track),
});
