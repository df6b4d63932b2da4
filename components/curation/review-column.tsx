"use client";

import clsx from "clsx";
import { type DragEvent, useState } from "react";
import type { BoardTrack } from "@/lib/curation/board";
import type { Column } from "./columns";
import { ReviewRow } from "./review-row";

type Props = {
  column: Column;
  focusedId: string;
  notes: Map<string, string[]>;
  onFocus: (id: string) => void;
  onPlay: (track: BoardTrack) => void;
  onPromoteAll: () => void;
  /** A dragged track belongs after another one, or first. */
  onDrop: (id: string, afterId: string | null) => void;
};

const DRAGGED = "application/x-clouder-track";

/** One category's Silver list. */
export function ReviewColumn(props: Props) {
  const { column, focusedId, notes, onFocus, onPlay, onPromoteAll, onDrop } = props;
  const { category, tracks } = column;
  const [gap, setGap] = useState<number | null>(null);
  const open = tracks.filter(({ promoted }) => !promoted).length;
  const holdsFocus = tracks.some(({ id }) => id === focusedId);

  function findGap(event: DragEvent<HTMLElement>): number {
    const rows = [...event.currentTarget.querySelectorAll("[data-id]")];
    const below = rows.findIndex((row) => {
      const { top, height } = row.getBoundingClientRect();
      return event.clientY < top + height / 2;
    });
    return below < 0 ? rows.length : below;
  }

  return (
    <section
      aria-labelledby={`column-${category.id}`}
      style={{ "--k": `var(--c${category.color})` }}
      className="flex min-h-0 min-w-60 flex-1 flex-col border-l first:border-l-0 phone:w-[88vw] phone:flex-none phone:snap-center"
    >
      <header className="flex items-center gap-2 px-4 pt-3 pb-2">
        <span aria-hidden="true" className="size-2.5 shrink-0 rounded-[3px] bg-(--k)" />
        <h2 id={`column-${category.id}`} className="truncate text-base font-semibold">
          {category.name}
        </h2>
        <span className="text-ink-3 tabular-nums">{tracks.length}</span>
        <button
          type="button"
          disabled={open === 0}
          onClick={onPromoteAll}
          aria-label={`All of ${category.name} to Gold`}
          className="ml-auto h-7 shrink-0 rounded-md px-1.5 text-xs font-medium text-gold hover:bg-hover disabled:invisible"
        >
          All to Gold
        </button>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-1.5">
        <table
          role="grid"
          aria-label={`${category.name} in Silver`}
          onDragOver={(event) => {
            if (!event.dataTransfer.types.includes(DRAGGED)) return;
            event.preventDefault();
            setGap(findGap(event));
          }}
          onDragLeave={() => setGap(null)}
          onDrop={(event) => {
            const id = event.dataTransfer.getData(DRAGGED);
            const at = findGap(event);
            setGap(null);
            const others = tracks.filter((track, index) => index < at && track.id !== id);
            if (id) onDrop(id, others.at(-1)?.id ?? null);
          }}
          className={clsx("block min-h-full pb-3", gap !== null && "bg-surface")}
        >
          <tbody className="block">
            {tracks.map((track, index) => (
              <ReviewRow
                key={track.id}
                track={track}
                isFocused={track.id === focusedId}
                isTabStop={holdsFocus ? track.id === focusedId : index === 0}
                notes={notes.get(track.id)}
                hasGapAbove={gap === index}
                hasGapBelow={gap === tracks.length && index === tracks.length - 1}
                onFocus={() => onFocus(track.id)}
                onPlay={() => onPlay(track)}
                onDragStart={(event) => event.dataTransfer.setData(DRAGGED, track.id)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
