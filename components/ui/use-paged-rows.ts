import { type QueryKey, type UseQueryOptions, useQueries } from "@tanstack/react-query";

type Pages<Page, Row, Key extends QueryKey> = {
  /** Of the rows that are in sight. */
  indexes: readonly number[];
  pageRows: number;
  first: Page | undefined;
  queryOf: (page: number) => UseQueryOptions<Page, Error, Page, Key>;
  rowsOf: (page: Page) => readonly Row[];
};

/** Reads the pages in which the rows in sight stand; a row that is not there yet is null. */
export function usePagedRows<Page, Row, Key extends QueryKey>({
  indexes,
  pageRows,
  first,
  queryOf,
  rowsOf,
}: Pages<Page, Row, Key>): (index: number) => Row | null {
  const pages = [...new Set(indexes.map((index) => Math.floor(index / pageRows)))].filter(
    (page) => page > 0,
  );
  const answers = useQueries({ queries: pages.map(queryOf) });
  return (index) => {
    const page = Math.floor(index / pageRows);
    const found = page === 0 ? first : answers[pages.indexOf(page)]?.data;
    return (found && rowsOf(found)[index % pageRows]) ?? null;
  };
}
