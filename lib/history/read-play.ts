import { z } from "zod";

/** A play of a track as an export tells of it. */
export type ExportedPlay = {
  /** ISO; when it stopped. */
  endedAt: string;
  externalId: string;
  trackName: string;
  artistName: string | null;
  albumName: string | null;
  msPlayed: number;
  details: Record<string, string | number | boolean>;
};

/** What a row can be instead; the keys are counted, the words are shown. */
export const asideWords = {
  podcast: "podcast episodes",
  audiobook: "audiobook chapters",
  nameless: "rows that name nothing",
  noTime: "rows without a readable time",
  noLength: "rows without a length",
  otherUri: "rows that are no track",
  otherShape: "rows that are no play",
} as const;
export type Aside = keyof typeof asideWords;

export type ReadRow = { play: ExportedPlay } | { aside: Aside };

const word = z.string().min(1).nullish().catch(null);
const flag = z.boolean().nullish().catch(null);
const rowShape = z.object({
  ts: z.string().catch(""),
  ms_played: z.number().int().min(0).max(2_000_000_000).nullable().catch(null),
  master_metadata_track_name: word,
  master_metadata_album_artist_name: word,
  master_metadata_album_album_name: word,
  spotify_track_uri: word,
  spotify_episode_uri: word,
  audiobook_uri: word,
  audiobook_chapter_uri: word,
  platform: word,
  conn_country: word,
  reason_start: word,
  reason_end: word,
  shuffle: flag,
  skipped: flag,
  offline: flag,
  incognito_mode: flag,
});
type Row = z.output<typeof rowShape>;

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
const TRACK = /^spotify:track:([A-Za-z0-9]{1,64})$/;
const LOCAL = /^spotify:local:/;

/** What a row of Spotify's extended streaming history is. Addresses are left out: nobody needs them. */
export function readPlay(raw: unknown): ReadRow {
  const { data: row } = rowShape.safeParse(raw);
  if (!row) return { aside: "otherShape" };
  const { spotify_track_uri: uri, master_metadata_track_name: trackName, ms_played } = row;
  if (row.spotify_episode_uri) return { aside: "podcast" };
  if (row.audiobook_uri || row.audiobook_chapter_uri) return { aside: "audiobook" };
  if (!uri || !trackName) return { aside: "nameless" };
  const externalId = TRACK.exec(uri)?.[1] ?? (LOCAL.test(uri) ? uri : null);
  if (!externalId) return { aside: "otherUri" };
  if (!TIME.test(row.ts) || Number.isNaN(Date.parse(row.ts))) return { aside: "noTime" };
  if (ms_played === null) return { aside: "noLength" };
  return {
    play: {
      endedAt: new Date(row.ts).toISOString(),
      externalId,
      trackName: plain(trackName),
      artistName: plainOrNull(row.master_metadata_album_artist_name),
      albumName: plainOrNull(row.master_metadata_album_album_name),
      msPlayed: ms_played,
      details: detailsOf(row),
    },
  };
}

/** PostgreSQL keeps no NUL. */
const plain = (text: string) => text.replaceAll("\0", "");
const plainOrNull = (text: string | null | undefined) => (text ? plain(text) : null);

function detailsOf(row: Row): ExportedPlay["details"] {
  const { platform, conn_country, reason_start, reason_end } = row;
  const { shuffle, skipped, offline, incognito_mode } = row;
  const all = { platform, conn_country, reason_start, reason_end };
  const flags = { shuffle, skipped, offline, incognito_mode };
  return Object.fromEntries(
    Object.entries({ ...all, ...flags }).flatMap(([name, value]) =>
      value == null ? [] : [[name, typeof value === "string" ? plain(value) : value]],
    ),
  );
}
