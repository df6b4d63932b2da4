"use client";

import { Cover } from "@/components/ui/cover";
import type { BoardTrack, Category } from "@/lib/curation/board";
import { bronzeCommands, stageCommands } from "./board-commands";
import { CategoryButtons } from "./category-buttons";
import { type Hint, KeyHints } from "./key-hints";
import { MatchEvidence } from "./match-evidence";
import { TrackHeading } from "./track-heading";
import { useToastsAbove } from "./use-toasts-above";
import { Waveform } from "./waveform";

const commands = [...stageCommands, ...bronzeCommands];
const hints: readonly Hint[] = [
  { commands: ["board.play"], word: "play" },
  { commands: ["board.seekBack", "board.seekForward"], word: "10 s" },
  { commands: ["board.undo"], word: "undo" },
  { commands: ["board.pick"], word: "type a category" },
  { commands: ["board.help"], word: "all keys" },
];

type Props = { track: BoardTrack; selected: number; onSort: (category: Category) => void };

/** The focused track, how it sounds, and where it can go. */
export function Deck({ track, selected, onSort }: Props) {
  const deck = useToastsAbove();
  return (
    <div
      ref={deck}
      className="grid grid-cols-[112px_minmax(0,1fr)] gap-x-[18px] border-t bg-surface px-5 pt-3.5 pb-3 max-lg:grid-cols-[72px_minmax(0,1fr)] phone:hidden"
    >
      <Cover url={track.coverUrl} className="size-28 rounded-md max-lg:size-18" />
      <div className="min-w-0">
        <div className="flex gap-5">
          <TrackHeading track={track} className="flex-1" />
          <MatchEvidence
            track={track}
            className="max-w-[40%] shrink-0 text-right [&_p]:justify-end"
          />
        </div>
        <Waveform track={track} className="my-2 h-[38px]" />
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <CategoryButtons onSort={onSort} />
          <div className="ml-auto flex items-center gap-4">
            {selected > 0 && (
              <p className="text-xs whitespace-nowrap text-bronze">
                {selected === 1 ? "1 track selected" : `${selected} tracks selected`}
              </p>
            )}
            <KeyHints commands={commands} hints={hints} />
          </div>
        </div>
      </div>
    </div>
  );
}
