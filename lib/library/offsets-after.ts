/**
 * The pages that can be asked for after one of a list that is read by offsets: from the first page
 * all the others, later ones only tell of one that came since.
 */
export function offsetsAfter(
  page: { offset: number; total: number; hasNext: boolean },
  pageSize: number,
): string[] {
  const { offset, total, hasNext } = page;
  if (!hasNext) return [];
  const following = offset + pageSize;
  if (offset > 0) return [String(following)];
  const pages = Math.max(1, Math.ceil((total - following) / pageSize));
  return Array.from({ length: pages }, (_, index) => String(following + index * pageSize));
}
