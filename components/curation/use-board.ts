"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { Board } from "@/lib/curation/board";
import { boardQuery, pendingPresses } from "./board-query";
import { applyPresses, type Press } from "./press";

const none: Press[] = [];

/** The board with every press already in place, and how many of them the server still has to answer. */
export function useBoard(initial: Board): { board: Board; pending: number } {
  const periodId = initial.period.id;
  const { data: saved } = useQuery({ ...boardQuery(periodId), initialData: initial });
  const presses = usePendingPresses(periodId);
  const board = useMemo(() => applyPresses(saved, presses), [saved, presses]);
  return { board, pending: presses.length };
}

function usePendingPresses(periodId: string): Press[] {
  const client = useQueryClient();
  const cache = client.getMutationCache();
  const subscribe = useCallback((listener: () => void) => cache.subscribe(listener), [cache]);
  const read = useMemo(() => {
    let last = none;
    return () => {
      const presses = pendingPresses(client, periodId);
      const isSame =
        presses.length === last.length && presses.every((press, index) => press === last[index]);
      if (!isSame) last = presses;
      return last;
    };
  }, [client, periodId]);
  return useSyncExternalStore(subscribe, read, () => none);
}
