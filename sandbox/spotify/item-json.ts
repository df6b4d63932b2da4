import type { Context } from "../context";
import { type Episode, episodeOf, type LocalFile, localFileOf } from "../listener/odd-items";
import { openUrl, type TrackView, trackJson } from "./track-json";

const showJson = (view: TrackView, { show }: Episode) => ({
  copyrights: [],
  description: "",
  explicit: false,
  external_urls: openUrl("show", show.id),
  href: `${view.base}/shows/${show.id}`,
  html_description: "",
  id: show.id,
  images: [],
  is_externally_hosted: false,
  languages: ["en"],
  media_type: "audio",
  name: show.name,
  total_episodes: 240,
  type: "show",
  uri: `spotify:show:${show.id}`,
});

const episodeJson = (view: TrackView, episode: Episode) => ({
  description: "",
  duration_ms: episode.durationMs,
  explicit: false,
  external_urls: openUrl("episode", episode.id),
  href: `${view.base}/episodes/${episode.id}`,
  html_description: "",
  id: episode.id,
  images: [],
  is_externally_hosted: false,
  is_playable: true,
  language: "en",
  languages: ["en"],
  name: episode.name,
  release_date: episode.releaseDay,
  release_date_precision: "day",
  show: showJson(view, episode),
  type: "episode",
  uri: `spotify:episode:${episode.id}`,
});

/** What a client gets that has not asked for episodes: one in a track's clothes. */
const episodeAsTrackJson = (view: TrackView, episode: Episode) => ({
  album: {
    album_type: null,
    artists: [],
    external_urls: {},
    href: null,
    id: null,
    images: [],
    name: episode.show.name,
    release_date: episode.releaseDay,
    release_date_precision: "day",
    type: "show",
    uri: null,
  },
  artists: [],
  disc_number: 0,
  duration_ms: episode.durationMs,
  explicit: false,
  external_ids: {},
  external_urls: openUrl("episode", episode.id),
  href: `${view.base}/episodes/${episode.id}`,
  id: episode.id,
  is_local: false,
  name: episode.name,
  preview_url: null,
  track_number: 0,
  type: "episode",
  uri: `spotify:episode:${episode.id}`,
});

const localJson = ({ uri, artist, album, name, seconds }: LocalFile) => {
  const nowhere = { external_urls: {}, href: null, id: null, uri: null };
  return {
    ...nowhere,
    album: {
      ...nowhere,
      album_type: null,
      artists: [],
      images: [],
      name: album,
      release_date: null,
      release_date_precision: null,
      total_tracks: 0,
      type: "album",
    },
    artists: [{ ...nowhere, name: artist, type: "artist" }],
    disc_number: 0,
    duration_ms: seconds * 1_000,
    explicit: false,
    external_ids: {},
    is_local: true,
    name,
    preview_url: null,
    track_number: 0,
    type: "track",
    uri,
  };
};

/** The item of a playlist's row; null for a track that Spotify no longer has. */
export function itemJson(context: Context, view: TrackView, uri: string) {
  const local = localFileOf(uri);
  if (local) return localJson(local);
  const episode = episodeOf(uri);
  if (episode) {
    return view.episodes ? episodeJson(view, episode) : episodeAsTrackJson(view, episode);
  }
  const track = context.spotify.trackOf(uri);
  return track && trackJson(view, track);
}
