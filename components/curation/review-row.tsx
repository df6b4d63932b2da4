"use client";

import clsx from "clsx";
import type { DragEvent } from "react";
import { usePlayerState } from "@/components/player/player-provider";
import { CamelotKey } from "@/components/ui/camelot-key";
import { Cover } from "@/components/ui/cover";
import type { BoardTrack } from "@/lib/curation/board";
import { PlayingMark } from "./playing-mark";
import { artistsOf, titleOf } from "./track-words";

type Props = {
  track: BoardTrack;
  isFocused: boolean;
  isTabStop: boolean;
  notes: string[] | undefined;
  hasGapAbove: boolean;
  hasGapBelow: boolean;
  onFocus: () => void;
  onPlay: () => void;
  onDragStart: (event: DragEvent) => void;
};

/** One Silver track; what is odd about it stands in words beside its artists. */
export function ReviewRow(props: Props) {
  const { track, isFocused, isTabStop, notes, hasGapAbove, hasGapBelow } = props;
  const status = usePlayerState(({ current, status }) =>
    current?.id === track.id ? status : null,
  );
  return (
    <tr
      aria-selected={isFocused}
      data-id={track.id}
      data-focused={isFocused}
      tabIndex={isTabStop ? 0 : -1}
      draggable
      onFocus={props.onFocus}
      onDoubleClick={props.onPlay}
      onDragStart={props.onDragStart}
      className={clsx(
        "grid h-12 scroll-my-1 grid-cols-[34px_minmax(0,1fr)_auto] items-center gap-2.5 rounded-md px-2.5 outline-none select-none",
        isFocused ? "bg-raised inset-ring-[1.5px] inset-ring-silver" : "hover:bg-hover",
        hasGapAbove && "shadow-[0_-2px_0_-0.5px_var(--silver)]",
        hasGapBelow && "shadow-[0_2px_0_-0.5px_var(--silver)]",
      )}
    >
      <td className={clsx("relative", track.promoted && "opacity-60")}>
        <Cover url={track.coverUrl} className="size-[34px]" />
        {status && (
          <span className="absolute inset-0 grid place-items-center rounded-sm bg-ground/75">
            <PlayingMark isPlaying={status === "playing"} />
          </span>
        )}
      </td>
      <td className="min-w-0">
        <span className={clsx("block truncate", track.promoted && "text-ink-3")}>
          {titleOf(track)}{" "}
          <span className={track.promoted ? undefined : "text-ink-2"}>{track.mixName}</span>
        </span>
        <span className="flex gap-1.5 text-xs text-ink-3">
          <span className="min-w-0 truncate">{artistsOf(track)}</span>
          {notes && !track.promoted && (
            <span className="max-w-[75%] shrink-0 truncate text-danger" title={notes.join(" · ")}>
              {notes.join(" · ")}
            </span>
          )}
        </span>
      </td>
      <td className="flex items-center gap-2 text-xs text-ink-2 tabular-nums">
        {track.bpm}
        <CamelotKey value={track.camelotKey} />
        {track.promoted && <span className="text-gold">in Gold</span>}
      </td>
    </tr>
  );
}
