"use client";

import { Volume2, VolumeX } from "lucide-react";
import { giveFocusBack, keepFocus } from "./keep-focus";
import { usePlayer, usePlayerState } from "./player-provider";

const USUAL_VOLUME = 1;

export function Volume() {
  const player = usePlayer();
  const volume = usePlayerState((state) => state.volume);
  const isMuted = volume === 0;
  return (
    <div className="flex items-center gap-2 text-ink-2">
      <button
        type="button"
        onMouseDown={keepFocus}
        aria-label={isMuted ? "Sound on" : "Mute"}
        onClick={() => player.setVolume(isMuted ? USUAL_VOLUME : 0)}
        className="grid size-7 place-items-center rounded-md hover:bg-hover hover:text-ink"
      >
        {isMuted ? <VolumeX aria-hidden="true" /> : <Volume2 aria-hidden="true" />}
      </button>
      <div className="relative flex h-6 w-20 items-center rounded-sm has-focus-visible:outline-2 has-focus-visible:outline-focus">
        <span className="block h-[3px] w-full overflow-hidden rounded-full bg-line-strong">
          <span className="block h-full bg-ink-2" style={{ width: `${volume * 100}%` }} />
        </span>
        <input
          type="range"
          {...giveFocusBack}
          aria-label="Volume"
          min={0}
          max={1}
          step={0.05}
          value={volume}
          onChange={(event) => player.setVolume(Number(event.currentTarget.value))}
          className="absolute inset-0 m-0 size-full cursor-pointer appearance-none opacity-0"
        />
      </div>
    </div>
  );
}
