"use client";

import { type ReactNode, useRef } from "react";
import { formatClock } from "./format-clock";
import { giveFocusBack } from "./keep-focus";
import { usePlayer } from "./player-provider";
import { usePlayerClock } from "./use-player-clock";

const STEPS = 1000;

type Props = {
  label: string;
  className?: string;
  /** Drawn under the slider; reads `--played`, 0 to 1. */
  children: ReactNode;
};

/** The position inside the preview that plays, as a native slider over a drawing of one's own. */
export function SeekSlider({ label, className, children }: Props) {
  const player = usePlayer();
  const frame = useRef<HTMLDivElement>(null);
  const slider = useRef<HTMLInputElement>(null);

  usePlayerClock(({ seconds, duration }) => {
    const played = duration > 0 ? seconds / duration : 0;
    frame.current?.style.setProperty("--played", played.toFixed(4));
    if (!slider.current) return;
    slider.current.value = String(Math.round(played * STEPS));
    slider.current.setAttribute(
      "aria-valuetext",
      `${formatClock(seconds)} of ${formatClock(duration)}`,
    );
  });

  return (
    <div ref={frame} className={className} style={{ "--played": 0 }}>
      {children}
      <input
        ref={slider}
        type="range"
        {...giveFocusBack}
        min={0}
        max={STEPS}
        step={STEPS / 100}
        defaultValue={0}
        aria-label={label}
        aria-valuetext="0:00"
        onInput={(event) => {
          const share = Number(event.currentTarget.value) / STEPS;
          player.seekTo(share * player.getClock().duration);
        }}
        className="absolute inset-0 m-0 size-full cursor-pointer appearance-none bg-transparent opacity-0"
      />
    </div>
  );
}
