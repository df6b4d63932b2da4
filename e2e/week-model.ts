import { recordingKey } from "@/lib/catalog/recording-key";
import type { Board, BoardTrack } from "@/lib/curation/board";

type Undo = { tracks: BoardTrack[]; list: BoardTrack[] };

/** What a week should look like after the keys that were pressed, worked out with plain arrays. */
export function createWeekModel(board: Board) {
  const bronze = board.tracks.toSorted((one, other) => one.position - other.position);
  const lists = new Map(board.categories.map(({ id }) => [id, [] as BoardTrack[]]));
  const golden = new Map(board.categories.map(({ id }) => [id, [] as BoardTrack[]]));
  const undos: Undo[] = [];

  const listOf = (id: string) => lists.get(id) ?? [];
  const goldenOf = (id: string) => golden.get(id) ?? [];

  return {
    bronze,
    listOf,
    goldenOf,
    sort(from: number, count: number, categoryId: string) {
      const tracks = bronze.splice(from, count);
      listOf(categoryId).push(...tracks);
      undos.push({ tracks, list: listOf(categoryId) });
    },
    undo() {
      const { tracks, list } = undos.pop() ?? { tracks: [], list: [] };
      list.splice(list.length - tracks.length, tracks.length);
      bronze.push(...tracks);
      bronze.sort((one, other) => one.position - other.position);
    },
    /** Gold takes a recording once, however often it was sold in the week. */
    promote(categoryId: string, tracks: readonly BoardTrack[]) {
      const list = goldenOf(categoryId);
      for (const track of tracks) {
        const key = recordingKey(track);
        if (!list.some((held) => recordingKey(held) === key)) list.push(track);
      }
    },
    swap(categoryId: string, row: number) {
      const list = listOf(categoryId);
      list.splice(row, 2, ...list.slice(row, row + 2).reverse());
    },
    move(from: string, row: number, to: string) {
      listOf(to).push(...listOf(from).splice(row, 1));
    },
  };
}

/** A playlist holds what was found on Spotify, each once. */
export const urisOf = (tracks: readonly BoardTrack[]): string[] => [
  ...new Set(
    tracks
      .filter(({ spotify }) => spotify.status === "found")
      .map(({ spotify }) => `spotify:track:${spotify.url?.split("/").at(-1)}`),
  ),
];
