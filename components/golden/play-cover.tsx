"use client";

import clsx from "clsx";
import { Pause, Play } from "lucide-react";
import type { Playable } from "@/components/player/playable";
import { usePlayer, usePlayerState } from "@/components/player/player-provider";
import { Cover } from "@/components/ui/cover";

type Props = {
  track: Playable;
  /** Next and previous step through it. */
  queue: readonly Playable[];
};

/** A cover that plays its track. */
export function PlayCover({ track, queue }: Props) {
  const player = usePlayer();
  const isOn = usePlayerState(
    ({ current, status }) =>
      current?.id === track.id && (status === "playing" || status === "loading"),
  );

  const toggle = () => {
    player.setQueue(queue);
    player.toggle(track);
  };

  if (!track.previewUrl) return <Cover url={track.coverUrl} className="size-[34px]" />;
  const Icon = isOn ? Pause : Play;
  return (
    <button
      type="button"
      aria-label={`${isOn ? "Pause" : "Play"} ${track.title}`}
      onClick={toggle}
      className="group relative block size-[34px] rounded-sm"
    >
      <Cover url={track.coverUrl} className="size-full" />
      <span
        className={clsx(
          "absolute inset-0 grid place-items-center rounded-sm bg-[oklch(0_0_0_/_0.6)] text-[oklch(1_0_0)]",
          !isOn && "opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100",
        )}
      >
        <Icon aria-hidden="true" className="fill-current" />
      </span>
    </button>
  );
}
