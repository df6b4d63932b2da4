import { generateKeyBetween } from "fractional-indexing";
import type { Board, BoardTrack, Placement } from "@/lib/curation/board";

/** One key press that changes the board. `key` makes it the same press however often it is sent. */
export type Press =
  | { kind: "move"; key: string; trackIds: string[]; categoryId: string | null }
  | { kind: "promote"; key: string; trackIds: string[] }
  | { kind: "reorder"; key: string; trackId: string; afterId: string | null }
  /** `undoes` is the press of this visit that it takes back, `placements` where its tracks stood. */
  | { kind: "undo"; key: string; undoes: string | null; placements: Placement[] };

const pressKinds: ReadonlySet<unknown> = new Set<Press["kind"]>([
  "move",
  "promote",
  "reorder",
  "undo",
]);

/** Tells a press that was kept from what another release, or somebody else, left in its place. */
export const isPress = (kept: unknown): kept is Press =>
  typeof kept === "object" &&
  kept !== null &&
  "kind" in kept &&
  pressKinds.has(kept.kind) &&
  "key" in kept &&
  typeof kept.key === "string";

const bySilverPosition = (one: BoardTrack, other: BoardTrack) => {
  const a = one.silverPosition ?? "";
  const b = other.silverPosition ?? "";
  if (a !== b) return a < b ? -1 : 1;
  return one.id < other.id ? -1 : 1;
};

/** A category's Silver list in its order. */
export const silverList = (board: Board, categoryId: string): BoardTrack[] =>
  board.tracks.filter((track) => track.categoryId === categoryId).toSorted(bySilverPosition);

const placementOf = ({ id, categoryId, silverPosition, promoted }: BoardTrack): Placement => ({
  id,
  categoryId,
  silverPosition,
  promoted,
});

export const placementsOf = (board: Board, ids: readonly string[]): Placement[] =>
  board.tracks.filter(({ id }) => ids.includes(id)).map(placementOf);

/** Tracks that stay where they are stay the same objects: their rows are not drawn again. */
export function placeTracks(board: Board, placements: readonly Placement[]): Board {
  if (placements.length === 0) return board;
  const places = new Map(placements.map((placement) => [placement.id, placement]));
  return {
    ...board,
    tracks: board.tracks.map((track) => {
      const place = places.get(track.id);
      return place ? { ...track, ...place } : track;
    }),
  };
}

/** The board as it will be once the server has answered; what the answer changes is its own truth. */
export function applyPress(board: Board, press: Press): Board {
  switch (press.kind) {
    case "move":
      return count(placeTracks(board, moved(board, press.trackIds, press.categoryId)), 1);
    case "promote":
      return count(placeTracks(board, promoted(board, press.trackIds)), 1);
    case "reorder":
      return placeTracks(board, reordered(board, press.trackId, press.afterId));
    case "undo":
      return count(placeTracks(board, press.placements), -1);
  }
}

export const applyPresses = (board: Board, presses: readonly Press[]): Board =>
  presses.reduce(applyPress, board);

const count = (board: Board, presses: 1 | -1): Board => ({
  ...board,
  undoable: Math.max(0, board.undoable + presses),
});

function moved(board: Board, ids: readonly string[], categoryId: string | null): Placement[] {
  if (categoryId === null) {
    return ids.map((id) => ({ id, categoryId, silverPosition: null, promoted: false }));
  }
  const wanted = new Set(ids);
  const staying = silverList(board, categoryId).filter(({ id }) => !wanted.has(id));
  let last = staying.at(-1)?.silverPosition ?? null;
  return ids.map((id) => {
    last = generateKeyBetween(last, null);
    return { id, categoryId, silverPosition: last, promoted: false };
  });
}

function promoted(board: Board, ids: readonly string[]): Placement[] {
  const names = new Map(board.categories.map(({ id, name }) => [id, name]));
  return board.tracks
    .filter(({ id }) => ids.includes(id))
    .filter(({ categoryId, alreadyGolden }) => {
      const name = categoryId && names.get(categoryId);
      return name && !alreadyGolden.includes(name);
    })
    .map((track) => ({ ...placementOf(track), promoted: true }));
}

function reordered(board: Board, trackId: string, afterId: string | null): Placement[] {
  const track = board.tracks.find(({ id }) => id === trackId);
  if (!track?.categoryId) return [];
  const others = silverList(board, track.categoryId).filter(({ id }) => id !== trackId);
  const at = others.findIndex(({ id }) => id === afterId) + 1;
  const before = others[at - 1]?.silverPosition ?? null;
  const after = others[at]?.silverPosition ?? null;
  return [{ ...placementOf(track), silverPosition: generateKeyBetween(before, after) }];
}
