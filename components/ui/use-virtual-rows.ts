import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect } from "react";

/** What the server and the first paint assume of the window. */
const FIRST_RECT = { width: 1200, height: 900 };
const OVERSCAN_ROWS = 10;
const NO_ROW = -1;

type Rows = {
  scroll: RefObject<HTMLElement | null>;
  count: number;
  rowHeight: number;
  /** Of the head that stays above the rows; `top` of a row counts from below it. */
  headHeight?: number;
  /** This row exists wherever one has scrolled to, and comes into sight when it changes. */
  focusedIndex?: number;
};

/** The rows of a list of any length that have to exist, where they stand, and how high all are. */
export function useVirtualRows({
  scroll,
  count,
  rowHeight,
  headHeight = 0,
  focusedIndex = NO_ROW,
}: Rows) {
  const focused = focusedIndex < count ? focusedIndex : NO_ROW;
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    initialRect: FIRST_RECT,
    overscan: OVERSCAN_ROWS,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      if (focused === NO_ROW || shown.includes(focused)) return shown;
      return [...shown, focused].sort((one, other) => one - other);
    },
  });

  useLayoutEffect(() => {
    if (focusedIndex !== NO_ROW) virtualizer.scrollToIndex(focusedIndex, { align: "auto" });
  }, [virtualizer, focusedIndex]);

  return {
    inSight: virtualizer
      .getVirtualItems()
      .map(({ index, start }) => ({ index, top: start - headHeight })),
    height: virtualizer.getTotalSize() - headHeight,
  };
}
