import "server-only";
import type { Db } from "@/db/handle";
import { type StoredPlan, updatePlan } from "@/db/queries/playlists-plans";
import { appendState } from "@/db/queries/playlists-states";
import { nameMadeTarget } from "@/db/queries/rule-sets-targets";
import { reportProgress } from "@/lib/jobs/report-progress";
import { createPlaylist, listMyPlaylists, type SpotifyPlaylist } from "@/lib/spotify/playlists";
import type { Means } from "./plan-turn";

type Wanted = {
  token: string;
  name: string;
  /** What its description says before the mark. */
  words: string;
  /** What it is made for. */
  id: string;
  /** When it was asked for before, and nobody knows whether it was made. */
  askedAt: Date | null;
  now: Date;
  /** Writes down that it is about to be asked for. */
  begin: () => Promise<void>;
};

/** Makes a private playlist. Asking is not repeatable: a second try first looks for the first one's. */
export async function makePlaylist({
  token,
  name,
  words,
  id,
  askedAt,
  now,
  begin,
}: Wanted): Promise<{ playlist: SpotifyPlaylist; isNew: boolean }> {
  // the moment tells it from an earlier playlist of the same, which may still be there
  const marker = `clouder:${id}:${(askedAt ?? now).getTime().toString(36)}`;
  const found = askedAt ? await findMarked(token, marker) : null;
  if (found) return { playlist: found, isNew: false };
  if (!askedAt) await begin();
  const description = `${words} ${marker}`;
  const playlist = await createPlaylist({ token, name, description, public: false });
  return { playlist, isNew: true };
}

async function findMarked(token: string, marker: string): Promise<SpotifyPlaylist | null> {
  let offset: number | null = 0;
  while (offset !== null) {
    const page: Awaited<ReturnType<typeof listMyPlaylists>> = await listMyPlaylists({
      token,
      offset,
    });
    const found = page.playlists.find(({ description }) => description.includes(marker));
    if (found) return found;
    offset = page.nextOffset;
  }
  return null;
}

type Made = { userId: string; connectionId: string; playlist: SpotifyPlaylist; now: Date };

/** A playlist that was just made holds nothing: nobody has to ask. */
export const recordEmpty = (db: Db, { playlist, now, ...owner }: Made) =>
  appendState(db, {
    ...owner,
    playlistId: playlist.id,
    snapshotId: playlist.snapshotId,
    reason: "observed",
    uris: [],
    owners: "",
    createdAt: now,
  });

/** Makes the playlist of a plan for a new one. */
export async function makePlannedPlaylist(
  db: Db,
  { id, userId, connectionId, name, creationStartedAt }: StoredPlan,
  { token, job, now }: Means,
) {
  const plan = { planId: id, userId };
  const { playlist, isNew } = await makePlaylist({
    token,
    name,
    words: "Made by Clouder.",
    id,
    askedAt: creationStartedAt,
    now,
    begin: () => updatePlan(db, { ...plan, creationStartedAt: now }),
  });
  await db.transaction(async (tx) => {
    await reportProgress(tx, job);
    await updatePlan(tx, { ...plan, playlistId: playlist.id });
    await nameMadeTarget(tx, { ...plan, playlistId: playlist.id });
    if (isNew) await recordEmpty(tx, { userId, connectionId, playlist, now });
  });
}
