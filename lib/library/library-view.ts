import type { ConnectionStatus, PersonalProvider } from "@/lib/connections/provider";
import type { ItemKind, LibraryPart, SyncStatus, SyncTrigger, TopRange } from "./part";

/** A line of any list of a library; all moments are ISO strings. */
export type LibraryEntry = {
  /** Different from every other line of the list. */
  key: string;
  /** Null where the provider no longer names what stands there. */
  externalId: string | null;
  kind: ItemKind | null;
  name: string;
  artists: string[];
  albumName: string | null;
  coverUrl: string | null;
  durationMs: number | null;
  releasedOn: string | null;
  genres: string[];
  /** Where it is at the provider. */
  url: string | null;
  /** When it was added, saved or played. */
  at: string | null;
  addedBy: string | null;
  rank: number | null;
  playlist: {
    ownerName: string | null;
    isOwned: boolean;
    isCollaborative: boolean;
    total: number | null;
    itemsReadable: boolean;
  } | null;
};

export type LibraryPageView = { rows: LibraryEntry[]; total: number };

/** How far one part is in a run. */
export type PartView = {
  part: LibraryPart;
  status: SyncStatus;
  requested: number | null;
  stored: number;
  appended: number;
  gone: number;
  unreadable: number;
  requests: number;
  waitingUntil: string | null;
  problem: string | null;
  startedAt: string | null;
  finishedAt: string | null;
};

export type RunView = {
  id: string;
  trigger: SyncTrigger;
  status: SyncStatus;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
};

/** The newest sync of a library, and how the ones before went. */
export type SyncView = {
  provider: PersonalProvider;
  connected: ConnectionStatus;
  run: (RunView & { parts: PartView[] }) | null;
  earlier: RunView[];
  nextAt: string | null;
};

export type LibraryCounts = Record<LibraryPart, number>;

export type Library = {
  connectionId: string;
  provider: PersonalProvider;
  displayName: string | null;
  status: ConnectionStatus;
};

export type LibraryOverview = {
  counts: LibraryCounts;
  /** When this library was first read; null when it never was. */
  firstReadAt: string | null;
};

export const changeLists = [
  "top_tracks",
  "top_artists",
  "top_albums",
  "recently_played",
  "recent_tracks",
  "recently_added",
  "playlists",
  "playlist_items",
  "saved_tracks",
  "saved_albums",
  "followed_artists",
] as const;
export type ChangeList = (typeof changeLists)[number];

export const changeKinds = ["came", "went", "changed"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Something that came into a library, left it, or is not as it was. */
export type LibraryChange = {
  id: number;
  list: ChangeList;
  kind: ChangeKind;
  at: string;
  externalId: string | null;
  itemKind: ItemKind | null;
  name: string;
  artists: string[];
  coverUrl: string | null;
  url: string | null;
  range: TopRange | null;
  /** Which playlist it came into or left. */
  playlistId: string | null;
  playlistName: string | null;
  rank: number | null;
  rankBefore: number | null;
  nameBefore: string | null;
  total: number | null;
  totalBefore: number | null;
  /** Whether its place in the list is another one. */
  moved: boolean;
};

export type ChangeCount = { list: ChangeList } & Record<ChangeKind, number>;

export type ChangedRun = RunView & {
  counts: ChangeCount[];
  /** Of each list the first few. */
  changes: LibraryChange[];
  /** Whether nothing was known before it. */
  isFirst: boolean;
};

export type ChangesPage = { runs: ChangedRun[]; older: string | null };
