import "server-only";
import { z } from "zod";
import { sift } from "@/lib/traffic/sift";
import { type SpotifyCaller, spotifyFetch } from "./request";

const PAGE_SIZE = 50;

const playlist = z
  .object({
    id: z.string().min(1),
    name: z.string(),
    description: z.string().nullish(),
    owner: z.object({ id: z.string() }).nullish(),
    snapshot_id: z.string(),
    external_urls: z.object({ spotify: z.string().nullish() }).nullish(),
    items: z.object({ total: z.number() }).nullish().catch(null),
    tracks: z.object({ total: z.number() }).nullish().catch(null),
  })
  .transform((row) => ({
    id: row.id,
    name: row.name,
    description: row.description ?? "",
    ownerId: row.owner?.id ?? null,
    snapshotId: row.snapshot_id,
    url: row.external_urls?.spotify ?? null,
    /** How many places it has; null where Spotify does not say. */
    total: row.items?.total ?? row.tracks?.total ?? null,
  }));

export type SpotifyPlaylist = z.output<typeof playlist>;

type PlaylistDetails = { name: string; description: string; public: boolean };

const pathOf = (playlistId: string) => `/playlists/${encodeURIComponent(playlistId)}`;

/** Not repeatable: after a `transient` error look for it among the user's playlists. */
export function createPlaylist({ token, lane, ...details }: SpotifyCaller & PlaylistDetails) {
  return spotifyFetch(
    { token, lane, group: "playlists", method: "POST", path: "/me/playlists", json: details },
    playlist,
  );
}

export function getPlaylist({ playlistId, ...caller }: SpotifyCaller & { playlistId: string }) {
  return spotifyFetch({ ...caller, group: "playlists", path: pathOf(playlistId) }, playlist);
}

export async function changePlaylist({
  token,
  lane,
  playlistId,
  ...details
}: SpotifyCaller & { playlistId: string } & Partial<PlaylistDetails>) {
  await spotifyFetch(
    {
      token,
      lane,
      group: "playlists",
      method: "PUT",
      path: pathOf(playlistId),
      json: details,
      repeatable: true,
    },
    z.unknown(),
  );
}

const playlistsPage = z.object({ items: z.array(z.unknown()), next: z.string().nullish() });

/** One page of the playlists the user owns or follows; `nextOffset` is null on the last one. */
export async function listMyPlaylists({
  offset = 0,
  ...caller
}: SpotifyCaller & { offset?: number }): Promise<{
  playlists: SpotifyPlaylist[];
  nextOffset: number | null;
}> {
  const page = await spotifyFetch(
    {
      ...caller,
      group: "playlists",
      path: "/me/playlists",
      query: { limit: PAGE_SIZE, offset },
    },
    playlistsPage,
  );
  return {
    playlists: sift(page.items, playlist).valid,
    nextOffset: page.next && page.items.length > 0 ? offset + page.items.length : null,
  };
}
