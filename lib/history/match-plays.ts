import type { ExportedPlay } from "./read-play";

/** Clocks and networks differ by so much. */
const LEEWAY_MS = 60_000;
/** No track that is heard twice in a row is taken for one play with a pause of more than this. */
const LONGEST_TRACK_MS = 3_600_000;

export type LivePlay = {
  id: number;
  externalId: string;
  playedMs: number;
  durationMs: number | null;
};

const reach = ({ msPlayed }: ExportedPlay, durationMs: number | null) =>
  Math.min(Math.max(msPlayed, durationMs ?? 0), LONGEST_TRACK_MS) + LEEWAY_MS;

/** The span in which live plays can lie that these plays of an export are. */
export function spanOf(plays: readonly ExportedPlay[]): { from: Date; to: Date } {
  const times = plays.map(({ endedAt }) => Date.parse(endedAt));
  return {
    from: new Date(Math.min(...times) - LONGEST_TRACK_MS - LEEWAY_MS),
    to: new Date(Math.max(...times) + LEEWAY_MS),
  };
}

/**
 * Which plays of an export are known live: a provider tells of a play's beginning or of its end, so
 * a live one lies between the two, give or take a minute. Each is one play at most, and the order of
 * both is kept: a track on repeat stays as many plays as it was.
 */
export function matchPlays(plays: readonly ExportedPlay[], live: readonly LivePlay[]) {
  const waiting = new Map<string, LivePlay[]>();
  for (const play of live.toSorted((a, b) => a.playedMs - b.playedMs)) {
    waiting.set(play.externalId, [...(waiting.get(play.externalId) ?? []), play]);
  }
  const told: (ExportedPlay & { playId: number })[] = [];
  const unknown: ExportedPlay[] = [];
  for (const play of plays.toSorted((a, b) => a.endedAt.localeCompare(b.endedAt))) {
    const candidates = waiting.get(play.externalId) ?? [];
    const end = Date.parse(play.endedAt);
    const found = candidates.findIndex(
      ({ playedMs, durationMs }) =>
        playedMs >= end - reach(play, durationMs) && playedMs <= end + LEEWAY_MS,
    );
    const [match] = found < 0 ? [] : candidates.splice(found, 1);
    if (match) told.push({ ...play, playId: match.id });
    else unknown.push(play);
  }
  return { told, unknown };
}
