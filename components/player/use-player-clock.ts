"use client";

import { useEffect, useEffectEvent } from "react";
import type { Clock } from "./audio-output";
import { usePlayer, usePlayerState } from "./player-provider";

/** Calls back once per frame while it plays and at each seek; write to the DOM there, not to state. */
export function usePlayerClock(onClock: (clock: Clock) => void) {
  const player = usePlayer();
  const isPlaying = usePlayerState(({ status }) => status === "playing");
  const trackId = usePlayerState(({ current }) => current?.id);
  const report = useEffectEvent(onClock);

  useEffect(() => {
    report(player.getClock());
    return player.onTick((clock) => report(clock));
  }, [player]);

  useEffect(() => {
    report(trackId === undefined ? { seconds: 0, duration: 0 } : player.getClock());
  }, [player, trackId]);

  useEffect(() => {
    if (!isPlaying) return;
    let frame = requestAnimationFrame(function next() {
      report(player.getClock());
      frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [player, isPlaying]);
}
