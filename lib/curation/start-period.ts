import "server-only";
import type { Db } from "@/db/handle";
import { ensureTrash } from "@/db/queries/categories";
import { insertMirrors } from "@/db/queries/mirrors";
import { ensurePeriod } from "@/db/queries/periods";
import { findStyleBySlug } from "@/db/queries/user-styles";
import { requestCollection } from "@/lib/collection/request-collection";
import { AppError } from "@/lib/errors";
import { mirrorName } from "@/lib/mirrors/mirror-name";
import { fillPeriod } from "./fill-period";
import type { WeekInput } from "./schema";
import { addWeeks, formatWeek, isWeek, type Week, weekOf } from "./week";

export type StartedPeriod = {
  periodId: string;
  /** The week is still being fetched; its tracks arrive by themselves. */
  collecting: boolean;
  /** The collection that fetches it, as long as it does. */
  awaits: string | null;
  tracks: number;
};

/**
 * Starts a week of a style, or finds it started: the period, its Bronze mirror, and its tracks as
 * far as they are collected. `collectionId` is to be announced when it is not null.
 */
export async function startPeriod(
  db: Db,
  { styleSlug, userId, now, ...week }: WeekInput & { userId: string; now: Date },
): Promise<StartedPeriod & { mirrorIds: string[]; collectionId: string | null }> {
  const style = await findStyleBySlug(db, { slug: styleSlug });
  if (!style) throw new AppError("NOT_FOUND", "There is no such style.");
  const problem = weekProblem(week, now);
  if (problem) throw new AppError("INVALID", problem);

  return db.transaction(async (tx) => {
    const { year, week: number } = week;
    const owner = { userId, styleId: style.id };
    const { collection, announce } = await requestCollection(tx, {
      styleId: style.id,
      year,
      week: number,
    });
    const periodId = await ensurePeriod(tx, { ...owner, year, week: number });
    await ensureTrash(tx, owner);
    const name = mirrorName.bronze(style.name, week);
    await insertMirrors(tx, { userId, rows: [{ kind: "bronze", periodId, name }] });

    const collecting = collection.status === "queued" || collection.status === "running";
    const filled = collecting ? null : await fillPeriod(tx, { periodId, userId });
    return {
      periodId,
      collecting,
      awaits: collecting ? collection.id : null,
      tracks: filled?.tracks ?? 0,
      mirrorIds: filled?.mirrorIds ?? [],
      collectionId: announce ? collection.id : null,
    };
  });
}

/** The week after the current one can be started for its pre-orders, later ones cannot. */
export function weekProblem(week: Week, now: Date): string | null {
  if (!isWeek(week)) return `${week.year} has no week ${week.week}.`;
  const latest = addWeeks(weekOf(now), 1);
  const later = week.year > latest.year || (week.year === latest.year && week.week > latest.week);
  return later ? `${formatWeek(week)} is too far ahead: its releases are not known yet.` : null;
}
