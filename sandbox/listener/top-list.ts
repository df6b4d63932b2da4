import type { Context } from "../context";
import { artistUri } from "../spotify/track";
import { isShown, playsBetween } from "./history";
import { dayNumberOf, dayStart } from "./month";

export const topKinds = ["tracks", "artists"] as const;
export type TopKind = (typeof topKinds)[number];

export const topRanges = ["short_term", "medium_term", "long_term"] as const;
export type TopRange = (typeof topRanges)[number];

const rangeDays: Record<TopRange, number> = { short_term: 28, medium_term: 182, long_term: 365 };
const DAY_MS = 86_400_000;
const LONGEST_TOP = 50;

function ranked(counts: Map<string, number>): string[] {
  return [...counts]
    .toSorted(([left, most], [right, count]) => count - most || left.localeCompare(right))
    .slice(0, LONGEST_TOP)
    .map(([uri]) => uri);
}

function countTop(context: Context, userId: string, kind: TopKind, range: TopRange): string[] {
  const until = dayStart(dayNumberOf(context.now().getTime())) - 1;
  const plays = playsBetween(context, userId, until - rangeDays[range] * DAY_MS, until);
  const byTrack = new Map<string, number>();
  for (const { uri } of plays.filter(isShown)) byTrack.set(uri, (byTrack.get(uri) ?? 0) + 1);
  if (kind === "tracks") return ranked(byTrack);

  const byArtist = new Map<string, number>();
  for (const [uri, count] of byTrack) {
    const [lead] = context.spotify.trackOf(uri)?.artists ?? [];
    if (lead) byArtist.set(artistUri(lead), (byArtist.get(artistUri(lead)) ?? 0) + count);
  }
  return ranked(byArtist);
}

/** The uris of a top list, the first at the top: of the days before today, or as set by hand. */
export function topUris(context: Context, userId: string, kind: TopKind, range: TopRange) {
  const byHand = context.store.state.spotify.tops[userId]?.[`${kind} ${range}`];
  if (byHand) return byHand;
  const { lives, plays } = context.store.state.spotify;
  const heard = lives[userId]?.heard ?? [];
  const today = dayNumberOf(context.now().getTime());
  const key = [userId, kind, range, today, heard.length, heard[0]?.[0], plays[userId]?.length].join(
    " ",
  );
  const known = context.topLists.get(key) ?? countTop(context, userId, kind, range);
  context.topLists.set(key, known);
  return known;
}
