"use client";

import { useCallback, useMemo, useSyncExternalStore } from "react";
import { type BoardView, readView, writeView } from "./board-view";

const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
  };
}

const readSearch = () => window.location.search;

/** The view in the address, changed without asking the server. `search` is what the page was asked with. */
export function useBoardView(search: string): [BoardView, (change: Partial<BoardView>) => void] {
  const current = useSyncExternalStore(subscribe, readSearch, () => search);
  const view = useMemo(() => readView(current), [current]);

  const change = useCallback((next: Partial<BoardView>) => {
    const before = readView(readSearch());
    const after = { ...before, ...next };
    const address = `${window.location.pathname}${writeView(after)}`;
    // Another stage is a place to come back from; a filter is not.
    if (after.stage === before.stage) window.history.replaceState(null, "", address);
    else window.history.pushState(null, "", address);
    for (const listener of listeners) listener();
  }, []);

  return [view, change];
}
