"use client";

import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import type { Route } from "next";
import { type RefObject, useLayoutEffect } from "react";
import type { LibraryWish } from "@/lib/library/library-address";
import type { LibraryEntry, LibraryPageView } from "@/lib/library/library-view";
import { type GridList, HEAD_HEIGHT, ROW_HEIGHT } from "./library-columns";
import { LibraryGridHead } from "./library-grid-head";
import type { RowSource } from "./library-query";
import { LibraryRow } from "./library-row";
import { useRowsInSight } from "./use-library-rows";

/** What the server and the first paint assume of the window. */
const FIRST_RECT = { width: 1200, height: 900 };
const OVERSCAN_ROWS = 10;

type Props = {
  label: string;
  list: GridList;
  scroll: RefObject<HTMLDivElement | null>;
  source: RowSource;
  firstPage: LibraryPageView;
  focusedIndex: number;
  hrefOf: (entry: LibraryEntry) => Route | null;
  onSort: (sort: Pick<LibraryWish, "sort" | "descending">) => void;
  /** A row has the focus. */
  onFocus: (index: number) => void;
};

/** A list of any length: only the rows in sight and the focused one exist, and their pages are read as they come up. */
export function LibraryGrid(props: Props) {
  const { label, list, scroll, source, firstPage, focusedIndex, hrefOf, onSort } = props;
  const virtualizer = useVirtualizer({
    count: firstPage.total,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    initialRect: FIRST_RECT,
    overscan: OVERSCAN_ROWS,
    paddingStart: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      if (shown.includes(focusedIndex) || focusedIndex >= firstPage.total) return shown;
      return [...shown, focusedIndex].sort((one, other) => one - other);
    },
  });
  const inSight = virtualizer.getVirtualItems();
  const rowAt = useRowsInSight(
    source,
    firstPage,
    inSight.map(({ index }) => index),
  );

  useLayoutEffect(() => {
    virtualizer.scrollToIndex(focusedIndex, { align: "auto" });
  }, [virtualizer, focusedIndex]);

  return (
    <div ref={scroll} className="@container min-h-0 flex-1 overflow-y-auto">
      <table
        role="grid"
        aria-label={label}
        aria-rowcount={firstPage.total + 1}
        onFocus={({ target }) => {
          const row = rowOf(target);
          if (row) props.onFocus(Number(row.dataset.index));
        }}
        onDoubleClick={({ target }) => rowOf(target)?.querySelector("a")?.click()}
        className="block"
      >
        <LibraryGridHead list={list} sort={source.wish} onSort={onSort} />
        <tbody
          className="relative block"
          style={{ height: virtualizer.getTotalSize() - HEAD_HEIGHT }}
        >
          {inSight.map(({ index, start }) => {
            const entry = rowAt(index);
            return (
              <LibraryRow
                key={index}
                provider={source.wish.provider}
                list={list}
                entry={entry}
                index={index}
                top={start - HEAD_HEIGHT}
                isFocused={index === focusedIndex}
                href={entry && hrefOf(entry)}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const rowOf = (target: EventTarget) =>
  target instanceof Element ? target.closest<HTMLElement>("[data-index]") : null;
