import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { ActivityPage, JobDetail, JobView } from "@/lib/jobs/job-view";
import { isOpenStatus } from "@/lib/jobs/status";
import { type ActivityView, writeView } from "./activity-view";
import { readLastLook } from "./last-look";

const BUSY_MS = 1_500;
const IDLE_MS = 20_000;
const WATCHED_MS = 5_000;

export const isOpen = ({ status }: JobView) => isOpenStatus(status);

async function read<T>(address: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(address, { signal });
  if (response.ok) return response.json();
  const { message }: { message?: string } = await response.json();
  throw new Error(message ?? "The list of work could not be read.");
}

export type NowRunning = {
  jobs: JobView[];
  /** How many failed since the activity was last looked at. */
  failed: number;
};

/** Asked often while something runs, now and then otherwise. */
export const jobsQuery = queryOptions({
  queryKey: ["jobs", "now"],
  queryFn: ({ signal }) => {
    const since = readLastLook();
    return read<NowRunning>(since ? `/api/jobs?since=${since}` : "/api/jobs", signal);
  },
  refetchInterval: ({ state }) => (state.data?.jobs.some(isOpen) ? BUSY_MS : IDLE_MS),
});

/** The list of the Activity page. The history does not move, what is now does. */
export function activityQuery(view: ActivityView) {
  const search = writeView({ ...view, job: null });
  return queryOptions({
    queryKey: ["jobs", "activity", search],
    queryFn: ({ signal }) => read<ActivityPage>(`/api/jobs/activity?${search}`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => {
      if (view.before) return false;
      return state.data?.jobs.some(isOpen) ? BUSY_MS : WATCHED_MS;
    },
  });
}

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ["jobs", "one", id],
    queryFn: ({ signal }) => read<JobDetail>(`/api/jobs/${id}`, signal),
    retry: false,
    refetchInterval: ({ state }) => (state.data && isOpen(state.data) ? BUSY_MS : WATCHED_MS),
  });
