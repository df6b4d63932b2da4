import { type PersonalProvider, providerName } from "@/lib/connections/provider";
import type { LibraryEntry } from "@/lib/library/library-view";

export const nameOf = ({ name, externalId, kind }: LibraryEntry, provider: PersonalProvider) => {
  if (name) return name;
  return externalId === null || kind === null
    ? `No longer on ${providerName(provider)}`
    : "Without a name";
};

/** What is said below the name: who made it, and what it is when it is no track. */
export function detailOf(entry: LibraryEntry, provider: PersonalProvider): string {
  const { kind, artists, playlist, albumName } = entry;
  if (playlist) return playlistWords(playlist, provider);
  if (kind === "local") return ["Your own file", ...artists].filter(Boolean).join(" · ");
  if (kind === "episode") return ["Episode", albumName].filter(Boolean).join(" · ");
  if (kind === "video") return ["Music video", ...artists].join(" · ");
  if (kind === "station") return "Station";
  return artists.join(", ");
}

function playlistWords(
  playlist: NonNullable<LibraryEntry["playlist"]>,
  provider: PersonalProvider,
): string {
  const words = [playlist.isOwned ? "Yours" : (playlist.ownerName ?? "Somebody’s")];
  if (playlist.isCollaborative) words.push("collaborative");
  if (!playlist.itemsReadable) words.push(`${providerName(provider)} does not show its tracks`);
  return words.join(" · ");
}

export const isTrack = ({ kind }: Pick<LibraryEntry, "kind">) =>
  kind === "track" || kind === "episode" || kind === "local" || kind === "video";
