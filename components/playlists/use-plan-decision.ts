"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { tell, tellProblem } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/action";
import { cancelJobAction, retryJobAction } from "@/lib/jobs/actions";
import { approvePlanAction, discardPlanAction, undoPlanAction } from "@/lib/playlists/actions";
import { planPage } from "./playlist-links";

const LOST = "Clouder did not answer. Look whether it was done before you try again.";

/** What a person decides about plans. One decision at a time; the page is read again after each. */
export function usePlanDecision() {
  const client = useQueryClient();
  const router = useRouter();
  const [isBusy, begin] = useTransition();

  const decide = <T>(ask: () => Promise<ActionResult<T>>, then: (data: T) => void = () => {}) =>
    begin(async () => {
      const result = await ask().catch(() => ({ ok: false as const, message: LOST }));
      if (result.ok) then(result.data);
      else tellProblem(result.message);
      await client.invalidateQueries({ queryKey: ["playlists"] });
      void client.invalidateQueries({ queryKey: ["jobs"] });
      router.refresh();
    });

  return {
    isBusy,
    approve: (planId: string) => decide(() => approvePlanAction({ planId })),
    discard: (planId: string) =>
      decide(
        () => discardPlanAction({ planId }),
        () => tell("Discarded. Nothing was written."),
      ),
    undo: (planId: string) =>
      decide(
        () => undoPlanAction({ planId }),
        (undo) => router.push(planPage(undo.planId)),
      ),
    stop: (jobId: string) => decide(() => cancelJobAction({ jobId })),
    goOn: (jobId: string) => decide(() => retryJobAction({ jobId })),
  };
}
