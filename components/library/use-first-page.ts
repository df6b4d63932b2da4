"use client";

import { useQuery } from "@tanstack/react-query";
import type { LibraryPageView } from "@/lib/library/library-view";
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
