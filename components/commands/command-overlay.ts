"use client";

import { useSyncExternalStore } from "react";

type Overlay = "palette" | "help" | null;

let open: Overlay = null;
const listeners = new Set<() => void>();

export function showOverlay(next: Overlay) {
  open = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export const useOverlay = () =>
  useSyncExternalStore(
    subscribe,
    () => open,
    () => null,
  );
