import "server-only";
import type { Db } from "@/db/handle";
import {
  type CollectionView,
  insertCollection,
  lockCollection,
  requeueCollection,
} from "@/db/queries/collections";
import { openJob } from "@/db/queries/jobs";
import { findStyle } from "@/db/queries/styles";
import { formatWeek, isWeek } from "@/lib/curation/week";
import { AppError } from "@/lib/errors";

type Wish = {
  styleId: string;
  year: number;
  week: number;
  /** Reads a week again that was collected before: weeks keep growing. */
  refresh?: boolean;
};

/**
 * Asks for a style-week. `announce` says that `collection/requested` must be sent once the
 * transaction is committed; it is false when the week is there or on its way.
 */
export async function requestCollection(
  db: Db,
  { styleId, year, week, refresh = false }: Wish,
): Promise<{ collection: CollectionView; announce: boolean }> {
  if (!isWeek({ year, week })) throw new AppError("INVALID", "There is no such week.");
  const style = await findStyle(db, { styleId });
  if (!style) throw new AppError("NOT_FOUND", "There is no such style.");

  return db.transaction(async (tx) => {
    const created = await insertCollection(tx, { styleId, year, week });
    const collection = created ?? (await lockCollection(tx, { styleId, year, week }));
    if (!collection) throw new Error("A collection vanished while it was requested.");
    if (!created && !mayStartOver(collection, refresh)) return { collection, announce: false };

    if (!created) await requeueCollection(tx, { collectionId: collection.id });
    await openJob(tx, {
      kind: "collection",
      subjectId: collection.id,
      title: `${style.name} ${formatWeek({ year, week })}`,
    });
    return { collection: { ...collection, status: "queued" }, announce: true };
  });
}

/** A week with gaps is an answer, as a complete one is; one that failed or was stopped is none. */
function mayStartOver({ status }: CollectionView, refresh: boolean) {
  const ended = status === "complete" || status === "partial";
  return status === "failed" || status === "cancelled" || (ended && refresh);
}
