import { matchPlaces } from "@/lib/library/match-places";
import { canBeAdded, keyOf, type Row, type RowOwner } from "./row";

/** What a plan does to one row. Places begin at 1. */
export type PlanLine = {
  kind: "added" | "removed" | "moved" | "kept";
  uri: string | null;
  by: RowOwner;
  place: number | null;
  placeBefore: number | null;
  /** Its track stands further up already. */
  repeats: boolean;
};

export const planShows = ["all", "added", "removed", "moved", "hand", "double"] as const;
/** Which lines of a plan are looked at. */
export type PlanShow = (typeof planShows)[number];

/** Every row of both lists, in the order they will have; what goes stands behind the row it followed. */
export function planLines(base: readonly Row[], target: readonly Row[]): PlanLine[] {
  const { kept, moved } = matchPlaces(
    base.map(({ uri }, at) => ({ key: keyOf(uri), at })),
    target.map(({ uri }) => ({ key: keyOf(uri) })),
  );
  const held = new Set([...kept.values(), ...moved.values()].map(({ at }) => at));
  const seats = new Map([...kept].map(([place, { at }]) => [at, place]));
  const first: PlanLine[] = [];
  const behind = target.map((): PlanLine[] => []);
  let current = first;
  for (const [at, { uri, by }] of base.entries()) {
    if (!held.has(at)) {
      const gone = { place: null, placeBefore: at + 1, repeats: false };
      current.push({ kind: "removed", uri, by, ...gone });
    }
    const seat = seats.get(at);
    if (seat !== undefined) current = behind[seat] ?? current;
  }

  const seen = new Set<string>();
  const staying = target.map(({ uri, by }, index): PlanLine => {
    const repeats = canBeAdded(uri) && seen.has(uri);
    seen.add(keyOf(uri));
    const before = kept.get(index) ?? moved.get(index);
    const kind = kept.has(index) ? "kept" : before ? "moved" : "added";
    const placeBefore = before ? before.at + 1 : null;
    return { kind, uri, by, place: index + 1, placeBefore, repeats };
  });
  return [...first, ...staying.flatMap((line, index) => [line, ...(behind[index] ?? [])])];
}

const isShown: Record<PlanShow, (line: PlanLine) => boolean> = {
  all: () => true,
  added: ({ kind }) => kind === "added",
  removed: ({ kind }) => kind === "removed",
  moved: ({ kind }) => kind === "moved",
  hand: ({ kind, by }) => by !== "rule" && (kind === "kept" || kind === "moved"),
  double: ({ repeats }) => repeats,
};

export const linesShown = (lines: readonly PlanLine[], show: PlanShow) =>
  lines.filter(isShown[show]);

export const countLines = (lines: readonly PlanLine[]): Record<PlanShow, number> => ({
  all: lines.length,
  added: linesShown(lines, "added").length,
  removed: linesShown(lines, "removed").length,
  moved: linesShown(lines, "moved").length,
  hand: linesShown(lines, "hand").length,
  double: linesShown(lines, "double").length,
});
