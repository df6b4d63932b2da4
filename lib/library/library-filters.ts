import type { LibraryPart } from "./part";

/** What of a list is shown: by whose a playlist is, or by where else a track stands. */
export const libraryFilters = [
  "mine",
  "others",
  "collaborative",
  "saved",
  "unsaved",
  "listed",
  "unlisted",
] as const;
export type LibraryFilter = (typeof libraryFilters)[number];

/** The filters that mean something for a list. */
export const filtersOf: Record<LibraryPart, readonly LibraryFilter[]> = {
  top_tracks: ["saved", "unsaved", "listed", "unlisted"],
  top_artists: [],
  top_albums: [],
  recent_tracks: [],
  recently_added: [],
  recently_played: ["saved", "unsaved", "listed", "unlisted"],
  playlists: ["mine", "others", "collaborative"],
  saved_tracks: ["listed", "unlisted"],
  saved_albums: [],
  followed_artists: [],
};
