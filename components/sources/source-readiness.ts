import type { Provider } from "@/lib/connections/provider";
import type { SourceView } from "@/lib/sources/source-view";
import { isOpen } from "./sources-query";

/** Whether there is something to fetch now. */
export const canFetch = ({ isOffered, stored }: SourceView) =>
  isOffered && stored?.status !== "fetching";

export const isFetched = ({ stored }: SourceView) => Boolean(stored?.fetchedAt);

/** Whether anybody can be asked about what it holds. */
export const canAsk = (source: SourceView, enrichers: readonly Provider[]) =>
  isFetched(source) && enrichers.length > 0 && !isOpen(source.enriching);
