import { longestRising } from "./longest-rising";

/** Most items one request may add, remove or replace. */
export const MOST_PER_WRITE = 100;

/** A place whose track Spotify no longer has is null: it keeps its position. */
export type Places = readonly (string | null)[];

export type Write =
  | { kind: "remove"; uris: string[] }
  | { kind: "add"; uris: string[]; position: number }
  | { kind: "replace"; uris: string[] };

export type Plan = {
  /** What the playlist holds after all writes. */
  target: (string | null)[];
  /** In the order they have to be made. */
  writes: Write[];
  /** Wanted, put there before, and taken out by a person: left out. */
  removedByHand: string[];
  /** Places that a person filled: left alone. */
  addedByHand: number;
};

type Sides = {
  /** What Clouder put there and has not taken out itself. */
  base: readonly string[];
  actual: Places;
  /** Each once, in order. */
  desired: readonly string[];
};

/**
 * The fewest writes that bring Clouder's part of a playlist into the desired order. What a person
 * added stays, behind the neighbour it follows; what a person removed is not put back.
 */
export function planMirror({ base, actual, desired }: Sides): Plan {
  const own = new Set(base);
  const held = new Set(actual);
  const isOwn = (place: string | null): place is string => place !== null && own.has(place);
  const byHand = new Set<string | null>(actual.filter((place) => !isOwn(place)));
  const removedByHand = desired.filter((uri) => own.has(uri) && !held.has(uri));
  const wanted = desired.filter((uri) => !byHand.has(uri) && !(own.has(uri) && !held.has(uri)));

  const staying = unmoved(actual.filter(isOwn), wanted);
  const target = interleave(actual, wanted, { staying, isOwn });
  const removed = [...new Set(actual.filter(isOwn))].filter((uri) => !staying.has(uri));
  const arriving = target.map(
    (place) => place !== null && !staying.has(place) && !byHand.has(place),
  );
  const writes = [...inChunks(removed).map(toRemoval), ...additions(target, arriving)];

  const replaceable = byHand.size === 0;
  const whole = target.filter((place) => place !== null);
  const cheaper = Math.max(1, Math.ceil(whole.length / MOST_PER_WRITE)) < writes.length;
  return {
    target,
    writes: replaceable && cheaper ? replacement(whole) : writes,
    removedByHand,
    addedByHand: actual.filter((place) => !isOwn(place)).length,
  };
}

/** Own tracks that stand in the right order already: as many as possible, none that stands twice. */
function unmoved(own: readonly string[], wanted: readonly string[]): Set<string> {
  const rank = new Map(wanted.map((uri, index) => [uri, index]));
  const times = new Map<string, number>();
  for (const uri of own) times.set(uri, (times.get(uri) ?? 0) + 1);
  const ranked = own.filter((uri) => rank.has(uri) && times.get(uri) === 1);
  const ranks = ranked.map((uri) => rank.get(uri) ?? 0);
  return new Set(longestRising(ranks).flatMap((index) => ranked[index] ?? []));
}

type Parts = { staying: ReadonlySet<string>; isOwn: (place: string | null) => place is string };

/** Hand-made places follow the nearest track before them that stays where it is. */
function interleave(actual: Places, wanted: readonly string[], { staying, isOwn }: Parts) {
  const followers = new Map<string | null, (string | null)[]>();
  let anchor: string | null = null;
  for (const place of actual) {
    if (isOwn(place)) {
      if (staying.has(place)) anchor = place;
    } else {
      followers.set(anchor, [...(followers.get(anchor) ?? []), place]);
    }
  }
  return [
    ...(followers.get(null) ?? []),
    ...wanted.flatMap((uri) => [uri, ...(staying.has(uri) ? (followers.get(uri) ?? []) : [])]),
  ];
}

const toRemoval = (uris: string[]): Write => ({ kind: "remove", uris });

/** Neighbours arrive together; from the front, so that every place before is filled already. */
function additions(target: Places, arriving: readonly boolean[]): Write[] {
  const runs: { position: number; uris: string[] }[] = [];
  for (const [position, place] of target.entries()) {
    if (place === null || !arriving[position]) continue;
    const run = runs.at(-1);
    if (run && run.position + run.uris.length === position) run.uris.push(place);
    else runs.push({ position, uris: [place] });
  }
  return runs.flatMap((run) =>
    inChunks(run.uris).map((uris, index): Write => {
      const position = run.position + index * MOST_PER_WRITE;
      return { kind: "add", uris, position };
    }),
  );
}

function replacement(target: string[]): Write[] {
  const [first = [], ...rest] = inChunks(target);
  return [
    { kind: "replace", uris: first },
    ...rest.map((uris, index): Write => {
      return { kind: "add", uris, position: (index + 1) * MOST_PER_WRITE };
    }),
  ];
}

function inChunks<T>(items: readonly T[]): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += MOST_PER_WRITE) {
    chunks.push(items.slice(start, start + MOST_PER_WRITE));
  }
  return chunks;
}

/** What Spotify makes of a write: a removal takes every occurrence, an addition pushes the rest back. */
export function applyWrite(places: Places, write: Write): (string | null)[] {
  if (write.kind === "replace") return [...write.uris];
  if (write.kind === "add") return places.toSpliced(write.position, 0, ...write.uris);
  const gone = new Set<string | null>(write.uris);
  return places.filter((place) => !gone.has(place));
}
