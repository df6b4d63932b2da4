import "server-only";
import type { MirrorVersion } from "@/db/queries/mirrors-sync";
import { isPlaylistFollowed } from "@/lib/spotify/library";
import { listPlaylistItems } from "@/lib/spotify/playlist-items";
import { getPlaylist } from "@/lib/spotify/playlists";
import type { Lane } from "@/lib/traffic/pace";
import { ProviderError } from "@/lib/traffic/provider-error";
import { afterReading, nothingOwned, type Ownership } from "./ownership";
import type { Places } from "./plan-mirror";

/** What was seen so lately is believed without asking. */
const FRESH_MS = 10_000;
/** Spotify shows a snapshot of our own write up to so much later. */
const SNAPSHOT_LAG_MS = 60_000;
/** Whether a playlist was deleted is asked no more often. */
const FOLLOWED_MS = 3_600_000;

export type Observed = {
  places: Places;
  ownership: Ownership;
  snapshotId: string | null;
  /** Now when it was read; earlier when nothing can have changed since. */
  seenAt: Date;
};

type Ask = {
  playlistId: string;
  token: string;
  last: Omit<MirrorVersion, "version"> | null;
  now: Date;
  lane?: Lane;
};

/** What the playlist holds, with as few requests as that can be known by; null when it was removed. */
export async function observePlaylist({
  playlistId,
  token,
  last,
  now,
  lane,
}: Ask): Promise<Observed | null> {
  const ageMs = last ? now.getTime() - last.createdAt.getTime() : Number.POSITIVE_INFINITY;
  const known = last && last.reason !== "before_write" ? fromVersion(last) : null;
  if (known && ageMs < FRESH_MS) return known;
  if (last && ageMs > FOLLOWED_MS && !(await isStillFollowed(playlistId, token, lane))) return null;

  const probe = await getPlaylist({ token, playlistId, lane });
  const sameSnapshot = ageMs < SNAPSHOT_LAG_MS || probe.snapshotId === known?.snapshotId;
  if (known && sameSnapshot && probe.total === known.places.length) return known;

  const places = await readPlaces(playlistId, token, lane);
  const ownership = last
    ? afterReading({ own: last.ownUris, inFlight: last.inFlightUris }, places)
    : nothingOwned;
  return { places, ownership, snapshotId: probe.snapshotId, seenAt: now };
}

export async function readPlaces(playlistId: string, token: string, lane?: Lane): Promise<Places> {
  const items = await listPlaylistItems({ token, playlistId, lane });
  return items.map(({ uri }) => uri);
}

const fromVersion = ({
  uris,
  ownUris,
  snapshotId,
  createdAt,
}: Omit<MirrorVersion, "version">): Observed => ({
  places: uris.map((uri) => uri || null),
  ownership: { own: ownUris, inFlight: [] },
  snapshotId,
  seenAt: createdAt,
});

/** Where asking is forbidden, the playlist is taken to be there: reading it will tell. */
async function isStillFollowed(playlistId: string, token: string, lane?: Lane): Promise<boolean> {
  try {
    return await isPlaylistFollowed({ token, playlistId, lane });
  } catch (error) {
    if (error instanceof ProviderError && error.kind === "forbidden") return true;
    throw error;
  }
}
