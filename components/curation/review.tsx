"use client";

import { useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useEffect, useMemo, useRef, useState } from "react";
import { usePlayer } from "@/components/player/player-provider";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import type { BoardTrack, Category } from "@/lib/curation/board";
import { useBoardContext } from "./board-context";
import { boardNow } from "./board-query";
import {
  afterIdFor,
  type Column,
  type ColumnFocus,
  columnsOf,
  focusAfterLeaving,
  placeIn,
  stepIn,
} from "./columns";
import { ReviewColumn } from "./review-column";
import { ReviewFoot } from "./review-foot";
import { reviewNotes } from "./review-notes";
import { toPlayable } from "./to-playable";
import { useCloseWeek } from "./use-close-week";
import { useReviewCommands } from "./use-review-commands";
import { useRovingFocus } from "./use-roving-focus";
import { WeekSummary } from "./week-summary";

const CategoryPicker = dynamic(() => import("./category-picker"), { ssr: false });

/** What was kept, list by list: listen once more, promote the best to Gold, close the week. */
export default function Review() {
  const { board, decisions, changeView } = useBoardContext();
  const client = useQueryClient();
  const player = usePlayer();
  const lists = useRef<HTMLDivElement>(null);
  const [focus, setFocus] = useState<ColumnFocus>({ column: 0, id: null, row: 0 });
  const [isPicking, setIsPicking] = useState(false);
  const { close, reopen, isClosing, problem, summary } = useCloseWeek(board);

  const columns = useMemo(() => columnsOf(board), [board]);
  const notes = useMemo(
    () =>
      reviewNotes(
        board,
        columns.map(({ tracks }) => tracks),
      ),
    [board, columns],
  );
  const { track } = placeIn(columns, focus);
  useRovingFocus(lists, track?.id ?? null);
  useEffect(
    () => player.setQueue(columns.flatMap(({ tracks }) => tracks).map(toPlayable)),
    [player, columns],
  );

  /** The focused track and its list, read at the press. */
  function now(): { all: Column[]; track: BoardTrack; column: Column; row: number } | null {
    const all = columnsOf(boardNow(client, board.period.id) ?? board);
    const place = placeIn(all, focus);
    const column = all[place.column];
    return place.track && column ? { all, track: place.track, column, row: place.row } : null;
  }

  function move(category: Category | null) {
    const at = now();
    if (!at || at.track.categoryId === category?.id) return;
    setFocus(focusAfterLeaving(at.all, focus));
    if (category) decisions.sortInto([at.track], category);
    else decisions.backToBronze([at.track]);
  }

  function promote(column: Column, tracks: readonly BoardTrack[]) {
    const open = tracks.filter(({ promoted }) => !promoted);
    if (open.length > 0) decisions.promote(open, column.category);
  }

  function promoteFocused() {
    const at = now();
    if (!at) return;
    promote(at.column, [at.track]);
    setFocus(stepIn(at.all, focus, 1, 0));
  }

  function reorder(offset: -1 | 1) {
    const at = now();
    const afterId = at ? afterIdFor(at.column.tracks, at.row, offset) : undefined;
    if (at && afterId !== undefined) decisions.reorder(at.track, afterId);
  }

  function drop(id: string, target: Category, afterId: string | null) {
    const dropped = board.tracks.find((candidate) => candidate.id === id);
    if (!dropped || afterId === id) return;
    if (dropped.categoryId !== target.id) decisions.sortInto([dropped], target);
    decisions.reorder(dropped, afterId);
    setFocus({ column: 0, id, row: 0 });
  }

  function undo() {
    const [first] = decisions.undo();
    if (first) setFocus((before) => ({ ...before, id: first.id }));
  }

  const togglePreview = () => track && player.toggle(toPlayable(track));

  useReviewCommands({
    hasFocus: track !== null,
    sortInto: move,
    backToBronze: () => move(null),
    promote: promoteFocused,
    promoteAll: () => {
      const at = now();
      if (at) promote(at.column, at.column.tracks);
    },
    reorder,
    undo,
    togglePreview,
    step: (rows, across) => setFocus(stepIn(now()?.all ?? columns, focus, rows, across)),
    pickCategory: () => setIsPicking(true),
    closeWeek: close,
  });

  if (summary) return <WeekSummary summary={summary} onBack={reopen} />;
  return (
    <>
      <div
        ref={lists}
        className="flex min-h-0 flex-1 overflow-x-auto overflow-y-hidden phone:snap-x phone:snap-mandatory"
      >
        {track === null && (
          <div className="flex-1 px-5">
            <Empty
              title="Nothing in Silver yet"
              action={<Button onClick={() => changeView({ stage: "bronze" })}>Go to Bronze</Button>}
            >
              Sort Bronze tracks into your categories; they are reviewed here.
            </Empty>
          </div>
        )}
        {track !== null &&
          columns.map((column) => (
            <ReviewColumn
              key={column.category.id}
              column={column}
              focusedId={track.id}
              notes={notes}
              onFocus={(id) => setFocus({ column: 0, id, row: 0 })}
              onPlay={(chosen) => player.toggle(toPlayable(chosen))}
              onPromoteAll={() => promote(column, column.tracks)}
              onDrop={(id, afterId) => drop(id, column.category, afterId)}
            />
          ))}
      </div>
      <ReviewFoot
        track={track}
        isClosing={isClosing}
        problem={problem}
        onPlay={togglePreview}
        onPromote={promoteFocused}
        onPick={() => setIsPicking(true)}
        onBack={() => move(null)}
        onUndo={undo}
        onClose={close}
      />
      {isPicking && (
        <CategoryPicker
          categories={board.categories}
          onPick={move}
          onClose={() => setIsPicking(false)}
        />
      )}
    </>
  );
}
