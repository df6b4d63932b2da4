"use client";

import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import { usePagedRows } from "@/components/ui/use-paged-rows";
import { useVirtualRows } from "@/components/ui/use-virtual-rows";
import { PLAN_PAGE_LINES, type PlanLinesPage } from "@/lib/playlists/plan-view";
import { PlanLine } from "./plan-line";
import { type LineSource, linesQuery } from "./plan-query";

const LINE_HEIGHT = 44;

type Props = {
  source: LineSource;
  first: PlanLinesPage | undefined;
  /** Whether it matters whose a row is. */
  tellsOwner: boolean;
};

/** Every row of the playlist before and after, with what happens to it; only those in sight exist. */
export function PlanLines({ source, first, tellsOwner }: Props) {
  const scroll = useRef<HTMLDivElement>(null);
  const { data: page, error } = useQuery({
    ...linesQuery(source, 0),
    initialData: first,
    placeholderData: (before) => before,
  });
  const total = page?.total ?? 0;
  const { inSight, height } = useVirtualRows({ scroll, count: total, rowHeight: LINE_HEIGHT });
  const lineAt = usePagedRows({
    indexes: inSight.map(({ index }) => index),
    pageRows: PLAN_PAGE_LINES,
    first: page,
    queryOf: (number) => linesQuery(source, number * PLAN_PAGE_LINES),
    rowsOf: ({ lines }) => lines,
  });

  return (
    <div ref={scroll} className="@container min-h-0 flex-1 overflow-y-auto">
      {error && (
        <div className="px-5 pt-3">
          <Notice>{error.message}</Notice>
        </div>
      )}
      {page && total === 0 && (
        <div className="px-5">
          <Empty title="No rows" />
        </div>
      )}
      <ol
        aria-label="Rows of the playlist"
        aria-busy={!page}
        className="relative"
        style={{ height }}
      >
        {inSight.map(({ index, top }) => (
          <PlanLine
            key={index}
            line={lineAt(index)}
            index={index}
            total={total}
            top={top}
            tellsOwner={tellsOwner}
          />
        ))}
      </ol>
    </div>
  );
}
