"use client";

import type { MouseEvent, RefObject } from "react";
import { useVirtualRows } from "@/components/ui/use-virtual-rows";
import type { BoardTrack } from "@/lib/curation/board";
import type { Sort } from "./board-view";
import { HEAD_HEIGHT, ROW_HEIGHT } from "./row-grid";
import { TrackGridHead } from "./track-grid-head";
import { TrackRow } from "./track-row";

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

  const { inSight, height } = useVirtualRows({
    scroll: list,
    count: rows.length,
    rowHeight: ROW_HEIGHT,
    headHeight: HEAD_HEIGHT,
    focusedIndex,
  });

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
        <tbody className="relative block" style={{ height }}>
          {inSight.map(({ index, top }) => {
            const track = rows[index];
            return (
              track && (
                <TrackRow
                  key={track.id}
                  track={track}
                  index={index}
                  top={top}
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
