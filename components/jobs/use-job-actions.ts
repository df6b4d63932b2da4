"use client";

import { useQueryClient } from "@tanstack/react-query";
import { tell, tellProblem } from "@/components/ui/toast";
import { cancelJobAction, retryJobAction } from "@/lib/jobs/actions";
import type { JobView } from "@/lib/jobs/job-view";

const tellLost = () =>
  tellProblem("Clouder did not answer. Look whether it was done before you try again.");

/** Stops jobs and tries them again; says what came of it, and how to take it back. */
export function useJobActions() {
  const client = useQueryClient();
  const readAgain = () => client.invalidateQueries({ queryKey: ["jobs"] });

  function retry({ id, title }: JobView) {
    const told = (result: Awaited<ReturnType<typeof retryJobAction>>) => {
      if (!result.ok) return tellProblem(result.message, { id });
      const words = result.data.again ? "is in line again." : "is on its way already.";
      tell(`${title} ${words}`, { id });
    };
    void retryJobAction({ jobId: id }).then(told, tellLost).finally(readAgain);
  }

  function stop(job: JobView) {
    const { id, title } = job;
    const told = (result: Awaited<ReturnType<typeof cancelJobAction>>) => {
      if (!result.ok) return tellProblem(result.message, { id });
      if (!result.data.stopped) return tell(`${title} had ended already.`, { id });
      tell(`Stopped ${title}. What it stored is kept.`, {
        id,
        action: { label: "Try again", onClick: () => retry(job) },
      });
    };
    void cancelJobAction({ jobId: id }).then(told, tellLost).finally(readAgain);
  }

  return { retry, stop };
}
