import type { Playlist } from "../state/state";
import { type Api, hasScope, userIdOf } from "./session";

/** Whether the list of the user's playlists shows it: private and collaborative ones need their scopes. */
export function maySee(http: Api, playlist: Playlist): boolean {
  if (playlist.collaborative) return hasScope(http, "playlist-read-collaborative");
  return playlist.public || hasScope(http, "playlist-read-private");
}

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
