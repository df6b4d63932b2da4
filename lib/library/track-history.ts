import type { ItemKind, TopRange } from "./part";
import type { Stay } from "./stays";

export type TrackFacts = {
  externalId: string;
  kind: ItemKind;
  name: string;
  artists: string[];
  albumName: string | null;
  coverUrl: string | null;
  durationMs: number | null;
  isrc: string | null;
  releasedOn: string | null;
  url: string | null;
};

/** Moments are ISO strings, months `2026-11`, the newest plays last to first. */
export type TrackPlays = {
  total: number;
  first: string | null;
  last: string | null;
  months: { month: string; plays: number }[];
  newest: string[];
};

export type PlaylistStays = { playlistId: string; name: string; stays: Stay[] };

/** A rank and since when; null from when it was no longer among the top. */
export type RankPoint = { at: string; rank: number | null };
export type RankLine = { range: TopRange; points: RankPoint[] };

/** Everything a library knows of one track. */
export type TrackHistory = {
  track: TrackFacts;
  saved: Stay[];
  playlists: PlaylistStays[];
  ranks: RankLine[];
  plays: TrackPlays;
};

export type TimelineEvent = { at: string } & (
  | { kind: "saved" | "unsaved"; isExact: boolean }
  | { kind: "added" | "removed"; playlistId: string; name: string; isExact: boolean }
  | { kind: "ranked"; range: TopRange; rank: number; before: number | null }
  | { kind: "unranked"; range: TopRange; before: number }
  | { kind: "first-play" }
  | { kind: "last-play" }
);

/** The history of a track as events, each once, the newest first. */
export function timelineOf({ saved, playlists, ranks, plays }: TrackHistory): TimelineEvent[] {
  const events: TimelineEvent[] = [];
  for (const { from, fromIsExact, to } of saved) {
    events.push({ kind: "saved", at: from, isExact: fromIsExact });
    if (to !== null) events.push({ kind: "unsaved", at: to, isExact: false });
  }
  for (const { playlistId, name, stays } of playlists) {
    for (const { from, fromIsExact, to } of stays) {
      events.push({ kind: "added", at: from, playlistId, name, isExact: fromIsExact });
      if (to !== null) events.push({ kind: "removed", at: to, playlistId, name, isExact: false });
    }
  }
  for (const line of ranks) events.push(...rankEvents(line));
  if (plays.first) events.push({ kind: "first-play", at: plays.first });
  if (plays.last && plays.total > 1) events.push({ kind: "last-play", at: plays.last });
  const distinct = new Map(events.map((event) => [JSON.stringify(event), event]));
  return [...distinct.values()].sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

function rankEvents({ range, points }: RankLine): TimelineEvent[] {
  return points.flatMap(({ at, rank }, index): TimelineEvent[] => {
    const before = points[index - 1]?.rank ?? null;
    if (rank !== null) return rank === before ? [] : [{ kind: "ranked", at, range, rank, before }];
    return before === null ? [] : [{ kind: "unranked", at, range, before }];
  });
}
