import type { ItemKind, LibraryPart } from "./part";

/** A track, album, artist or playlist as a provider describes it. What is not known is null. */
export type LibraryItem = {
  kind: ItemKind;
  /** The provider's id; the URI of a local file. */
  externalId: string;
  name: string;
  artists: { id: string | null; name: string }[];
  albumId: string | null;
  albumName: string | null;
  coverUrl: string | null;
  durationMs: number | null;
  /** Upper case, without hyphens. */
  isrc: string | null;
  explicit: boolean | null;
  /** A day, a month or a year. */
  releasedOn: string | null;
  genres: string[];
  url: string | null;
  /** The whole object, as it came. */
  raw: unknown;
};

export type PlaylistFacts = {
  description: string | null;
  ownerId: string | null;
  ownerName: string | null;
  isOwned: boolean;
  isCollaborative: boolean;
  isPublic: boolean | null;
  snapshotId: string | null;
  total: number | null;
  /** Whether the provider shows its rows to this user. */
  itemsReadable: boolean;
};

/** What a row says beside its item; moments are ISO strings with their offset. */
export type RowFacts = {
  addedAt?: string | null;
  addedBy?: string | null;
  playedAt?: string;
  contextUri?: string | null;
  playlist?: PlaylistFacts;
};

export type LibraryRow = {
  /** Null where the provider no longer names what stands in the row. */
  item: LibraryItem | null;
  facts: RowFacts;
};

export type LibraryPage = {
  /** In the order of the list; a row that cannot be read is an item of the kind `unreadable`. */
  rows: LibraryRow[];
  /** The place of the first row in its list. */
  offset: number;
  /** The pages that can be asked for now, nearest first: where offsets do, all that are left. */
  ahead: string[];
  /** How many rows the list has; null where the provider does not say. */
  total: number | null;
};

/** A page of a list: of a range of tops, of the rows of one playlist, or of a part's only list. */
export type LibraryPlace = {
  part: LibraryPart;
  /** A range; with the part `playlists` a playlist's id, or "" for the list of playlists. */
  subject: string;
  /** "" for the first page, else one of an earlier page's `ahead`. */
  cursor: string;
};

/** Whose library is asked for. */
export type LibraryCaller = {
  token: string;
  /** The id that the owners of playlists are compared with. */
  profileId: string | null;
};

/** What a provider knows of a user, as pages of lists. It throws what `lib/traffic` throws. */
export type ProviderLibrary = {
  /** The lists that each part begins with; a part that is left out is not offered. */
  subjects: Partial<Record<LibraryPart, readonly string[]>>;
  /** Parts whose rows come newest first, so that reading may stop at what is known. */
  newestFirst: readonly LibraryPart[];
  /** How many plays it shows at most: more since the last look, and some are lost. */
  playsShown: number;
  /** Why a part cannot be asked for with what was granted, as a sentence; null when it can. */
  withheld: (part: LibraryPart, scopes: readonly string[]) => string | null;
  readPage: (caller: LibraryCaller, place: LibraryPlace) => Promise<LibraryPage>;
};
