import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { curationPeriods, curationTracks, styles } from "@/db/schema";
import type { PeriodStatus } from "@/lib/curation/status";

/** The week of a period and its id: where a list of periods goes on. */
export type PeriodPlace = { year: number; week: number; id: string };

/** The periods of a DJ, the newest week first. */
export async function listPeriods(
  db: Db,
  args: {
    userId: string;
    styleSlug?: string | undefined;
    status?: PeriodStatus | undefined;
    after?: PeriodPlace | undefined;
    limit: number;
  },
) {
  const { userId, styleSlug, status, after, limit } = args;
  return db
    .select({
      id: curationPeriods.id,
      styleName: styles.name,
      styleSlug: styles.slug,
      year: curationPeriods.year,
      week: curationPeriods.week,
      status: curationPeriods.status,
      startedAt: curationPeriods.startedAt,
      closedAt: curationPeriods.closedAt,
    })
    .from(curationPeriods)
    .innerJoin(styles, eq(styles.id, curationPeriods.styleId))
    .where(
      and(
        eq(curationPeriods.userId, userId),
        styleSlug === undefined ? undefined : eq(styles.slug, styleSlug),
        status === undefined ? undefined : eq(curationPeriods.status, status),
        after &&
          sql`(${curationPeriods.year}, ${curationPeriods.week}, ${curationPeriods.id})
            < (${after.year}::int, ${after.week}::int, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(curationPeriods.year), desc(curationPeriods.week), desc(curationPeriods.id))
    .limit(limit);
}

/** The period that a curation track is in; null when it is not the user's. */
export async function findPeriodOfTrack(
  db: Db,
  { curationTrackId, userId }: { curationTrackId: string; userId: string },
): Promise<string | null> {
  const [row] = await db
    .select({ periodId: curationPeriods.id })
    .from(curationTracks)
    .innerJoin(curationPeriods, eq(curationPeriods.id, curationTracks.periodId))
    .where(and(eq(curationTracks.id, curationTrackId), eq(curationPeriods.userId, userId)));
  return row?.periodId ?? null;
}
