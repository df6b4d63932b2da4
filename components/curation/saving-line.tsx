"use client";

import { onlineManager, useIsMutating } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useBoardContext } from "./board-context";
import { pressKey } from "./board-query";

/** Said only when decisions wait: they are kept in this page and sent by themselves. */
export function SavingLine() {
  const { board, pending } = useBoardContext();
  const isOnline = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
    () => true,
  );
  const retrying = useIsMutating({
    mutationKey: pressKey(board.period.id),
    predicate: ({ state }) => state.failureCount > 0,
  });
  const text = textFor({ pending, isOnline, isRetrying: retrying > 0 });
  return (
    <p role="status" className="border-b bg-surface px-5 py-1.5 text-warning empty:sr-only">
      {text}
    </p>
  );
}

type State = { pending: number; isOnline: boolean; isRetrying: boolean };

function textFor({ pending, isOnline, isRetrying }: State): string | null {
  if (isOnline && !(isRetrying && pending > 0)) return null;
  const cause = isOnline ? "The server does not answer." : "Offline.";
  if (pending === 0) return `${cause} You can go on sorting.`;
  const decisions = pending === 1 ? "1 decision waits" : `${pending} decisions wait`;
  return `${cause} ${decisions} here and will be saved when it is back.`;
}
