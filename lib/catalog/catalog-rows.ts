import type { BeatportTrack } from "@/lib/beatport/track";
import { normalizeIsrc } from "./isrc";
import { recordingKey } from "./recording-key";

type Named = { beatportId: number; name: string; slug: string; imageUrl: string | null };

export type TrackRow = {
  beatportId: number;
  genreId: number;
  releaseBeatportId: number;
  title: string;
  mixName: string | null;
  slug: string;
  isrc: string | null;
  bpm: number | null;
  camelotKey: string | null;
  keyName: string | null;
  subGenre: string | null;
  lengthMs: number | null;
  publishDate: string;
  originalDate: string | null;
  encodedAt: string | null;
  preOrder: boolean;
  exclusive: boolean;
  previewUrl: string | null;
  previewStartMs: number | null;
  previewEndMs: number | null;
  waveformUrl: string | null;
  recordingKey: string;
  nameKey: string;
};

export type ReleaseRow = {
  beatportId: number;
  name: string;
  slug: string;
  labelBeatportId: number | null;
  catalogNumber: string | null;
  coverUrl: string | null;
};

export type CreditRow = {
  trackBeatportId: number;
  artistBeatportId: number;
  role: "artist" | "remixer";
  position: number;
};

export type CatalogRows = {
  labels: Named[];
  artists: Named[];
  releases: ReleaseRow[];
  tracks: TrackRow[];
  credits: CreditRow[];
};

/** The catalogue of some tracks, each row once, in an order that depends on the tracks alone. */
export function catalogRows(tracks: BeatportTrack[]): CatalogRows {
  const labels = new Map<number, Named>();
  const artists = new Map<number, Named>();
  const releases = new Map<number, ReleaseRow>();
  const rows = new Map<number, TrackRow>();
  const credits: CreditRow[] = [];

  for (const track of [...tracks].sort((a, b) => a.id - b.id)) {
    const { label } = track.release;
    if (label) labels.set(label.id, named(label));
    for (const artist of [...track.artists, ...track.remixers]) {
      artists.set(artist.id, named(artist));
    }
    releases.set(track.release.id, releaseRow(track));
    rows.set(track.id, trackRow(track));
    credits.push(...creditRows(track, "artist"), ...creditRows(track, "remixer"));
  }

  return {
    labels: [...labels.values()],
    artists: [...artists.values()],
    releases: [...releases.values()],
    tracks: [...rows.values()],
    credits,
  };
}

const text = (value: string | null) => value?.trim() || null;

const slugFrom = (name: string) =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "") || "-";

function named(row: BeatportTrack["artists"][number]): Named {
  const name = text(row.name) ?? "Unnamed";
  return { beatportId: row.id, name, slug: text(row.slug) ?? slugFrom(name), imageUrl: row.image };
}

function releaseRow({ release }: BeatportTrack): ReleaseRow {
  const name = text(release.name) ?? "Untitled";
  return {
    beatportId: release.id,
    name,
    slug: text(release.slug) ?? slugFrom(name),
    labelBeatportId: release.label?.id ?? null,
    catalogNumber: text(release.catalogNumber),
    coverUrl: release.image,
  };
}

function trackRow(track: BeatportTrack): TrackRow {
  // a few tracks come without a name: on a release of one track the release carries it
  const title = text(track.name) ?? text(track.release.name) ?? "Untitled";
  const mixName = text(track.mixName);
  const named = {
    artists: track.artists.map(({ name }) => name),
    title,
    mixName,
    remixers: track.remixers.map(({ name }) => name),
  };
  return {
    beatportId: track.id,
    genreId: track.genreId,
    releaseBeatportId: track.release.id,
    title,
    mixName,
    slug: text(track.slug) ?? slugFrom(title),
    isrc: normalizeIsrc(track.isrc),
    bpm: track.bpm,
    camelotKey: track.key?.camelot ?? null,
    keyName: track.key?.name ?? null,
    subGenre: track.subGenre,
    lengthMs: track.lengthMs,
    publishDate: track.publishDate,
    originalDate: track.originalDate,
    encodedAt: track.encodedAt,
    preOrder: track.preOrder,
    exclusive: track.exclusive,
    previewUrl: track.preview?.url ?? null,
    previewStartMs: track.preview?.startMs ?? null,
    previewEndMs: track.preview?.endMs ?? null,
    waveformUrl: track.waveformUrl,
    recordingKey: recordingKey({ ...named, isrc: track.isrc }),
    nameKey: recordingKey({ ...named, isrc: null }),
  };
}

function creditRows(track: BeatportTrack, role: CreditRow["role"]): CreditRow[] {
  const people = role === "artist" ? track.artists : track.remixers;
  const ids = [...new Set(people.map(({ id }) => id))];
  return ids.map((artistBeatportId, position) => ({
    trackBeatportId: track.id,
    artistBeatportId,
    role,
    position,
  }));
}
