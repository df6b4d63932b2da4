import "server-only";
import { observePlaylist } from "@/lib/mirrors/observe-playlist";
import type { Places } from "@/lib/mirrors/plan-mirror";
import type { Lane } from "@/lib/traffic/pace";
import { afterDoubt, type KnownPlaylist } from "./known-playlist";
import { ownRows } from "./own-rows";
import { type Row, urisOf } from "./row";

export type ObservedRows = {
  rows: Row[];
  /** Rule rows that a person took out, as far as they did not put them back. */
  removedByHand: string[];
  snapshotId: string | null;
  /** It was read just now; otherwise nothing can have changed. */
  isFresh: boolean;
};

type Ask = {
  playlistId: string;
  token: string;
  known: KnownPlaylist | null;
  now: Date;
  lane?: Lane;
  /** What was worked out from writes is read, however fresh it is. */
  surely?: boolean;
};

/** What a playlist holds and whose it is, with as few requests as that can be known by; null when it was removed. */
export async function observeRows({
  known,
  now,
  surely = false,
  ...asked
}: Ask): Promise<ObservedRows | null> {
  const mustRead = known?.inDoubt || (surely && !known?.wasRead);
  const last = known && {
    reason: mustRead ? ("before_write" as const) : ("observed" as const),
    snapshotId: known.snapshotId,
    uris: known.rows.map(({ uri }) => uri ?? ""),
    ownUris: [],
    inFlightUris: [],
    createdAt: known.at,
  };
  const observed = await observePlaylist({ ...asked, last, now });
  if (!observed) return null;
  const { places, snapshotId, seenAt } = observed;
  return { ...whoseRows(known, places), snapshotId, isFresh: seenAt === now };
}

/** Of the states it may be in, the one that fits what was read better tells whose the rows are. */
export function whoseRows(known: KnownPlaylist | null, places: Places) {
  const states = known ? [known.rows, afterDoubt(known)] : [[]];
  const [best] = states
    .map((rows) => ownRows(rows, places))
    .toSorted((one, other) => one.missing.length - other.missing.length);
  const rows = best?.rows ?? [];
  const held = new Set(urisOf(rows));
  const lost = (best?.missing ?? []).flatMap(({ uri, by }) => (by === "rule" && uri ? [uri] : []));
  const removed = new Set([...(known?.removedByHand ?? []), ...lost]);
  return { rows, removedByHand: [...removed].filter((uri) => !held.has(uri)) };
}
