"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { tell, tellProblem } from "@/components/ui/toast";
import { cancelJobAction, retryJobAction } from "@/lib/jobs/actions";
import type { JobView } from "@/lib/jobs/job-view";

/** Stops jobs and tries them again; says what came of it, and how to take it back. */
export function useJobActions() {
  const client = useQueryClient();
  const readAgain = () => client.invalidateQueries({ queryKey: ["jobs"] });

  const { mutate: retry } = useMutation({
    mutationFn: ({ id }: JobView) => retryJobAction({ jobId: id }),
    onSuccess: (result, { id, title }) => {
      if (!result.ok) return tellProblem(result.message, { id });
      const words = result.data.again ? "is in line again." : "is on its way already.";
      tell(`${title} ${words}`, { id });
    },
    onError: () => tellProblem("That did not reach Clouder. Nothing was changed."),
    onSettled: readAgain,
  });

  const { mutate: stop } = useMutation({
    mutationFn: ({ id }: JobView) => cancelJobAction({ jobId: id }),
    onSuccess: (result, job) => {
      const { id, title } = job;
      if (!result.ok) return tellProblem(result.message, { id });
      if (!result.data.stopped) return tell(`${title} had ended already.`, { id });
      tell(`Stopped ${title}. What it stored is kept.`, {
        id,
        action: { label: "Try again", onClick: () => retry(job) },
      });
    },
    onError: () => tellProblem("That did not reach Clouder. Nothing was changed."),
    onSettled: readAgain,
  });

  return { retry: (job: JobView) => retry(job), stop: (job: JobView) => stop(job) };
}
