import "server-only";
import type { Db } from "@/db/handle";
import { countPlaces, listPresses } from "@/db/queries/curation-summary";
import { closePeriodRow, lockPeriod } from "@/db/queries/periods";
import { AppError } from "@/lib/errors";
import type { PeriodSummary } from "./board";
import type { Lane } from "./lane";
import { workedMinutes } from "./pace";

type Owner = { periodId: string; userId: string };

/** Ends a sorted week with its numbers; closing it again answers the same. */
export function closePeriod(
  db: Db,
  { now, ...owner }: Owner & { now: Date },
): Promise<PeriodSummary> {
  return db.transaction(async (tx) => {
    const period = await lockPeriod(tx, owner);
    if (!period) throw new AppError("NOT_FOUND", "That week is not one of yours.");
    const places = await countPlaces(tx, owner);
    const left = sum(
      places.filter(({ category }) => category === null),
      "tracks",
    );
    if (left > 0) {
      const tracks = left === 1 ? "1 track is" : `${left} tracks are`;
      throw new AppError(
        "CONFLICT",
        `${tracks} still Bronze. The week closes when all are sorted.`,
      );
    }
    if (places.length === 0) throw new AppError("CONFLICT", "This week holds no tracks yet.");

    const closedAt = await closePeriodRow(tx, { ...owner, now });
    return {
      ...summarize(places),
      ...countWork(await listPresses(tx, owner)),
      startedAt: period.startedAt.toISOString(),
      closedAt: closedAt.toISOString(),
    };
  });
}

type Place = Awaited<ReturnType<typeof countPlaces>>[number];

const sum = (places: readonly Place[], what: "tracks" | "promoted") =>
  places.reduce((total, place) => total + place[what], 0);

function summarize(places: readonly Place[]) {
  const trash = places.filter(({ category }) => category?.isTrash);
  const kept = places.filter(({ category }) => !category?.isTrash);
  const categories = new Map<string, NonNullable<Place["category"]>>();
  for (const { category } of kept) if (category) categories.set(category.id, category);
  const inLane = (lane: Lane) =>
    sum(
      places.filter((place) => place.lane === lane),
      "tracks",
    );
  return {
    tracks: sum(places, "tracks"),
    lanes: {
      new: inLane("new"),
      seen_before: inLane("seen_before"),
      back_catalogue: inLane("back_catalogue"),
      compilation: inLane("compilation"),
      not_on_spotify: inLane("not_on_spotify"),
    },
    categories: [...categories.values()].map(({ id, name, color }) => {
      const own = kept.filter(({ category }) => category?.id === id);
      return { id, name, color, kept: sum(own, "tracks"), promoted: sum(own, "promoted") };
    }),
    kept: sum(kept, "tracks"),
    trashed: sum(trash, "tracks"),
    promoted: sum(places, "promoted"),
  };
}

const countWork = (presses: readonly { at: Date; undo: boolean }[]) => ({
  presses: presses.filter(({ undo }) => !undo).length,
  undone: presses.filter(({ undo }) => undo).length,
  minutes: Math.round(workedMinutes(presses.map(({ at }) => at))),
});
