"use client";

import { ChevronLeft, ChevronRight, Pause, Play, Undo2 } from "lucide-react";
import { usePlayer, usePlayerState } from "@/components/player/player-provider";
import { Button } from "@/components/ui/button";
import { Cover } from "@/components/ui/cover";
import type { BoardTrack, Category } from "@/lib/curation/board";
import { useBoardContext } from "./board-context";
import { CategoryButtons } from "./category-buttons";
import { MatchEvidence } from "./match-evidence";
import { toPlayable } from "./to-playable";
import { TrackHeading } from "./track-heading";
import { useSwipe } from "./use-swipe";
import { Waveform } from "./waveform";

type Props = {
  track: BoardTrack;
  /** From 0, of `rows`. */
  place: number;
  rows: number;
  onSort: (category: Category) => void;
  onUndo: () => void;
  onStep: (offset: 1 | -1) => void;
  onPick: () => void;
};

/** The board of a phone: one track at a time. Left is Trash, up picks a category, buttons do both too. */
export function TrackCard({ track, place, rows, onSort, onUndo, onStep, onPick }: Props) {
  const { board } = useBoardContext();
  const player = usePlayer();
  const isOn = usePlayerState(
    ({ current, status }) =>
      current?.id === track.id && (status === "playing" || status === "loading"),
  );
  const trash = board.categories.find(({ isTrash }) => isTrash);
  const swipe = useSwipe({
    onLeft: () => trash && onSort(trash),
    onUp: onPick,
  });

  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-4 pt-3 pb-3 md:hidden">
      <div {...swipe} className="flex min-h-40 flex-1 touch-none flex-col">
        <Cover url={track.coverUrl} className="min-h-0 w-full flex-1 basis-0 rounded-lg" />
      </div>
      <TrackHeading track={track} />
      <MatchEvidence track={track} />
      <Waveform track={track} className="h-14 shrink-0" />
      <div className="flex items-center justify-between">
        <Button
          look="quiet"
          size="icon"
          aria-label="Previous track"
          disabled={place <= 0}
          onClick={() => onStep(-1)}
        >
          <ChevronLeft aria-hidden="true" />
        </Button>
        <Button look="quiet" disabled={board.undoable === 0} onClick={onUndo}>
          <Undo2 aria-hidden="true" />
          Undo
        </Button>
        <Button size="lg" onClick={() => player.toggle(toPlayable(track))}>
          {isOn ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
          {isOn ? "Pause" : "Play"}
        </Button>
        <span className="w-16 text-center text-xs text-ink-3 tabular-nums">
          {place + 1} of {rows}
        </span>
        <Button
          look="quiet"
          size="icon"
          aria-label="Next track"
          disabled={place >= rows - 1}
          onClick={() => onStep(1)}
        >
          <ChevronRight aria-hidden="true" />
        </Button>
      </div>
      <CategoryButtons onSort={onSort} />
    </div>
  );
}
