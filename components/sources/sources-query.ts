import { queryOptions } from "@tanstack/react-query";
import type { JobView } from "@/lib/jobs/job-view";
import { isOpenStatus } from "@/lib/jobs/status";
import { type GatheredPage, PAGE_TRACKS, type SourcesView } from "@/lib/sources/source-view";

const BUSY_MS = 1_500;
const IDLE_MS = 20_000;

async function read<T>(address: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(address, { signal });
  if (response.ok) return response.json();
  const { message }: { message?: string } = await response.json();
  throw new Error(message ?? "The sources could not be read.");
}

type OpenJob = JobView & { status: "queued" | "running" | "waiting" };

export const isOpen = (job: JobView | null): job is OpenJob =>
  job !== null && isOpenStatus(job.status);

const isBusy = ({ sources, facts }: SourcesView) =>
  isOpen(facts.gathering) ||
  isOpen(facts.classifying) ||
  sources.some(
    ({ stored, fetching, enriching }) =>
      stored?.status === "fetching" || isOpen(fetching) || isOpen(enriching),
  );

/** Asked often while something runs, now and then otherwise. */
export const sourcesQuery = queryOptions({
  queryKey: ["sources", "lists"],
  queryFn: ({ signal }) => read<SourcesView>("/api/sources", signal),
  refetchInterval: ({ state }) => (state.data && isBusy(state.data) ? BUSY_MS : IDLE_MS),
});

/** Sources that are gathered, and the words that are looked for in them. */
export type Gathered = { of: string; text: string /** The moments they are of. */; asOf: string };

export const addressOf = (
  { of, text }: Omit<Gathered, "asOf">,
  more: Record<string, string> = {},
) => `/api/sources/tracks?${new URLSearchParams({ of, ...(text && { q: text }), ...more })}`;

export const gatheredQuery = (gathered: Gathered, page: number) =>
  queryOptions({
    queryKey: ["sources", "gathered", gathered, page],
    queryFn: ({ signal }) =>
      read<GatheredPage>(addressOf(gathered, { offset: String(page * PAGE_TRACKS) }), signal),
    staleTime: 30_000,
    retry: false,
  });
