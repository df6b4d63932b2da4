"use client";

import { useCallback, useMemo, useSyncExternalStore } from "react";
import { type ActivityView, readView, writeView } from "./activity-view";

const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
  };
}

const readSearch = () => window.location.search.slice(1);

/** The view in the address, changed without asking the server. `search` is what the page was asked with. */
export function useActivityView(
  search: string,
): [ActivityView, (change: Partial<ActivityView>) => void] {
  const current = useSyncExternalStore(subscribe, readSearch, () => search);
  const view = useMemo(() => readView(current), [current]);

  const change = useCallback((next: Partial<ActivityView>) => {
    const before = readView(readSearch());
    const after = { ...before, ...next };
    const address = `${window.location.pathname}?${writeView(after)}`.replace(/\?$/, "");
    // Another page of the history is a place to come back from; a filter is not.
    if (after.before === before.before) window.history.replaceState(null, "", address);
    else window.history.pushState(null, "", address);
    for (const listener of listeners) listener();
  }, []);

  return [view, change];
}
