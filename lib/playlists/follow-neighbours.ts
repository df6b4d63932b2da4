type Parts = {
  /** Whether the source's row at a place is one to put in. */
  isGuest: (at: number) => boolean;
  /** Where in the list the source's row at a place stands; null when it is not there, or is no hold. */
  anchorOf: (at: number) => number | null;
};

/** Puts guests of another list in: each run of them behind the row that it followed there. */
export function followNeighbours<Place>(
  list: readonly Place[],
  source: readonly Place[],
  { isGuest, anchorOf }: Parts,
): Place[] {
  const first: Place[] = [];
  const followers = list.map((): Place[] => []);
  let current = first;
  for (const [at, row] of source.entries()) {
    if (isGuest(at)) {
      current.push(row);
      continue;
    }
    const anchor = anchorOf(at);
    if (anchor !== null) current = followers[anchor] ?? current;
  }
  return [...first, ...list.flatMap((row, at) => [row, ...(followers[at] ?? [])])];
}
