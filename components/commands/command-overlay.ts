"use client";

import { useSyncExternalStore } from "react";
import type { ReadyCommand } from "./command";
import { readCommands } from "./command-layers";

type Overlay = {
  kind: "palette" | "help";
  /** What could be done at the moment it was opened. */
  commands: ReadyCommand[];
};

let open: Overlay | null = null;
const listeners = new Set<() => void>();

export function showOverlay(kind: Overlay["kind"] | null) {
  open = kind && { kind, commands: readCommands() };
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
