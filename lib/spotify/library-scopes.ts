import type { LibraryPart } from "@/lib/library/part";

/** What each part of a library needs, and how the part is called in a sentence. */
export const libraryScopes: Partial<Record<LibraryPart, { scope: string; words: string }>> = {
  top_tracks: { scope: "user-top-read", words: "your top tracks" },
  top_artists: { scope: "user-top-read", words: "your top artists" },
  recently_played: { scope: "user-read-recently-played", words: "what you played lately" },
  playlists: { scope: "playlist-read-private", words: "your playlists" },
  saved_tracks: { scope: "user-library-read", words: "your saved tracks" },
  saved_albums: { scope: "user-library-read", words: "your saved albums" },
  followed_artists: { scope: "user-follow-read", words: "the artists you follow" },
};
