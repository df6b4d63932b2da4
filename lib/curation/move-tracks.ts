import "server-only";
import { generateNKeysBetween } from "fractional-indexing";
import type { Db } from "@/db/handle";
import { findDestination } from "@/db/queries/curation";
import type { Period } from "@/db/queries/periods";
import { AppError } from "@/lib/errors";
import { bronze, inSilver } from "./placement";
import { type Recorded, recordPress, standingsOf } from "./record-press";
import type { MoveTracksInput } from "./schema";

/**
 * Puts tracks last into a category's Silver list, in the order given, or back to Bronze. A track
 * that was promoted leaves Gold with it; one that is there already stays as it is.
 */
export function moveTracks(
  db: Db,
  { categoryId, trackIds, ...press }: MoveTracksInput & { userId: string },
): Promise<Recorded> {
  return recordPress(db, press, async (tx, period) => {
    const category = categoryId === null ? null : await destination(tx, period, categoryId);
    const tracks = await standingsOf(tx, period, trackIds);
    const kind = kindOf(category);
    if (!category) {
      return { changes: tracks.map((track) => ({ ...track, kind, after: bronze })) };
    }

    const arriving = tracks.filter(({ standing }) => standing.categoryId !== category.id);
    const positions = generateNKeysBetween(category.lastPosition, null, arriving.length);
    const places = new Map(arriving.map(({ id }, index) => [id, positions[index]]));
    return {
      changes: tracks.map((track) => {
        const position = places.get(track.id);
        const after = position ? inSilver(category.id, position) : track.standing;
        return { ...track, kind, after };
      }),
    };
  });
}

const kindOf = (category: { isTrash: boolean } | null) => {
  if (!category) return "returned" as const;
  return category.isTrash ? ("trashed" as const) : ("moved" as const);
};

async function destination(tx: Db, period: Period, categoryId: string) {
  const { id: periodId, userId, styleId } = period;
  const category = await findDestination(tx, { periodId, userId, categoryId });
  if (category?.styleId !== styleId) {
    throw new AppError("NOT_FOUND", "That category is not one of this style's.");
  }
  if (category.archived) {
    throw new AppError("CONFLICT", `${category.name} is archived. Restore it to sort into it.`);
  }
  return category;
}
