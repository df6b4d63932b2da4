"use client";

import { useQueries, useQuery } from "@tanstack/react-query";
import { PAGE_ROWS } from "@/lib/library/library-address";
import type { LibraryEntry, LibraryPageView } from "@/lib/library/library-view";
import { type RowSource, rowsQuery } from "./library-query";

/** The first page of a list, which knows how long it is. While a filter changes, the old rows stay. */
export function useFirstPage(source: RowSource, first: LibraryPageView | undefined) {
  const query = rowsQuery(source, 0);
  const [, , list] = query.queryKey;
  return useQuery({
    ...query,
    initialData: first,
    placeholderData: (previous, before) => (before?.queryKey[2] === list ? previous : undefined),
  });
}

/** Reads the pages in which the rows in sight stand; a row that is not there yet is null. */
export function useRowsInSight(
  source: RowSource,
  firstPage: LibraryPageView | undefined,
  indexes: readonly number[],
): (index: number) => LibraryEntry | null {
  const pages = [...new Set(indexes.map((index) => Math.floor(index / PAGE_ROWS)))].filter(
    (page) => page > 0,
  );
  const answers = useQueries({
    queries: pages.map((page) => rowsQuery(source, page * PAGE_ROWS)),
  });
  return (index) => {
    const page = Math.floor(index / PAGE_ROWS);
    const rows = page === 0 ? firstPage?.rows : answers[pages.indexOf(page)]?.data?.rows;
    return rows?.[index % PAGE_ROWS] ?? null;
  };
}
