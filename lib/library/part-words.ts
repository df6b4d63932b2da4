import type { Provider } from "@/lib/connections/provider";
import type { LibraryPart } from "./part";

const words: Record<LibraryPart, string> = {
  top_tracks: "Top tracks",
  top_artists: "Top artists",
  top_albums: "Heavy rotation",
  recently_played: "Plays",
  recent_tracks: "Recently played",
  recently_added: "Recently added",
  playlists: "Playlists",
  saved_tracks: "Saved tracks",
  saved_albums: "Saved albums",
  followed_artists: "Followed artists",
};

/** What a provider calls it otherwise: at Apple nobody saves or follows, things are in the library. */
const own: Partial<Record<Provider, Partial<Record<LibraryPart, string>>>> = {
  apple: {
    saved_tracks: "Library songs",
    saved_albums: "Library albums",
    followed_artists: "Library artists",
  },
};

/** How a part of a library at a provider is called at the beginning of a sentence. */
export const partWords = (part: LibraryPart, provider: Provider): string =>
  own[provider]?.[part] ?? words[part];
