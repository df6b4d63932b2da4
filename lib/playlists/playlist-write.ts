import type { Places, Row, RowOwner } from "./row";

/** Most rows one request may add, remove or replace. */
export const MOST_PER_WRITE = 100;

/** One request that changes a playlist. */
export type PlaylistWrite =
  | { kind: "remove"; uris: string[] }
  | { kind: "move"; from: number; before: number; length: number }
  | { kind: "add"; uris: string[]; position: number }
  | { kind: "replace"; uris: string[] };

/** A write as it is written down: with the owners of the rows that come, a letter each. */
export type StoredWrite = PlaylistWrite & { owners: string };

/** What Spotify makes of a write. */
export const applyWrite = (places: Places, write: PlaylistWrite): (string | null)[] =>
  change(places, write, { uriOf: (place) => place, added: addedBy(write) });

/** The same of rows whose owners are known; `owners` are those of the rows that come. */
export const applyToRows = (
  rows: readonly Row[],
  write: PlaylistWrite,
  owners: readonly RowOwner[],
): Row[] =>
  change(rows, write, {
    uriOf: ({ uri }) => uri,
    added: addedBy(write).map((uri, index) => ({ uri, by: owners[index] ?? "rule" })),
  });

const addedBy = (write: PlaylistWrite) =>
  write.kind === "add" || write.kind === "replace" ? write.uris : [];

/**
 * A removal takes every copy, an addition pushes the rest back, and a move counts both of its places
 * before it happens.
 */
function change<Place>(
  places: readonly Place[],
  write: PlaylistWrite,
  { uriOf, added }: { uriOf: (place: Place) => string | null; added: readonly Place[] },
): Place[] {
  switch (write.kind) {
    case "remove": {
      const gone = new Set<string | null>(write.uris);
      return places.filter((place) => !gone.has(uriOf(place)));
    }
    case "move": {
      const { from, before, length } = write;
      const moved = places.slice(from, from + length);
      const rest = places.toSpliced(from, length);
      return rest.toSpliced(before > from ? before - length : before, 0, ...moved);
    }
    case "add":
      return places.toSpliced(write.position, 0, ...added);
    case "replace":
      return [...added];
  }
}

/** How many rows a write names. */
export const rowsNamed = (write: PlaylistWrite) =>
  write.kind === "move" ? write.length : write.uris.length;

const countWords = (count: number) => `${count} ${count === 1 ? "row" : "rows"}`;

/** What a write did, for the log of its job. */
export function writeWords(write: PlaylistWrite): string {
  const rows = countWords(rowsNamed(write));
  switch (write.kind) {
    case "remove":
      return `Removed ${rows.replace("row", "track")}.`;
    case "move":
      return `Moved ${rows} from place ${write.from + 1}.`;
    case "add":
      return `Added ${rows} at place ${write.position + 1}.`;
    case "replace":
      return `Replaced the list by ${rows}.`;
  }
}
