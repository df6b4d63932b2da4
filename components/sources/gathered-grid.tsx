"use client";

import type { RefObject } from "react";
import { usePagedRows } from "@/components/ui/use-paged-rows";
import { useVirtualRows } from "@/components/ui/use-virtual-rows";
import { type GatheredPage, PAGE_TRACKS } from "@/lib/sources/source-view";
import { GatheredRow } from "./gathered-row";
import { HEAD_HEIGHT, TRACK_HEIGHT, trackColumns, wideOnly } from "./source-columns";
import { type Gathered, gatheredQuery } from "./sources-query";
import { rowIndexOf } from "./use-focused-row";

type Props = {
  list: RefObject<HTMLDivElement | null>;
  gathered: Gathered;
  firstPage: GatheredPage;
  focusedIndex: number;
  onFocus: (index: number) => void;
};

/** Gathered tracks, any number: only the rows in sight and the focused one exist. */
export function GatheredGrid({ list, gathered, firstPage, focusedIndex, onFocus }: Props) {
  const { total } = firstPage;
  const { inSight, height } = useVirtualRows({
    scroll: list,
    count: total,
    rowHeight: TRACK_HEIGHT,
    headHeight: HEAD_HEIGHT,
    focusedIndex,
  });
  const trackAt = usePagedRows({
    indexes: inSight.map(({ index }) => index),
    pageRows: PAGE_TRACKS,
    first: firstPage,
    queryOf: (page) => gatheredQuery(gathered, page),
    rowsOf: ({ tracks }) => tracks,
  });

  return (
    <div ref={list} className="@container min-h-0 flex-1 overflow-y-auto">
      <table
        role="grid"
        aria-label="Gathered tracks"
        aria-rowcount={total + 1}
        className="block"
        onFocus={({ target }) => {
          const index = rowIndexOf(target);
          if (index !== null) onFocus(index);
        }}
      >
        <thead className="sticky top-0 z-2 block bg-ground">
          <tr
            aria-rowindex={1}
            className={`${trackColumns} mx-2 h-7 text-left text-2xs text-ink-3 phone:mx-0`}
          >
            <th scope="col" className="font-normal">
              Track
            </th>
            <th scope="col" className={`font-normal ${wideOnly}`}>
              Where it stands
            </th>
            <th scope="col">
              <span className="sr-only">Where it is</span>
            </th>
          </tr>
        </thead>
        <tbody className="relative block" style={{ height }}>
          {inSight.map(({ index, top }) => (
            <GatheredRow
              key={index}
              track={trackAt(index)}
              index={index}
              top={top}
              isFocused={index === focusedIndex}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
