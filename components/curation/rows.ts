import { camelotRank } from "@/lib/catalog/camelot";
import type { Board, BoardTrack } from "@/lib/curation/board";
import type { Lane } from "@/lib/curation/lane";
import type { BoardView, Sort } from "./board-view";
import { textFilter } from "./match-text";

type Compare = (one: BoardTrack, other: BoardTrack) => number;

const NO_VALUE = 100_000;

const byPlace: Compare = (one, other) => one.position - other.position;

const orders: Record<Sort, Compare> = {
  date: () => 0,
  key: (one, other) => camelotRank(one.camelotKey) - camelotRank(other.camelotKey),
  bpm: (one, other) => (one.bpm ?? NO_VALUE) - (other.bpm ?? NO_VALUE),
  label: (one, other) => (one.label ?? "\uffff").localeCompare(other.label ?? "\uffff", "en"),
};

const bronzeOf = (board: Board): BoardTrack[] =>
  board.tracks.filter(({ categoryId }) => categoryId === null);

/** The Bronze list as it is shown: newest first, unless another order was chosen. */
export function rowsOf(board: Board, { lane, sort, text }: BoardView): BoardTrack[] {
  const fits = textFilter(text);
  const order = orders[sort];
  return bronzeOf(board)
    .filter((track) => (lane === null || track.lane === lane) && fits(track))
    .toSorted((one, other) => order(one, other) || byPlace(one, other));
}

/** Bronze tracks left in each lane. */
export function laneCounts(board: Board): Record<Lane, number> {
  const counts: Record<Lane, number> = {
    new: 0,
    seen_before: 0,
    back_catalogue: 0,
    compilation: 0,
    not_on_spotify: 0,
  };
  for (const { lane } of bronzeOf(board)) counts[lane] += 1;
  return counts;
}
