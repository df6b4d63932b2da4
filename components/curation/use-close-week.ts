"use client";

import { useMutation } from "@tanstack/react-query";
import { closePeriodAction } from "@/lib/curation/actions";
import type { Board } from "@/lib/curation/board";
import { boardQuery } from "./board-query";

/** Ends the week and answers with its numbers; closing a closed week reads them again. */
export function useCloseWeek({ period }: Board) {
  const { mutate, reset, isPending, error, data } = useMutation({
    mutationFn: async () => {
      const result = await closePeriodAction({ periodId: period.id });
      if (!result.ok) throw new Error(result.message);
      return result.data;
    },
    // After the presses that are still on their way.
    scope: { id: `board ${period.id}` },
    onSuccess: (_summary, _input, _result, { client }) =>
      client.invalidateQueries(boardQuery(period.id)),
  });
  return {
    close: () => mutate(),
    reopen: reset,
    isClosing: isPending,
    problem: error?.message ?? null,
    summary: data ?? null,
  };
}
