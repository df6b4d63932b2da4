import "server-only";
import type { Db } from "@/db/handle";
import { type StoredPlan, updatePlan } from "@/db/queries/playlists-plans";
import { findMarkedPlaylist } from "@/lib/mirrors/make-playlist";
import { createPlaylist } from "@/lib/spotify/playlists";
import type { Means } from "./plan-turn";

/** Makes the playlist of a plan for a new one. Asking is not repeatable: a second try first looks for the first one's. */
export async function makePlannedPlaylist(
  db: Db,
  { id, userId, name, creationStartedAt }: StoredPlan,
  { token, now }: Means,
) {
  const plan = { planId: id, userId };
  const marker = `clouder:${id}`;
  const made = creationStartedAt ? await findMarkedPlaylist(token, marker) : null;
  if (!made) await updatePlan(db, { ...plan, creationStartedAt: now });
  const description = `Made by Clouder. ${marker}`;
  const playlist = made ?? (await createPlaylist({ token, name, description, public: false }));
  await updatePlan(db, { ...plan, playlistId: playlist.id });
}
