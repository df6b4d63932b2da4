import type {
  ChangeCount,
  ChangeKind,
  ChangeList,
  LibraryChange,
} from "@/lib/library/library-view";
import type { TopRange } from "@/lib/library/part";

export const listWords: Record<ChangeList, string> = {
  top_tracks: "Top tracks",
  top_artists: "Top artists",
  recently_played: "Plays",
  playlists: "Playlists",
  playlist_items: "In playlists",
  saved_tracks: "Saved tracks",
  saved_albums: "Saved albums",
  followed_artists: "Followed artists",
};

export const rangeWords: Record<TopRange, string> = {
  short: "4 weeks",
  medium: "6 months",
  long: "a year",
  heavy_rotation: "heavy rotation",
};

export const kindMarks: Record<ChangeKind, string> = { came: "+", went: "−", changed: "~" };

const count = new Intl.NumberFormat("en");

/** "12 came, 3 went, 1 changed"; plays only come. */
export function countWords({ list, came, went, changed }: ChangeCount): string {
  if (list === "recently_played") return `${count.format(came)} heard`;
  const words = [
    came > 0 && `${count.format(came)} came`,
    went > 0 && `${count.format(went)} went`,
    changed > 0 && `${count.format(changed)} changed`,
  ];
  return words.filter(Boolean).join(", ");
}

const verbs: Record<ChangeList, Record<ChangeKind, string>> = {
  top_tracks: { came: "Came into the top", went: "Left the top", changed: "Moved in the top" },
  top_artists: { came: "Came into the top", went: "Left the top", changed: "Moved in the top" },
  recently_played: { came: "Played", went: "Played", changed: "Played" },
  playlists: { came: "New playlist", went: "Playlist gone", changed: "Playlist changed" },
  playlist_items: { came: "Added", went: "Removed", changed: "Changed" },
  saved_tracks: { came: "Saved", went: "No longer saved", changed: "Described anew" },
  saved_albums: { came: "Saved", went: "No longer saved", changed: "Described anew" },
  followed_artists: { came: "Followed", went: "No longer followed", changed: "Described anew" },
};

/** What happened, without the name of what it happened to: "Added to Dawn", "Rank 7 → 2 (4 weeks)". */
export function changeWords(change: LibraryChange): string {
  const { list, kind, range, rank, rankBefore, playlistName, moved } = change;
  const verb = verbs[list][kind];
  if (range && rank !== null) {
    const over = `(${rangeWords[range]})`;
    if (kind === "went") return `${verb} ${over}, was ${rank}`;
    if (kind === "came") return `${verb} ${over} at ${rank}`;
    return rank === rankBefore ? `Described anew ${over}` : `Rank ${rankBefore} → ${rank} ${over}`;
  }
  if (list === "playlist_items") {
    const name = playlistName ?? "a playlist";
    if (kind === "came") return `Added to ${name}`;
    if (kind === "went") return `Removed from ${name}`;
    return moved ? `Moved in ${name}` : `Described anew in ${name}`;
  }
  return list === "playlists" && kind === "changed" ? playlistWords(change) : verb;
}

function playlistWords({ name, nameBefore, total, totalBefore }: LibraryChange): string {
  if (nameBefore !== null && nameBefore !== name) return `Renamed, was ${nameBefore}`;
  if (total !== null && totalBefore !== null && total !== totalBefore) {
    return `${count.format(totalBefore)} → ${count.format(total)} tracks`;
  }
  return "Edited";
}
