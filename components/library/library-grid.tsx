"use client";

import type { Route } from "next";
import type { RefObject } from "react";
import { usePagedRows } from "@/components/ui/use-paged-rows";
import { useVirtualRows } from "@/components/ui/use-virtual-rows";
import { type LibraryWish, PAGE_ROWS } from "@/lib/library/library-address";
import type { LibraryEntry, LibraryPageView } from "@/lib/library/library-view";
import { type GridList, HEAD_HEIGHT, ROW_HEIGHT } from "./library-columns";
import { LibraryGridHead } from "./library-grid-head";
import { type RowSource, rowsQuery } from "./library-query";
import { LibraryRow } from "./library-row";

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
  const { inSight, height } = useVirtualRows({
    scroll,
    count: firstPage.total,
    rowHeight: ROW_HEIGHT,
    headHeight: HEAD_HEIGHT,
    focusedIndex,
  });
  const rowAt = usePagedRows({
    indexes: inSight.map(({ index }) => index),
    pageRows: PAGE_ROWS,
    first: firstPage,
    queryOf: (page) => rowsQuery(source, page * PAGE_ROWS),
    rowsOf: ({ rows }) => rows,
  });

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
        <tbody className="relative block" style={{ height }}>
          {inSight.map(({ index, top }) => {
            const entry = rowAt(index);
            return (
              <LibraryRow
                key={index}
                provider={source.wish.provider}
                list={list}
                entry={entry}
                index={index}
                top={top}
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
