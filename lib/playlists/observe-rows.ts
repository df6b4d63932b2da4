import "server-only";
import { isPlaylistFollowed } from "@/lib/spotify/library";
import { listPlaylistItems } from "@/lib/spotify/playlist-items";
import { getPlaylist } from "@/lib/spotify/playlists";
import type { Lane } from "@/lib/traffic/pace";
import { ProviderError } from "@/lib/traffic/provider-error";
import { afterDoubt, type KnownPlaylist, SNAPSHOT_LAG_MS } from "./known-playlist";
import { ownRows } from "./own-rows";
import { type Places, type Row, urisOf } from "./row";

/** What was seen so lately is believed without asking. */
const FRESH_MS = 10_000;
/** Whether a playlist was deleted is asked no more often. */
const FOLLOWED_MS = 3_600_000;

export type ObservedRows = {
  rows: Row[];
  /** Rule rows that a person took out, as far as they did not put them back. */
  removedByHand: string[];
  snapshotId: string | null;
  /** It was read just now; otherwise nothing can have changed. */
  isFresh: boolean;
  /** Spotify was asked, at least whether it is as it was. */
  wasAsked: boolean;
  /** It was read, or Spotify showed its snapshot unchanged when no write of ours could blur that. */
  isProven: boolean;
};

type Place = { playlistId: string; token: string; lane?: Lane };
type Ask = Place & {
  known: KnownPlaylist | null;
  now: Date;
  /** What was worked out from writes is read, however fresh it is. */
  surely?: boolean;
  /** Spotify is asked, however lately it was. */
  asks?: boolean;
  /** It is read where the snapshot proves nothing. */
  proves?: boolean;
};

/** What a playlist holds and whose it is, with as few requests as that can be known by; null when it was removed. */
export async function observeRows({
  known,
  now,
  surely = false,
  asks = false,
  proves = false,
  ...place
}: Ask): Promise<ObservedRows | null> {
  const ageMs = known ? now.getTime() - known.at.getTime() : Number.POSITIVE_INFINITY;
  const mustRead = known?.inDoubt || (surely && known?.from !== "reading");
  const believed = mustRead ? null : known;
  if (believed && ageMs < FRESH_MS && !asks && !proves) return asKnown(believed);
  if (known && ageMs > FOLLOWED_MS && !(await isStillFollowed(place))) return null;

  const probe = await getPlaylist(place);
  const isProven = !known?.wroteAt || now.getTime() - known.wroteAt.getTime() >= SNAPSHOT_LAG_MS;
  const isSame = isProven
    ? probe.snapshotId === believed?.snapshotId
    : !proves && believed?.snapshots.has(probe.snapshotId);
  if (believed && isSame && probe.total === believed.rows.length) {
    return { ...asKnown(believed), wasAsked: true, isProven };
  }

  const places = await readPlaces(place);
  return {
    ...whoseRows(known, places),
    snapshotId: probe.snapshotId,
    isFresh: true,
    wasAsked: true,
    isProven: true,
  };
}

const asKnown = (known: KnownPlaylist): ObservedRows => ({
  ...whoseRows(known, urisOf(known.rows)),
  snapshotId: known.snapshotId,
  isFresh: false,
  wasAsked: false,
  isProven: false,
});

export async function readPlaces(place: Place): Promise<Places> {
  const items = await listPlaylistItems(place);
  return items.map(({ uri }) => uri);
}

/** Where asking is forbidden, the playlist is taken to be there: reading it will tell. */
const isStillFollowed = (place: Place): Promise<boolean> =>
  isPlaylistFollowed(place).catch((error) => {
    if (error instanceof ProviderError && error.kind === "forbidden") return true;
    throw error;
  });

/** Of the states it may be in, the one that fits what was read better tells whose the rows are. */
export function whoseRows(known: KnownPlaylist | null, places: Places) {
  const states = known ? [known.rows, afterDoubt(known)] : [[]];
  const [best] = states
    .map((state) => ({ ...ownRows(state, places), state }))
    .toSorted((one, other) => differenceOf(one) - differenceOf(other));
  const rows = best?.rows ?? [];
  const held = new Set(urisOf(rows));
  const lost = (best?.missing ?? []).flatMap(({ uri, by }) => (by === "rule" && uri ? [uri] : []));
  const removed = new Set([...(known?.removedByHand ?? []), ...lost]);
  return { rows, removedByHand: [...removed].filter((uri) => !held.has(uri)) };
}

type Fit = ReturnType<typeof ownRows> & { state: readonly Row[] };

/** How many rows a state has that were not read, and how many were read that it has not. */
const differenceOf = ({ state, missing, rows }: Fit) =>
  missing.length + rows.length - (state.length - missing.length);
