import type { Playlist } from "../state/state";
import { type Api, hasScope, userIdOf } from "./session";

/** Items are shown to the owner, and to anyone who may edit a collaborative playlist. */
export function mayRead(http: Api, playlist: Playlist): boolean {
  const userId = userIdOf(http);
  if (userId === null) return false;
  if (playlist.ownerId === userId)
    return playlist.public || hasScope(http, "playlist-read-private");
  return playlist.collaborative && hasScope(http, "playlist-read-collaborative");
}

export const mayEdit = (http: Api, { public: isPublic }: Playlist) =>
  hasScope(http, isPublic ? "playlist-modify-public" : "playlist-modify-private");
