import type { LibraryEntry } from "@/lib/library/library-view";

export const nameOf = ({ name, externalId, kind }: LibraryEntry) => {
  if (name) return name;
  return externalId === null || kind === null ? "No longer on Spotify" : "Without a name";
};

/** What is said below the name: who made it, and what it is when it is no track. */
export function detailOf(entry: LibraryEntry): string {
  const { kind, artists, playlist, albumName } = entry;
  if (playlist) return playlistWords(playlist);
  if (kind === "local") return ["Your own file", ...artists].filter(Boolean).join(" · ");
  if (kind === "episode") return ["Episode", albumName].filter(Boolean).join(" · ");
  return artists.join(", ");
}

function playlistWords(playlist: NonNullable<LibraryEntry["playlist"]>): string {
  const words = [playlist.isOwned ? "Yours" : (playlist.ownerName ?? "Somebody’s")];
  if (playlist.isCollaborative) words.push("collaborative");
  if (!playlist.itemsReadable) words.push("Spotify does not show its tracks");
  return words.join(" · ");
}

export const isTrack = ({ kind }: Pick<LibraryEntry, "kind">) =>
  kind === "track" || kind === "episode" || kind === "local";
