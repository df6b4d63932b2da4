"use client";

import { useQueryClient } from "@tanstack/react-query";
import { tell, tellProblem } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/action";
import { enrichSourceAction, fetchSourcesAction, removeSourceAction } from "@/lib/sources/actions";
import type { SourceView } from "@/lib/sources/source-view";

const tellLost = () =>
  tellProblem("Clouder did not answer. Look whether it was done before you try again.");

/** Has sources fetched, and their tracks asked about. */
export function useSourceActions() {
  const client = useQueryClient();
  const settle = <T>(answer: Promise<ActionResult<T>>, done?: (data: T) => void) => {
    const told = (result: ActionResult<T>) => {
      if (result.ok) done?.(result.data);
      else tellProblem(result.message);
    };
    const readAgain = () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ["sources"] }),
        client.invalidateQueries({ queryKey: ["jobs"] }),
      ]);
    void answer.then(told, tellLost).finally(readAgain);
  };

  return {
    fetch: (sources: readonly SourceView[]) =>
      settle(fetchSourcesAction({ sources: sources.map(({ wish }) => wish) }), ({ begun }) => {
        if (begun === 0) tell("That is being fetched already.");
      }),
    ask: ({ stored }: SourceView) => {
      if (stored) settle(enrichSourceAction({ sourceId: stored.id }));
    },
    remove: ({ stored, name }: SourceView) => {
      if (!stored) return;
      settle(removeSourceAction({ sourceId: stored.id }), () => tell(`“${name}” is removed.`));
    },
  };
}
