import { queryOptions } from "@tanstack/react-query";
import type { JobView } from "@/lib/jobs/job-view";

const BUSY_MS = 1_500;
const IDLE_MS = 20_000;

export const isOpen = ({ status }: JobView) =>
  status === "queued" || status === "running" || status === "waiting";

/** Asked often while something runs, now and then otherwise. */
export const jobsQuery = queryOptions({
  queryKey: ["jobs"],
  queryFn: async ({ signal }): Promise<JobView[]> => {
    const response = await fetch("/api/jobs", { signal });
    if (!response.ok) throw new Error("The list of running work could not be read.");
    const { jobs }: { jobs: JobView[] } = await response.json();
    return jobs;
  },
  refetchInterval: ({ state }) => (state.data?.some(isOpen) ? BUSY_MS : IDLE_MS),
});
