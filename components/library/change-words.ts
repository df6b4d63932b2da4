import type { PersonalProvider } from "@/lib/connections/provider";
import type {
  ChangeCount,
  ChangeKind,
  ChangeList,
  LibraryChange,
} from "@/lib/library/library-view";
import type { TopRange } from "@/lib/library/part";
import { partWords } from "@/lib/library/part-words";

export const listWords = (list: ChangeList, provider: PersonalProvider): string =>
  list === "playlist_items" ? "In playlists" : partWords(list, provider);

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

type Verbs = Record<ChangeKind, string>;

const inTop: Verbs = {
  came: "Came into the top",
  went: "Left the top",
  changed: "Moved in the top",
};
const inLibrary: Verbs = {
  came: "Came into the library",
  went: "No longer in the library",
  changed: "Described anew",
};

const verbs: Record<ChangeList, Verbs> = {
  top_tracks: inTop,
  top_artists: inTop,
  top_albums: inTop,
  recent_tracks: {
    came: "Played lately",
    went: "Others were played since",
    changed: "Elsewhere among the last played",
  },
  recently_added: inLibrary,
  recently_played: { came: "Played", went: "Played", changed: "Played" },
  playlists: { came: "New playlist", went: "Playlist gone", changed: "Playlist changed" },
  playlist_items: { came: "Added", went: "Removed", changed: "Changed" },
  saved_tracks: { came: "Saved", went: "No longer saved", changed: "Described anew" },
  saved_albums: { came: "Saved", went: "No longer saved", changed: "Described anew" },
  followed_artists: { came: "Followed", went: "No longer followed", changed: "Described anew" },
};

const own: Partial<Record<PersonalProvider, Partial<Record<ChangeList, Verbs>>>> = {
  apple: { saved_tracks: inLibrary, saved_albums: inLibrary, followed_artists: inLibrary },
};

/** What happened, without the name of what it happened to: "Added to Dawn", "Rank 7 → 2 (4 weeks)". */
export function changeWords(change: LibraryChange, provider: PersonalProvider): string {
  const { list, kind, range, rank, rankBefore, playlistName, moved } = change;
  const verb = (own[provider]?.[list] ?? verbs[list])[kind];
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
