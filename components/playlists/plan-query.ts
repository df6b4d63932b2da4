import { queryOptions } from "@tanstack/react-query";
import type { PlanShow } from "@/lib/playlists/plan-lines";
import type { PlanLinesPage, PlanView } from "@/lib/playlists/plan-view";

const BUSY_MS = 1_500;

async function read<T>(address: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(address, { signal });
  if (response.ok) return response.json();
  const { message }: { message?: string } = await response.json();
  throw new Error(message ?? "The plan could not be read.");
}

/** Asked often while it is carried out. */
export const planQuery = (id: string) =>
  queryOptions({
    queryKey: ["playlists", "plan", id],
    queryFn: ({ signal }) => read<PlanView>(`/api/playlists/plans/${id}`, signal),
    refetchInterval: ({ state }) => (state.data?.status === "applying" ? BUSY_MS : false),
  });

/** The lines may be others once the plan is carried out: a person may have added some meanwhile. */
export type LineSource = Pick<PlanView, "id" | "status"> & { show: PlanShow };

export function linesQuery({ id, status, show }: LineSource, offset: number) {
  const params = new URLSearchParams({ show, offset: String(offset) });
  return queryOptions({
    queryKey: ["playlists", "lines", id, status, show, offset],
    queryFn: ({ signal }) =>
      read<PlanLinesPage>(`/api/playlists/plans/${id}/lines?${params}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
