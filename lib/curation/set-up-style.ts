import "server-only";
import type { Db } from "@/db/handle";
import { findStyleBySlug, followStyle } from "@/db/queries/user-styles";
import { AppError } from "@/lib/errors";
import { createMissingCategories } from "./create-category";
import type { SetUpStyleInput } from "./schema";
import { startPeriod } from "./start-period";
import { formatWeek, newestReleaseWeek } from "./week";

export type StyleSetUp = {
  /** Where to go on: the board of the week that was started, or the style's page. */
  href: `/curate/${string}/${string}` | `/styles/${string}`;
};

/** Follows a style with its categories and, if wished, starts its newest release week. */
export async function setUpStyle(
  db: Db,
  args: SetUpStyleInput & { userId: string; now: Date },
): Promise<StyleSetUp & { mirrorIds: string[]; collectionId: string | null }> {
  const { styleSlug, categories: wanted, userId, now } = args;
  const style = await findStyleBySlug(db, { slug: styleSlug });
  if (!style) throw new AppError("NOT_FOUND", "There is no such style.");

  return db.transaction(async (tx) => {
    await followStyle(tx, { userId, styleId: style.id });
    const { mirrorIds } = await createMissingCategories(tx, { style, userId, wanted });
    if (!args.startWeek) return { href: `/styles/${styleSlug}`, mirrorIds, collectionId: null };

    const week = newestReleaseWeek(now);
    const started = await startPeriod(tx, { styleSlug, ...week, userId, now });
    return {
      href: `/curate/${styleSlug}/${formatWeek(week)}`,
      mirrorIds: [...mirrorIds, ...started.mirrorIds],
      collectionId: started.collectionId,
    };
  });
}
