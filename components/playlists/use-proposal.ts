"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { tell, tellProblem } from "@/components/ui/toast";
import { changePlaylistAction } from "@/lib/playlists/actions";
import type { ChangeInput } from "@/lib/playlists/schema";
import { planPage, plansPage } from "./playlist-links";

export type Propose = (change: ChangeInput) => void;

const LOST = "Clouder did not answer. Look whether it was done before you try again.";

/** Has a change planned and opens its preview; several plans are shown in their list. */
export function useProposal() {
  const router = useRouter();
  const [isBusy, begin] = useTransition();
  const propose: Propose = (change) =>
    begin(async () => {
      const result = await changePlaylistAction(change).catch(() => ({
        ok: false as const,
        message: LOST,
      }));
      if (!result.ok) return tellProblem(result.message);
      const [first, second] = result.data.planIds;
      if (!first) return tell("There is nothing in it.");
      router.push(second ? plansPage : planPage(first));
    });
  return { propose, isBusy };
}
