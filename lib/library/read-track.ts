import "server-only";
import type { Db } from "@/db/handle";
import {
  findTrack,
  listPlacesSeen,
  listPlaylistsSeen,
  listRanksSeen,
  listSavedSeen,
  type PlaceSeen,
  type PlaylistSeen,
  type RankSeen,
  readTrackPlays,
} from "@/db/queries/library-timeline";
import { topRanges } from "./part";
import { type Stay, staysOf, staysWithin } from "./stays";
import type { PlaylistStays, RankLine, TrackHistory } from "./track-history";

const PLAYS_LISTED = 50;

/** What a library knows of a track; null when it never had it. */
export async function readTrack(
  db: Db,
  track: { userId: string; connectionId: string; externalId: string },
): Promise<TrackHistory | null> {
  const facts = await findTrack(db, track);
  if (!facts) return null;
  const [saved, places, playlists, ranks, plays] = await Promise.all([
    listSavedSeen(db, track),
    listPlacesSeen(db, track),
    listPlaylistsSeen(db, track),
    listRanksSeen(db, track),
    readTrackPlays(db, { ...track, newest: PLAYS_LISTED }),
  ]);
  return {
    track: facts,
    saved: staysOf(saved),
    playlists: playlistStays(places, playlists),
    ranks: rankLines(ranks),
    plays,
  };
}

function playlistStays(
  places: readonly PlaceSeen[],
  seen: readonly PlaylistSeen[],
): PlaylistStays[] {
  return [...new Set(seen.map(({ playlistId }) => playlistId))].map((playlistId) => {
    const sights = seen.filter((one) => one.playlistId === playlistId);
    const around = staysOf(sights);
    const inside = places.filter((place) => place.playlistId === playlistId);
    const occurrences = [...new Set(inside.map(({ occurrence }) => occurrence))];
    const stays = occurrences.flatMap((occurrence) =>
      staysWithin(staysOf(inside.filter((place) => place.occurrence === occurrence)), around),
    );
    return {
      playlistId,
      name: sights.at(-1)?.name ?? "",
      stays: distinct(stays).sort((one, other) => Date.parse(one.from) - Date.parse(other.from)),
    };
  });
}

/** Of a track that stands there twice for the same time, one stay. */
const distinct = (stays: readonly Stay[]) => [
  ...new Map(stays.map((stay) => [`${stay.from} ${stay.to}`, stay])).values(),
];

const rankLines = (ranks: readonly RankSeen[]): RankLine[] =>
  topRanges.flatMap((range) => {
    const points = ranks
      .filter((seen) => seen.range === range)
      .map(({ at, rank, gone }) => ({ at, rank: gone ? null : rank }));
    return points.length > 0 ? [{ range, points }] : [];
  });
