import type { Moment } from "./day-range";
import { compileRule } from "./evaluate-rule";
import type { RuleOverride } from "./override";
import { placePins } from "./place-pins";
import type { RuleDefinition } from "./rule-schema";
import type { RuleTrack } from "./track-facts";
import { compareTracks } from "./track-order";

type Wish = { overrides: readonly RuleOverride[]; at: Moment };

/** Keeps the first so many of each name; what has no name is kept. Pins count first, and stay. */
function keepPerName(
  tracks: readonly RuleTrack[],
  most: number,
  nameOf: (track: RuleTrack) => string | null,
  pinned: ReadonlySet<string>,
): RuleTrack[] {
  const isPinned = ({ recordingKey }: RuleTrack) => pinned.has(recordingKey);
  const counts = new Map<string, number>();
  const count = (name: string) => {
    const next = (counts.get(name) ?? 0) + 1;
    counts.set(name, next);
    return next;
  };
  for (const name of tracks.filter(isPinned).map(nameOf)) if (name !== null) count(name);
  return tracks.filter((track) => {
    const name = nameOf(track);
    return isPinned(track) || name === null || count(name) <= most;
  });
}

/**
 * What a rule set takes of some tracks, in its order: the conditions and the sources, pins always and
 * excluded tracks never, each recording once, so many per artist and label, sorted, limited.
 */
export function selectTracks(
  tracks: readonly RuleTrack[],
  rule: RuleDefinition,
  { overrides, at }: Wish,
): RuleTrack[] {
  const keysOf = (kind: RuleOverride["kind"]) =>
    new Set(overrides.filter((one) => one.kind === kind).map((one) => one.recordingKey));
  const pinned = keysOf("pin");
  const excluded = keysOf("exclude");
  const asks = compileRule(rule, at);

  const taken = new Map<string, RuleTrack>();
  for (const track of tracks) {
    const { recordingKey } = track;
    if (excluded.has(recordingKey) || taken.has(recordingKey)) continue;
    if (pinned.has(recordingKey) || asks(track)) taken.set(recordingKey, track);
  }

  let kept = [...taken.values()].sort(compareTracks(rule.sort));
  if (rule.perArtist !== null) {
    kept = keepPerName(kept, rule.perArtist, (track) => track.artistsFolded[0] ?? null, pinned);
  }
  if (rule.perLabel !== null) {
    kept = keepPerName(kept, rule.perLabel, (track) => track.labelFolded, pinned);
  }
  if (rule.limit !== null) kept = keepFirst(kept, rule.limit, pinned);
  return placePins(kept, overrides);
}

function keepFirst(tracks: readonly RuleTrack[], most: number, pinned: ReadonlySet<string>) {
  const pins = tracks.filter(({ recordingKey }) => pinned.has(recordingKey)).length;
  let room = Math.max(0, most - pins);
  return tracks.filter(({ recordingKey }) => {
    if (pinned.has(recordingKey)) return true;
    room -= 1;
    return room >= 0;
  });
}
