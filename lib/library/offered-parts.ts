import type { PersonalProvider } from "@/lib/connections/provider";
import type { LibraryPart } from "./part";

/** The parts of a library that each provider has, the first of them shown first. */
export const offeredParts: Record<PersonalProvider, readonly [LibraryPart, ...LibraryPart[]]> = {
  spotify: [
    "top_tracks",
    "top_artists",
    "recently_played",
    "playlists",
    "saved_tracks",
    "saved_albums",
    "followed_artists",
  ],
  apple: [
    "top_albums",
    "recent_tracks",
    "recently_added",
    "playlists",
    "saved_tracks",
    "saved_albums",
    "followed_artists",
  ],
};
