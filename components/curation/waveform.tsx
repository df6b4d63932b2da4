"use client";

import clsx from "clsx";
import { useEffect, useState } from "react";
import { keepFocus } from "@/components/player/keep-focus";
import { usePlayer, usePlayerState } from "@/components/player/player-provider";
import { SeekSlider } from "@/components/player/seek-slider";
import type { BoardTrack } from "@/lib/curation/board";
import { toPlayable } from "./to-playable";
import { titleOf } from "./track-words";

const marks = [20, 40, 60, 80];

/** The preview as a picture to listen along and to seek in; a plain line where there is no picture. */
export function Waveform({ track, className }: { track: BoardTrack; className?: string }) {
  const isCurrent = usePlayerState(({ current }) => current?.id === track.id);
  const drawing = <Drawing key={track.waveformUrl} url={track.waveformUrl} />;
  const shape = clsx(
    "relative rounded-sm has-focus-visible:outline-2 has-focus-visible:outline-focus",
    className,
  );
  if (!track.preview) {
    return (
      <p className={clsx("flex items-center text-ink-3", className)}>No preview at Beatport.</p>
    );
  }
  if (isCurrent) {
    return (
      <SeekSlider label={`Position in ${titleOf(track)}`} className={shape}>
        {drawing}
      </SeekSlider>
    );
  }
  return (
    <div className={shape} style={{ "--played": 0 }}>
      {drawing}
      <PlayFrom track={track} />
    </div>
  );
}

/** Before it plays, a click starts it at that place. */
function PlayFrom({ track }: { track: BoardTrack }) {
  const player = usePlayer();
  return (
    <button
      type="button"
      aria-label={`Play ${titleOf(track)}`}
      onMouseDown={keepFocus}
      onClick={(event) => {
        const { left, width } = event.currentTarget.getBoundingClientRect();
        const share = event.detail > 0 ? (event.clientX - left) / width : 0;
        const lengthMs = track.preview ? track.preview.endMs - track.preview.startMs : 0;
        player.play(toPlayable(track), (share * lengthMs) / 1000);
      }}
      className="absolute inset-0 size-full cursor-pointer"
    />
  );
}

function Drawing({ url }: { url: string | null }) {
  const isLoaded = usePicture(url);
  const mask = url
    ? { maskImage: `url("${url}")`, maskSize: "100% 100%", maskRepeat: "no-repeat" }
    : undefined;
  return (
    <span aria-hidden="true" className="absolute inset-0 block">
      {isLoaded ? (
        <span className="absolute inset-x-0 top-0 bottom-1 block" style={mask}>
          <span className="absolute inset-0 bg-ink-3/60" />
          <span className="absolute inset-y-0 left-0 w-[calc(var(--played)*100%)] bg-bronze" />
        </span>
      ) : (
        <span className="absolute inset-x-0 top-1/2 block h-[3px] -translate-y-1/2 overflow-hidden rounded-full bg-line-strong">
          <span className="absolute inset-y-0 left-0 w-[calc(var(--played)*100%)] bg-bronze" />
        </span>
      )}
      {marks.map((percent) => (
        <span
          key={percent}
          className="absolute bottom-0 h-1 w-px bg-ink-3"
          style={{ left: `${percent}%` }}
        />
      ))}
      <span className="absolute inset-y-0 left-[calc(var(--played)*100%)] w-[1.5px] bg-ink" />
    </span>
  );
}

/** A mask needs the picture's permission to be read across origins, so it is asked for the same way. */
function usePicture(url: string | null): boolean {
  const [isLoaded, setIsLoaded] = useState(false);
  useEffect(() => {
    if (!url) return;
    const picture = new Image();
    picture.crossOrigin = "anonymous";
    picture.onload = () => setIsLoaded(true);
    picture.src = url;
    return () => {
      picture.onload = null;
    };
  }, [url]);
  return isLoaded;
}
