"use client";

import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from "react";
import { createPlayer, type Player, type PlayerState } from "./player";

const PlayerContext = createContext<Player | null>(null);

/** Sits in the app's layout, so that a preview plays on while pages change. */
export function PlayerProvider({ children }: { children: ReactNode }) {
  const [player] = useState(() => createPlayer(() => new Audio()));
  return <PlayerContext value={player}>{children}</PlayerContext>;
}

export function usePlayer(): Player {
  const player = useContext(PlayerContext);
  if (!player) throw new Error("usePlayer needs a PlayerProvider above it");
  return player;
}

/** Re-renders only when the selected part changes; select a value, not a new object. */
export function usePlayerState<T>(select: (state: PlayerState) => T): T {
  const player = usePlayer();
  const read = () => select(player.getState());
  return useSyncExternalStore(player.subscribe, read, read);
}
