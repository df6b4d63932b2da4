import type { Context } from "../context";
import type { Play } from "../listener/listening-day";
import { secondOf } from "../listener/month";
import { type Episode, episodeOf, episodeUri } from "../listener/odd-items";
import { type Random, randomFrom } from "../world/random";

const platforms = [
  "iOS 17.6.1 (iPhone14,5)",
  "osx",
  "web_player windows 10;chrome 118.0.0.0;desktop",
  "Android OS 14 API 34 (Google, Pixel 8)",
  "Partner spirc_sonos Sonos;One",
] as const;

/** What a row says of how it was played. */
function circumstances(random: Random, { endedAt, msPlayed, ...play }: Play, whole: boolean) {
  const offline = random.chance(0.04);
  return {
    reason_start: random.pick(["trackdone", "trackdone", "trackdone", "clickrow", "fwdbtn"]),
    reason_end: whole ? "trackdone" : random.pick(["fwdbtn", "endplay", "logout"]),
    shuffle: random.chance(0.3),
    skipped: !whole && msPlayed < 30_000,
    offline,
    offline_timestamp: offline ? Math.floor((endedAt - msPlayed) / 1_000) : null,
    incognito_mode: play.private,
  };
}

interface Subject {
  track: string | null;
  artist: string | null;
  album: string | null;
  uri: string | null;
  episode: Episode | null;
}

const nothing: Subject = { track: null, artist: null, album: null, uri: null, episode: null };

const rowJson = (play: Play, country: string, subject: Subject, random: Random) => ({
  ts: secondOf(play.endedAt),
  platform: random.pick(platforms),
  ms_played: play.msPlayed,
  conn_country: country,
  ip_addr: "203.0.113.7",
  master_metadata_track_name: subject.track,
  master_metadata_album_artist_name: subject.artist,
  master_metadata_album_album_name: subject.album,
  spotify_track_uri: subject.uri,
  episode_name: subject.episode?.name ?? null,
  episode_show_name: subject.episode?.show.name ?? null,
  spotify_episode_uri: subject.episode && `spotify:episode:${subject.episode.id}`,
  audiobook_title: null,
  audiobook_uri: null,
  audiobook_chapter_uri: null,
  audiobook_chapter_title: null,
  ...circumstances(random, play, play.msPlayed >= 60_000),
});

export type HistoryRow = ReturnType<typeof rowJson>;

/** Writes plays as Spotify's export does; some are followed by a podcast, or by a row that says nothing. */
export function createRowWriter(context: Context, country: string) {
  const subjects = new Map<string, Subject>();

  function subjectOf(uri: string): Subject {
    const track = context.spotify.trackOf(uri);
    if (!track) return nothing;
    return {
      track: track.name,
      artist: track.artists[0]?.name ?? null,
      album: track.album.name,
      uri,
      episode: null,
    };
  }

  return function* rowsOf(play: Play): Generator<HistoryRow> {
    const known = subjects.get(play.uri) ?? subjectOf(play.uri);
    subjects.set(play.uri, known);
    const random = randomFrom("row", play.uri, play.endedAt);
    yield rowJson(play, country, known, random);
    const later = { ...play, endedAt: play.endedAt + 1_000, msPlayed: random.int(0, 900) };
    if (random.chance(0.01)) {
      yield rowJson(later, country, { ...nothing, episode: episodeOf(episodeUri(random)) }, random);
    }
    if (random.chance(0.002)) yield rowJson(later, country, nothing, random);
  };
}
