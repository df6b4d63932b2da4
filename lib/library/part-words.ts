import type { LibraryPart } from "./part";

/** How a part is called at the beginning of a sentence. */
export const partWords: Record<LibraryPart, string> = {
  top_tracks: "Top tracks",
  top_artists: "Top artists",
  recently_played: "Plays",
  playlists: "Playlists",
  saved_tracks: "Saved tracks",
  saved_albums: "Saved albums",
  followed_artists: "Followed artists",
};
