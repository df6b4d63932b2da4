"use client";

import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type MouseEvent, type RefObject, useLayoutEffect } from "react";
import type { BoardTrack } from "@/lib/curation/board";
import type { Sort } from "./board-view";
import { HEAD_HEIGHT, ROW_HEIGHT } from "./row-grid";
import { TrackGridHead } from "./track-grid-head";
import { TrackRow } from "./track-row";

/** What the server and the first paint assume of the window. */
const FIRST_RECT = { width: 1200, height: 900 };
const OVERSCAN_ROWS = 10;

type Props = {
  list: RefObject<HTMLDivElement | null>;
  rows: readonly BoardTrack[];
  focusedId: string | null;
  selected: ReadonlySet<string>;
  sort: Sort;
  onSort: (sort: Sort) => void;
  onPoint: (track: BoardTrack, event: MouseEvent) => void;
  onOpen: (track: BoardTrack) => void;
};

/** A week of Bronze: any number of rows, of which only those in sight and the focused one exist. */
export function TrackGrid(props: Props) {
  const { list, rows, focusedId, selected, sort, onSort, onPoint, onOpen } = props;
  const focusedIndex = rows.findIndex(({ id }) => id === focusedId);

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    getItemKey: (index) => rows[index]?.id ?? index,
    estimateSize: () => ROW_HEIGHT,
    initialRect: FIRST_RECT,
    overscan: OVERSCAN_ROWS,
    paddingStart: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      if (focusedIndex < 0 || shown.includes(focusedIndex)) return shown;
      return [...shown, focusedIndex].sort((one, other) => one - other);
    },
  });

  useLayoutEffect(() => {
    if (focusedIndex >= 0) virtualizer.scrollToIndex(focusedIndex, { align: "auto" });
  }, [virtualizer, focusedIndex]);

  function rowAt({ target }: MouseEvent): BoardTrack | undefined {
    const id = target instanceof Element && target.closest("[data-id]")?.getAttribute("data-id");
    return rows.find((row) => row.id === id);
  }

  return (
    <div ref={list} className="@container min-h-0 flex-1 overflow-y-auto select-none">
      <table
        role="grid"
        aria-label="Bronze tracks"
        aria-rowcount={rows.length + 1}
        aria-multiselectable="true"
        onClick={(event) => {
          const row = rowAt(event);
          if (row) onPoint(row, event);
        }}
        onDoubleClick={(event) => {
          const row = rowAt(event);
          if (row) onOpen(row);
        }}
        className="block"
      >
        <TrackGridHead sort={sort} onSort={onSort} />
        <tbody
          className="relative block"
          style={{ height: virtualizer.getTotalSize() - HEAD_HEIGHT }}
        >
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const track = rows[index];
            return (
              track && (
                <TrackRow
                  key={track.id}
                  track={track}
                  index={index}
                  top={start - HEAD_HEIGHT}
                  isFocused={track.id === focusedId}
                  isSelected={selected.has(track.id)}
                />
              )
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
