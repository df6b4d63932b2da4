import type { SpotifyAlbum, SpotifyPerformer, SpotifyTrack } from "./track";
import { albumJson, artistJson, type TrackView, trackJson } from "./track-json";

/** A track inside an album: without the album, and without its ISRC. */
export function simplifiedTrackJson(view: TrackView, track: SpotifyTrack) {
  const { album: _album, external_ids: _ids, ...simplified } = trackJson(view, track);
  return simplified;
}

const MOST_TRACKS = 50;

/** A full album object as an app in Development Mode gets it. */
export function fullAlbumJson(
  view: TrackView,
  { album, tracks }: { album: SpotifyAlbum; tracks: readonly SpotifyTrack[] },
) {
  return {
    ...albumJson(view, album),
    copyrights: [{ text: `${album.releaseDay.slice(0, 4)} ${album.artists[0]?.name}`, type: "P" }],
    external_ids: { upc: `4${String(album.coverOf % 10 ** 11).padStart(11, "0")}` },
    genres: [],
    tracks: {
      href: `${view.base}/albums/${album.id}/tracks?offset=0&limit=${MOST_TRACKS}`,
      items: tracks.slice(0, MOST_TRACKS).map((track) => simplifiedTrackJson(view, track)),
      limit: MOST_TRACKS,
      next: null,
      offset: 0,
      previous: null,
      total: tracks.length,
    },
  };
}

/** A full artist object as an app in Development Mode gets it. */
export const performerJson = (view: TrackView, performer: SpotifyPerformer) => ({
  ...artistJson(view, performer),
  genres: performer.genres,
  images: [640, 320, 160].map((size) => ({
    url: `${view.origin}/media/artists/${size}x${size}/${performer.pictureOf}.svg`,
    height: size,
    width: size,
  })),
});
