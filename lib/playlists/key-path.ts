import { type Camelot, parseCamelot } from "@/lib/catalog/camelot";
import { stepsBetween } from "@/lib/rules/key-distance";
import { keyOf, type Row } from "./row";

export type Tempo = { key: string | null; bpm: number | null };

/** `at`: where the row stood. */
type Place = { row: Row; at: number; key: Camelot; bpm: number };

/** By key what is not in the path yet: the slowest first, equally fast ones as they stood. */
type Shelves = ReadonlyMap<string, Place[]>;

/** So many BPM up weigh as much as one step on the wheel of keys; down they weigh double. */
const BPM_PER_STEP = 2;

/**
 * Rows in the order of a smooth path through keys and tempi: it begins with the slowest, and the
 * next is always the one nearest on the wheel of keys and in tempo, rising rather than falling; of
 * equally near ones the one that stood first. Rows without a key or a tempo come last, as they stood.
 */
export function sortByKeyPath(rows: readonly Row[], tempoOf: (uri: string) => Tempo | null): Row[] {
  const places = rows.map((row, at) => placeOf(row, at, tempoOf(keyOf(row.uri))));
  const shelves = shelve(places.filter((place) => place !== null));
  const path: Row[] = [];
  let next = best(
    [...shelves.values()].flatMap(([slowest]) => slowest ?? []),
    ({ bpm }) => bpm,
  );
  while (next) {
    path.push(next.row);
    takeOff(shelves, next);
    next = nearest(shelves, next);
  }
  return [...path, ...rows.filter((_, at) => !places[at])];
}

function placeOf(row: Row, at: number, tempo: Tempo | null): Place | null {
  const key = parseCamelot(tempo?.key ?? null);
  return key && tempo?.bpm ? { row, at, key, bpm: tempo.bpm } : null;
}

const shelfOf = ({ key }: Place) => `${key.hour} ${key.minor}`;

function shelve(places: readonly Place[]): Shelves {
  const shelves = new Map<string, Place[]>();
  for (const place of places.toSorted((one, other) => one.bpm - other.bpm || one.at - other.at)) {
    const shelf = shelves.get(shelfOf(place));
    if (shelf) shelf.push(place);
    else shelves.set(shelfOf(place), [place]);
  }
  return shelves;
}

function takeOff(shelves: Shelves, place: Place) {
  const shelf = shelves.get(shelfOf(place));
  shelf?.splice(firstFrom(shelf, place.bpm), 1);
}

/** Of each shelf only the next faster and the next slower one can be it; that of its own key is near. */
function nearest(shelves: Shelves, here: Place): Place | null {
  let found: Place | null = null;
  for (const shelf of [shelves.get(shelfOf(here)) ?? [], ...shelves.values()]) {
    const [slowest] = shelf;
    if (!slowest) continue;
    if (found && stepsBetween(here.key, slowest.key) > stepFrom(here, found)) continue;
    const at = firstFrom(shelf, here.bpm);
    const slower = shelf[at - 1];
    const near = [found, shelf[at], slower && shelf[firstFrom(shelf, slower.bpm)]];
    found = best(
      near.filter((place) => !!place),
      (place) => stepFrom(here, place),
    );
  }
  return found;
}

function best(places: readonly Place[], distanceOf: (place: Place) => number): Place | null {
  let found: Place | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const distance = distanceOf(place);
    if (distance > least || (distance === least && found && found.at < place.at)) continue;
    found = place;
    least = distance;
  }
  return found;
}

/** Where the first one of such a tempo or a faster one stands. */
function firstFrom(places: readonly Place[], bpm: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.bpm ?? bpm) < bpm) low = middle + 1;
    else high = middle;
  }
  return low;
}

function stepFrom(here: Place, next: Place): number {
  const rise = next.bpm - here.bpm;
  const tempo = rise >= 0 ? rise : -2 * rise;
  return stepsBetween(here.key, next.key) + tempo / BPM_PER_STEP;
}
