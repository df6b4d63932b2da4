import type { Board, BoardTrack } from "@/lib/curation/board";

export type BoardNumbers = {
  total: number;
  /** Still to be sorted. */
  bronze: number;
  /** In a Silver list, promoted or not: both stay in it. */
  silver: number;
  /** Of these, promoted this week. */
  gold: number;
  trash: number;
  /** 0 to 100, whole: full only when nothing is left. */
  percentSorted: number;
};

export function numbersOf(board: Board): BoardNumbers {
  const trashId = board.categories.find(({ isTrash }) => isTrash)?.id;
  const count = (fits: (track: BoardTrack) => boolean) => board.tracks.filter(fits).length;
  const total = board.tracks.length;
  const bronze = count(({ categoryId }) => categoryId === null);
  const trash = count(({ categoryId }) => categoryId !== null && categoryId === trashId);
  return {
    total,
    bronze,
    trash,
    silver: total - bronze - trash,
    gold: count(({ promoted }) => promoted),
    percentSorted: total === 0 ? 0 : Math.floor((100 * (total - bronze)) / total),
  };
}

/** How many tracks of the week each category holds, by id. */
export function categoryCounts(board: Board): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { categoryId } of board.tracks) {
    if (categoryId !== null) counts.set(categoryId, (counts.get(categoryId) ?? 0) + 1);
  }
  return counts;
}
