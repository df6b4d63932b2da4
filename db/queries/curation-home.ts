import "server-only";
import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { curationPeriods, curationTracks, decisions, releases, styles, tracks } from "@/db/schema";
import type { CollectionStatus } from "@/lib/collection/status";
import type { PeriodStatus } from "@/lib/curation/status";
import type { Week } from "@/lib/curation/week";

export type CellRow = {
  slug: string;
  name: string;
  year: number;
  week: number;
  collection: CollectionStatus | null;
  expected: number | null;
  fetched: number;
  stored: number;
  period: PeriodStatus | null;
  closed: boolean;
  tracks: number;
  bronze: number;
  silver: number;
  gold: number;
  trash: number;
};

/** Each followed style in each of the weeks, by the rail's order, then as the weeks are given. */
export async function listCells(
  db: Db,
  { userId, weeks }: { userId: string; weeks: readonly Week[] },
): Promise<CellRow[]> {
  const rows = await db.execute<CellRow>(sql`
    select s.slug, s.name, w.year, w.week, c.status as collection, c.expected,
      coalesce(c.fetched, 0) as fetched, coalesce(c.stored, 0) as stored,
      p.status as period, p.closed_at is not null as closed,
      n.tracks, n.bronze, n.silver, n.gold, n.trash
    from user_styles us
    join styles s on s.id = us.style_id
    cross join rows from (
      jsonb_to_recordset(${JSON.stringify(weeks)}::jsonb) as (year int, week int)
    ) with ordinality as w(year, week, number)
    left join collections c
      on c.style_id = s.id and c.year = w.year and c.week = w.week
    left join curation_periods p
      on p.user_id = us.user_id and p.style_id = s.id and p.year = w.year and p.week = w.week
    cross join lateral (
      select count(*)::int as tracks,
        count(*) filter (where ct.status = 'UNSORTED')::int as bronze,
        count(*) filter (where not uc.is_trash and ct.promoted_at is null)::int as silver,
        count(*) filter (where ct.promoted_at is not null)::int as gold,
        count(*) filter (where uc.is_trash)::int as trash
      from curation_tracks ct
      left join period_playlists pp on pp.id = ct.current_silver_playlist_id
      left join user_categories uc on uc.id = pp.category_id
      where ct.period_id = p.id
    ) n
    where us.user_id = ${userId}
    order by us.position, s.name, w.number
  `);
  return [...rows];
}

/** The open week that was touched last and has Bronze tracks; null when nothing waits. */
export async function findResume(db: Db, { userId }: { userId: string }) {
  const left = sql<number>`count(*) filter (where ${curationTracks.status} = 'UNSORTED')::int`;
  const [row] = await db
    .select({
      periodId: curationPeriods.id,
      styleSlug: styles.slug,
      styleName: styles.name,
      year: curationPeriods.year,
      week: curationPeriods.week,
      left,
      tracks: sql<number>`count(*)::int`,
    })
    .from(curationPeriods)
    .innerJoin(styles, eq(styles.id, curationPeriods.styleId))
    .innerJoin(curationTracks, eq(curationTracks.periodId, curationPeriods.id))
    .where(
      and(
        eq(curationPeriods.userId, userId),
        eq(curationPeriods.status, "IN_PROGRESS"),
        isNull(curationPeriods.closedAt),
      ),
    )
    .groupBy(curationPeriods.id, styles.id)
    .having(gt(left, 0))
    .orderBy(desc(curationPeriods.updatedAt), desc(curationPeriods.id))
    .limit(1);
  return row ?? null;
}

/** The track of the newest decision of a period; null before the first one. */
export async function findLastTrack(
  db: Db,
  { periodId, userId }: { periodId: string; userId: string },
) {
  const [row] = await db
    .select({ title: tracks.title, mixName: tracks.mixName, coverUrl: releases.coverUrl })
    .from(decisions)
    .innerJoin(curationTracks, eq(curationTracks.id, decisions.curationTrackId))
    .innerJoin(tracks, eq(tracks.id, curationTracks.trackId))
    .innerJoin(releases, eq(releases.id, tracks.releaseId))
    .where(and(eq(decisions.periodId, periodId), eq(decisions.userId, userId)))
    .orderBy(desc(decisions.id))
    .limit(1);
  return row ?? null;
}

/** The open week that was touched last, sorted or not. */
export async function findLastPeriod(db: Db, { userId }: { userId: string }) {
  const [row] = await db
    .select({
      styleSlug: styles.slug,
      year: curationPeriods.year,
      week: curationPeriods.week,
    })
    .from(curationPeriods)
    .innerJoin(styles, eq(styles.id, curationPeriods.styleId))
    .where(and(eq(curationPeriods.userId, userId), isNull(curationPeriods.closedAt)))
    .orderBy(desc(curationPeriods.updatedAt), desc(curationPeriods.id))
    .limit(1);
  return row ?? null;
}
