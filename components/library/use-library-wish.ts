"use client";

import { useCallback, useMemo, useSyncExternalStore } from "react";
import { changeWish, type LibraryWish, readWish, writeWish } from "@/lib/library/library-address";

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
const wishIn = (search: string) => readWish(new URLSearchParams(search));

export type ChangeWish = (change: Partial<LibraryWish>) => void;

/** What is asked for, in the address, changed without asking the server. `search` is what the page was asked with. */
export function useLibraryWish(search: string): [LibraryWish, ChangeWish] {
  const current = useSyncExternalStore(subscribe, readSearch, () => search);
  const wish = useMemo(() => wishIn(current), [current]);

  const change = useCallback((next: Partial<LibraryWish>) => {
    const before = wishIn(readSearch());
    const after = changeWish(before, next);
    const address = `${window.location.pathname}?${writeWish(after)}`.replace(/\?$/, "");
    // Another list or day is a place to come back from; a filter is not.
    if (after.part === before.part && after.at === before.at) {
      window.history.replaceState(null, "", address);
    } else window.history.pushState(null, "", address);
    for (const listener of listeners) listener();
  }, []);

  return [wish, change];
}
