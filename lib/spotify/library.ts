import "server-only";
import { z } from "zod";
import { type SpotifyCaller, spotifyFetch } from "./request";

const held = z.array(z.boolean()).min(1);

/** Whether a playlist is in the user's library: one that its owner deleted is not, but can be read. */
export async function isPlaylistFollowed({
  playlistId,
  ...caller
}: SpotifyCaller & { playlistId: string }): Promise<boolean> {
  const uris = `spotify:playlist:${playlistId}`;
  const [followed] = await spotifyFetch(
    { ...caller, group: "playlists", path: "/me/library/contains", query: { uris } },
    held,
  );
  return followed ?? true;
}
