import { type Camelot, parseCamelot } from "@/lib/catalog/camelot";
import { stepsBetween } from "@/lib/rules/key-distance";
import { keyOf, type Row } from "./row";

export type Tempo = { key: string | null; bpm: number | null };

type Known = { key: Camelot; bpm: number };

/** So many BPM up weigh as much as one step on the wheel of keys; down they weigh double. */
const BPM_PER_STEP = 2;

/**
 * Rows in the order of a smooth path through keys and tempi: it begins with the slowest, and the
 * next is always the one nearest on the wheel of keys and in tempo, rising rather than falling; of
 * equally near ones the one that stood first. Rows without a key or a tempo come last, as they stood.
 */
export function sortByKeyPath(rows: readonly Row[], tempoOf: (uri: string) => Tempo | null): Row[] {
  const known = rows.map((row) => ({ row, tempo: read(tempoOf(keyOf(row.uri))) }));
  const rest = known.flatMap(({ row, tempo }) => (tempo ? [{ row, tempo }] : []));
  const path: Row[] = [];
  let here: Known | null = null;
  while (rest.length > 0) {
    const from: Known | null = here;
    const next: number = nearest(rest, ({ tempo }) => (from ? stepFrom(from, tempo) : tempo.bpm));
    const [taken] = rest.splice(next, 1);
    if (!taken) break;
    path.push(taken.row);
    here = taken.tempo;
  }
  return [...path, ...known.flatMap(({ row, tempo }) => (tempo ? [] : [row]))];
}

function read(tempo: Tempo | null): Known | null {
  const key = parseCamelot(tempo?.key ?? null);
  return key && tempo?.bpm ? { key, bpm: tempo.bpm } : null;
}

function nearest<Place>(places: readonly Place[], distanceOf: (place: Place) => number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  let index = 0;
  for (const place of places) {
    const distance = distanceOf(place);
    if (distance < least) {
      best = index;
      least = distance;
    }
    index += 1;
  }
  return best;
}

function stepFrom(here: Known, next: Known): number {
  const rise = next.bpm - here.bpm;
  const tempo = rise >= 0 ? rise : -2 * rise;
  return stepsBetween(here.key, next.key) + tempo / BPM_PER_STEP;
}
