import type { LibraryPart } from "@/lib/library/part";

/** Where tracks come from: lists of a person's library, lists of their curation, a style's catalogue. */
export const sourceKinds = [
  "liked",
  "playlist",
  "saved_albums",
  "golden",
  "silver",
  "style",
] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** What a source of the library is read from. */
export const partOf = {
  liked: "saved_tracks",
  playlist: "playlists",
  saved_albums: "saved_albums",
} as const satisfies Partial<Record<SourceKind, LibraryPart>>;
export type LibraryKind = keyof typeof partOf;

export const isOfLibrary = (kind: SourceKind): kind is LibraryKind => Object.hasOwn(partOf, kind);

/** `new` was never fetched whole; `failed` still shows what the fetch before it found. */
export const sourceStatuses = ["new", "fetching", "ready", "failed"] as const;
export type SourceStatus = (typeof sourceStatuses)[number];

/** A library that was read so lately is not read again before a source is fetched from it. */
export const MAX_AGE_MINUTES = 60;

/** A source and whose it is; no statement is about one without the other. */
export type OwnSource = { sourceId: string; userId: string };

/** A track as a list of a library names it. */
export type ListedTrack = {
  /** Null for a file of the person's own. */
  externalId: string | null;
  title: string;
  artists: string[];
  isrc: string | null;
  addedAt: string | null;
  /** Where in the source: an album, a week, a release. */
  foundIn: string | null;
};

/** A listed track in its place, and which recording it is by its own words alone. */
export type SourceTrack = Omit<ListedTrack, "isrc"> & { position: number; ownKey: string };
