import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { collections, curationPeriods, styles } from "@/db/schema";
import type { PeriodStatus } from "@/lib/curation/status";

type Owned = { periodId: string; userId: string };

const periodColumns = {
  id: curationPeriods.id,
  userId: curationPeriods.userId,
  styleId: curationPeriods.styleId,
  styleName: styles.name,
  year: curationPeriods.year,
  week: curationPeriods.week,
  status: curationPeriods.status,
  startedAt: curationPeriods.startedAt,
  closedAt: curationPeriods.closedAt,
};

export type Period = NonNullable<Awaited<ReturnType<typeof lockPeriod>>>;

/** Presses of one week wait for each other here; different weeks do not. */
export async function lockPeriod(db: Db, { periodId, userId }: Owned) {
  const [row] = await db
    .select(periodColumns)
    .from(curationPeriods)
    .innerJoin(styles, eq(styles.id, curationPeriods.styleId))
    .where(and(eq(curationPeriods.id, periodId), eq(curationPeriods.userId, userId)))
    .for("update", { of: curationPeriods });
  return row ?? null;
}

/** Answers the id of the week's period, made now or before. */
export async function ensurePeriod(
  db: Db,
  args: { userId: string; styleId: string; year: number; week: number },
): Promise<string> {
  await db.insert(curationPeriods).values(args).onConflictDoNothing();
  const [row] = await db
    .select({ id: curationPeriods.id })
    .from(curationPeriods)
    .where(
      and(
        eq(curationPeriods.userId, args.userId),
        eq(curationPeriods.styleId, args.styleId),
        eq(curationPeriods.year, args.year),
        eq(curationPeriods.week, args.week),
      ),
    );
  if (!row) throw new Error("a period vanished while it was started");
  return row.id;
}

/**
 * SORTED as soon as no Bronze track is left; Bronze that comes back opens a closed week again.
 * `touched` says that the DJ did it: sorting goes on at the week last touched.
 */
export async function settlePeriodStatus(
  db: Db,
  { periodId, userId, touched }: Owned & { touched: boolean },
): Promise<PeriodStatus> {
  const rows = await db.execute<{ status: PeriodStatus }>(sql`
    with standing as (
      select case when count(*) > 0 and count(*) = count(*) filter (where status = 'SORTED')
        then 'SORTED' else 'IN_PROGRESS' end::period_status as status
      from curation_tracks where period_id = ${periodId}
    )
    update curation_periods p set
      status = standing.status,
      sorted_at = case when standing.status = 'SORTED' then coalesce(p.sorted_at, now()) end,
      closed_at = case when standing.status = 'SORTED' then p.closed_at end,
      updated_at = case when ${touched} then now() else p.updated_at end
    from standing
    where p.id = ${periodId} and p.user_id = ${userId}
    returning p.status
  `);
  const [row] = rows;
  if (!row) throw new Error("a period vanished while it was locked");
  return row.status;
}

/** The first closing counts: closing again leaves its moment alone. */
export async function closePeriodRow(
  db: Db,
  { periodId, userId, now }: Owned & { now: Date },
): Promise<Date> {
  const [row] = await db
    .update(curationPeriods)
    .set({ closedAt: sql`coalesce(${curationPeriods.closedAt}, ${now.toISOString()})` })
    .where(and(eq(curationPeriods.id, periodId), eq(curationPeriods.userId, userId)))
    .returning({ closedAt: curationPeriods.closedAt });
  if (!row?.closedAt) throw new Error("a period vanished while it was locked");
  return row.closedAt;
}

/** Everybody's periods of a collected style-week that are still open. */
export async function listOpenPeriods(db: Db, { collectionId }: { collectionId: string }) {
  return db
    .select({ periodId: curationPeriods.id, userId: curationPeriods.userId })
    .from(curationPeriods)
    .innerJoin(
      collections,
      and(
        eq(collections.styleId, curationPeriods.styleId),
        eq(collections.year, curationPeriods.year),
        eq(collections.week, curationPeriods.week),
      ),
    )
    .where(and(eq(collections.id, collectionId), isNull(curationPeriods.closedAt)))
    .orderBy(curationPeriods.id);
}

/**
 * Open periods that are behind the catalogue: a collected track is missing, or a Bronze one stands
 * in the wrong lane since Spotify answered.
 */
export async function listStalePeriods(db: Db): Promise<{ periodId: string; userId: string }[]> {
  const rows = await db.execute<{ id: string; user_id: string }>(sql`
    select p.id, p.user_id from curation_periods p
    join collections c on c.style_id = p.style_id and c.year = p.year and c.week = p.week
    cross join lateral (select to_date(p.year || '-' || p.week, 'IYYY-IW') as monday) w
    where p.closed_at is null and c.status in ('complete', 'partial') and (
      exists (
        select from tracks t
        where t.style_id = p.style_id
          and t.publish_date between w.monday and w.monday + 6
          and not exists (
            select from curation_tracks ct where ct.period_id = p.id and ct.track_id = t.id
          )
      )
      or exists (
        select from curation_tracks ct
        join track_matches m on m.track_id = ct.track_id and m.provider = 'spotify'
        where ct.period_id = p.id and ct.status = 'UNSORTED'
          and (ct.lane = 'not_on_spotify')
            <> (m.status in ('not_found', 'unavailable', 'rejected'))
      )
    )
    order by p.id
  `);
  return rows.map(({ id, user_id }) => ({ periodId: id, userId: user_id }));
}
