import type { RuleOverride } from "./override";
import { compareTexts } from "./track-order";

/**
 * Puts pinned tracks where they are pinned. Where two want one place, or the list is too short, they
 * stand as near behind as they can.
 */
export function placePins<T extends { recordingKey: string }>(
  tracks: readonly T[],
  overrides: readonly RuleOverride[],
): T[] {
  const places = new Map<string, number>();
  for (const { recordingKey, kind, position } of overrides) {
    if (kind === "pin" && position !== null) places.set(recordingKey, position);
  }
  const placeOf = ({ recordingKey }: T) => places.get(recordingKey) ?? 0;
  const standing = tracks
    .filter(({ recordingKey }) => places.has(recordingKey))
    .sort(
      (one, other) =>
        placeOf(one) - placeOf(other) || compareTexts(one.recordingKey, other.recordingKey),
    );
  const others = tracks.filter(({ recordingKey }) => !places.has(recordingKey));

  const placed: T[] = [];
  let next = 0;
  for (const pin of standing) {
    const before = Math.max(0, placeOf(pin) - placed.length);
    placed.push(...others.slice(next, next + before), pin);
    next += before;
  }
  return [...placed, ...others.slice(next)];
}
