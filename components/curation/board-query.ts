import { type QueryClient, queryOptions } from "@tanstack/react-query";
import type { Board } from "@/lib/curation/board";
import { applyPresses, type Press } from "./press";

const ARRIVING_MS = 2_000;

/** Spotify is still being asked about some tracks, or the week is still being fetched. */
const isArriving = ({ tracks }: Board) =>
  tracks.length === 0 || tracks.some(({ spotify }) => spotify.status === "pending");

/** The board as the server knows it. Presses under way are laid over it by `boardNow`. */
export const boardQuery = (periodId: string) =>
  queryOptions({
    queryKey: ["board", periodId],
    queryFn: async ({ signal }): Promise<Board> => {
      const response = await fetch(`/api/curation/periods/${periodId}`, { signal });
      if (!response.ok) throw new Error("The board could not be read again.");
      return response.json();
    },
    refetchInterval: ({ state }) => (state.data && isArriving(state.data) ? ARRIVING_MS : false),
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
