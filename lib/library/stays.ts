/** What a sync saw of a thing in a list: that it is there, since when, or that it is no longer. */
export type Seen = {
  /** When it was seen, an ISO string. */
  at: string;
  /** When it was added, as the provider says. */
  addedAt: string | null;
  gone: boolean;
};

/** A time in which something was in a list; moments are ISO strings. */
export type Stay = {
  from: string;
  /** False when it may have been there before: then `from` is when it was first seen. */
  fromIsExact: boolean;
  /** When it was first seen to be gone; null while it is there. */
  to: string | null;
};

const before = (one: string, other: string) => Date.parse(one) < Date.parse(other);

/**
 * The times in which something was in a list, from what was seen of it in order. One that was taken
 * out and put back between two looks has a later date of its addition, and is two stays.
 */
export function staysOf(seen: readonly Seen[]): Stay[] {
  const stays: Stay[] = [];
  let open: Stay | null = null;
  for (const { at, addedAt, gone } of seen) {
    if (gone) {
      if (open) open.to = at;
      open = null;
      continue;
    }
    const isAddedAnew = open && addedAt !== null && before(open.from, addedAt);
    if (open && !isAddedAnew) continue;
    if (open) open.to = addedAt;
    open = { from: addedAt ?? at, fromIsExact: addedAt !== null, to: null };
    stays.push(open);
  }
  return stays;
}

/** The parts of stays that fall into the stays of what holds them. */
export function staysWithin(stays: readonly Stay[], outer: readonly Stay[]): Stay[] {
  return stays.flatMap((stay) =>
    outer.flatMap((around) => {
      const startsInside = !before(stay.from, around.from);
      // the first time a playlist was seen is no limit: its rows tell of years before
      const from = startsInside || around === outer[0] ? stay.from : around.from;
      const to = earlier(stay.to, around.to);
      if (to !== null && !before(from, to)) return [];
      return [{ from, fromIsExact: from === stay.from && stay.fromIsExact, to }];
    }),
  );
}

function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return before(one, other) ? one : other;
}
