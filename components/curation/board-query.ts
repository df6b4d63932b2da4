import { type QueryClient, queryOptions } from "@tanstack/react-query";
import type { Board, BoardTrack } from "@/lib/curation/board";
import type { MatchStatus } from "@/lib/matching/status";
import { applyPresses, type Press } from "./press";

const SOON_MS = 2_000;
const LATER_MS = 15_000;
const SOON_READS = 60;

const missing: readonly MatchStatus[] = ["not_found", "unavailable", "rejected"];

/** Spotify has not been asked about the track, or its answer has not moved it to its lane yet. */
const isUnsettled = ({ spotify, lane, categoryId }: BoardTrack) =>
  spotify.status === "pending" ||
  (categoryId === null && missing.includes(spotify.status) && lane !== "not_on_spotify");

/** The week is still being fetched, or still being looked for on Spotify. */
const isArriving = ({ tracks }: Board) => tracks.length === 0 || tracks.some(isUnsettled);

/** The board as the server knows it. Presses under way are laid over it by `boardNow`. */
export const boardQuery = (periodId: string) =>
  queryOptions({
    queryKey: ["board", periodId],
    queryFn: async ({ signal }): Promise<Board> => {
      const response = await fetch(`/api/curation/periods/${periodId}`, { signal });
      if (!response.ok) throw new Error("The board could not be read again.");
      return response.json();
    },
    refetchInterval: ({ state }) => {
      if (!state.data || !isArriving(state.data)) return false;
      return state.dataUpdateCount < SOON_READS ? SOON_MS : LATER_MS;
    },
  });

export const pressKey = (periodId: string) => ["board", periodId, "press"];

/** Presses that the server has not answered yet, in the order they were made. */
export const pendingPresses = (client: QueryClient, periodId: string): Press[] =>
  client
    .getMutationCache()
    .findAll({ mutationKey: pressKey(periodId), status: "pending" })
    .flatMap(({ state }) => (isPress(state.variables) ? [state.variables] : []));

const isPress = (variables: unknown): variables is Press =>
  typeof variables === "object" && variables !== null && "kind" in variables;

/** What is true at this moment, also between two renders: what the next key acts on. */
export function boardNow(client: QueryClient, periodId: string): Board | undefined {
  const saved = client.getQueryData(boardQuery(periodId).queryKey);
  return saved && applyPresses(saved, pendingPresses(client, periodId));
}
