"use client";

import { Pause, Play, SkipBack, SkipForward } from "lucide-react";
import { Cover } from "@/components/ui/cover";
import { keepFocus } from "./keep-focus";
import { PlayerClock } from "./player-clock";
import { usePlayer, usePlayerState } from "./player-provider";
import { SeekSlider } from "./seek-slider";
import { Volume } from "./volume";

const skip =
  "grid size-8 place-items-center rounded-md text-ink-2 hover:bg-hover hover:text-ink disabled:cursor-default disabled:text-ink-3 disabled:opacity-55 disabled:hover:bg-transparent max-md:hidden";

/** What plays, always in the same place. */
export function PlayerBar() {
  const player = usePlayer();
  const isOn = usePlayerState(({ status }) => status === "playing" || status === "loading");
  const isEmpty = usePlayerState(({ current }) => current === null);
  const hasNext = usePlayerState((state) => state.hasNext);
  const hasPrevious = usePlayerState((state) => state.hasPrevious);

  return (
    <div className="grid h-full grid-cols-[minmax(0,1fr)_auto] items-center gap-4 px-4 md:grid-cols-[minmax(0,1fr)_minmax(0,2fr)_minmax(0,1fr)]">
      <NowPlaying />
      <div className="flex min-w-0 flex-col items-center gap-0.5">
        <div className="flex items-center gap-3">
          <button
            type="button"
            onMouseDown={keepFocus}
            aria-label="Previous preview"
            disabled={!hasPrevious}
            onClick={() => player.step(-1)}
            className={skip}
          >
            <SkipBack aria-hidden="true" />
          </button>
          <button
            type="button"
            onMouseDown={keepFocus}
            aria-label={isOn ? "Pause" : "Play"}
            disabled={isEmpty}
            onClick={() => player.toggle()}
            className="grid size-8 place-items-center rounded-full bg-ink text-ground disabled:cursor-default disabled:bg-line-strong disabled:text-ink-3 max-md:size-10"
          >
            {isOn ? (
              <Pause aria-hidden="true" className="fill-current" />
            ) : (
              <Play aria-hidden="true" className="translate-x-px fill-current" />
            )}
          </button>
          <button
            type="button"
            onMouseDown={keepFocus}
            aria-label="Next preview"
            disabled={!hasNext}
            onClick={() => player.step(1)}
            className={skip}
          >
            <SkipForward aria-hidden="true" />
          </button>
        </div>
        <div className="hidden w-full max-w-[540px] items-center gap-2.5 text-2xs text-ink-3 md:flex">
          <PlayerClock show="position" className="w-9 text-right" />
          <SeekSlider
            label="Position"
            className="relative flex h-4 flex-1 items-center rounded-sm has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <span className="relative block h-[3px] w-full overflow-hidden rounded-full bg-line-strong">
              <span className="absolute inset-0 origin-left scale-x-(--played) bg-ink-2" />
            </span>
          </SeekSlider>
          <PlayerClock show="length" className="w-9" />
        </div>
      </div>
      <div className="hidden justify-self-end md:block">
        <Volume />
      </div>
    </div>
  );
}

function NowPlaying() {
  const current = usePlayerState((state) => state.current);
  const problem = usePlayerState((state) => state.problem);
  if (!current) return <p className="truncate text-xs text-ink-3">Nothing plays yet.</p>;
  return (
    <div className="flex min-w-0 items-center gap-2.5">
      <Cover url={current.coverUrl} className="size-11" />
      <div className="min-w-0">
        <p className="truncate">
          {current.title}
          {current.mixName && <span className="text-ink-2"> ({current.mixName})</span>}
        </p>
        <p className="truncate text-xs text-ink-3">
          {current.artists} ·{" "}
          {problem ? <span className="text-danger">{problem}</span> : current.source}
        </p>
      </div>
    </div>
  );
}
