"use client";

import clsx from "clsx";
import { Check } from "lucide-react";
import { memo } from "react";
import { usePlayerState } from "@/components/player/player-provider";
import { CamelotKey } from "@/components/ui/camelot-key";
import { Cover } from "@/components/ui/cover";
import type { BoardTrack } from "@/lib/curation/board";
import { PlayingMark } from "./playing-mark";
import { rowGrid, wideOnly } from "./row-grid";
import { artistsOf, dayOf, type Flag, flagOf, lengthOf, titleOf } from "./track-words";

type Props = {
  track: BoardTrack;
  index: number;
  isFocused: boolean;
  isSelected: boolean;
  /** Pixels from the top of the list. */
  top: number;
};

/** One line of the Bronze list. What it shows is Beatport's, but for the flag about the Spotify match. */
export const TrackRow = memo(function TrackRow({
  track,
  index,
  isFocused,
  isSelected,
  top,
}: Props) {
  const status = usePlayerState(({ current, status }) =>
    current?.id === track.id ? status : null,
  );
  const flag = flagOf(track);
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-id={track.id}
      data-focused={isFocused}
      tabIndex={isFocused ? 0 : -1}
      style={{ transform: `translateY(${top}px)` }}
      className={clsx(
        rowGrid,
        "absolute inset-x-2 top-0 h-8 cursor-default rounded-md outline-none",
        "before:absolute before:inset-x-3 before:top-0 before:h-px before:bg-line",
        isSelected && "bg-[color-mix(in_oklch,var(--bronze)_13%,transparent)]",
        isFocused
          ? "z-1 bg-raised inset-ring-[1.5px] inset-ring-bronze before:hidden"
          : "hover:bg-hover",
      )}
    >
      <td className="text-right text-2xs text-ink-3">
        {status ? (
          <PlayingMark isPlaying={status === "playing"} />
        ) : isSelected ? (
          <Check aria-hidden="true" className="ml-auto size-3.5 stroke-2 text-bronze" />
        ) : (
          index + 1
        )}
      </td>
      <td>
        <Cover url={track.coverUrl} className="size-[26px]" />
      </td>
      <td className="truncate" title={fullTitle(track)}>
        {titleOf(track)} <span className="text-ink-2">{track.mixName}</span>
      </td>
      <td className="truncate text-ink-2" title={artistsOf(track)}>
        {artistsOf(track)}
      </td>
      <td className={clsx("truncate text-ink-2", wideOnly)}>{track.label}</td>
      <td className="text-right">{track.bpm}</td>
      <td className="flex justify-end">
        <CamelotKey value={track.camelotKey} />
      </td>
      <td className={clsx("text-right text-ink-2", wideOnly)}>{lengthOf(track.lengthMs)}</td>
      <td className="text-right text-ink-2">{dayOf(track.publishDate)}</td>
      <td className="truncate text-2xs text-ink-3">{flag && <FlagChip flag={flag} />}</td>
    </tr>
  );
});

const fullTitle = (track: BoardTrack) =>
  track.mixName ? `${titleOf(track)} (${track.mixName})` : titleOf(track);

const flagColors = { danger: "bg-danger", bronze: "bg-bronze", quiet: "bg-transparent" };

function FlagChip({ flag }: { flag: Flag }) {
  return (
    <span className="flex items-center gap-1.5">
      <span className={clsx("size-1.5 shrink-0 rounded-full", flagColors[flag.tone])} />
      <span className="truncate">{flag.text}</span>
    </span>
  );
}
