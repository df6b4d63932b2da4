import "server-only";
import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { curationPeriods, mirrors, periodPlaylists } from "@/db/schema";

type Target =
  | { kind: "bronze"; periodId: string }
  | { kind: "silver"; periodPlaylistId: string }
  | { kind: "golden"; categoryId: string };

/** Made before or now: a list has one mirror. Answers the ids of the ones made now. */
export async function insertMirrors(
  db: Db,
  { userId, rows }: { userId: string; rows: readonly (Target & { name: string })[] },
): Promise<string[]> {
  if (rows.length === 0) return [];
  const made = await db
    .insert(mirrors)
    .values(rows.map((row) => ({ ...row, userId })))
    .onConflictDoNothing()
    .returning({ id: mirrors.id });
  return made.map(({ id }) => id);
}

const raised = {
  desiredVersion: sql`${mirrors.desiredVersion} + 1`,
  status: sql`case when ${mirrors.status} in ('syncing', 'waiting', 'removed')
    then ${mirrors.status} else 'pending' end`,
  updatedAt: sql`now()`,
};

/** The lists that a press changed: their mirrors fall behind. Answers the mirrors' ids. */
export async function raiseMirrors(
  db: Db,
  {
    userId,
    periodId,
    bronze,
    silverCategoryIds,
    goldenCategoryIds,
  }: {
    userId: string;
    periodId: string;
    bronze: boolean;
    silverCategoryIds: readonly string[];
    goldenCategoryIds: readonly string[];
  },
): Promise<string[]> {
  const targets: (SQL | undefined)[] = [];
  if (bronze) targets.push(eq(mirrors.periodId, periodId));
  if (silverCategoryIds.length > 0) {
    const lists = db
      .select({ id: periodPlaylists.id })
      .from(periodPlaylists)
      .where(
        and(
          eq(periodPlaylists.periodId, periodId),
          inArray(periodPlaylists.categoryId, [...silverCategoryIds]),
        ),
      );
    targets.push(inArray(mirrors.periodPlaylistId, lists));
  }
  if (goldenCategoryIds.length > 0) {
    targets.push(inArray(mirrors.categoryId, [...goldenCategoryIds]));
  }
  if (targets.length === 0) return [];
  const rows = await db
    .update(mirrors)
    .set(raised)
    .where(and(eq(mirrors.userId, userId), or(...targets)))
    .returning({ id: mirrors.id });
  return rows.map(({ id }) => id);
}

/** The Golden mirror of a category and the Silver ones of its open weeks, with what names them. */
export async function listCategoryMirrors(
  db: Db,
  { userId, categoryId }: { userId: string; categoryId: string },
) {
  const lists = db
    .select({ id: periodPlaylists.id })
    .from(periodPlaylists)
    .where(eq(periodPlaylists.categoryId, categoryId));
  return db
    .select({
      id: mirrors.id,
      /** Null for the Golden one. */
      year: curationPeriods.year,
      week: curationPeriods.week,
    })
    .from(mirrors)
    .leftJoin(periodPlaylists, eq(periodPlaylists.id, mirrors.periodPlaylistId))
    .leftJoin(curationPeriods, eq(curationPeriods.id, periodPlaylists.periodId))
    .where(
      and(
        eq(mirrors.userId, userId),
        or(eq(mirrors.categoryId, categoryId), inArray(mirrors.periodPlaylistId, lists)),
        isNull(curationPeriods.closedAt),
      ),
    );
}

/** A new name is a change like any other: the mirrors fall behind until Spotify has it. */
export async function renameMirrors(
  db: Db,
  { userId, names }: { userId: string; names: readonly { id: string; name: string }[] },
): Promise<string[]> {
  if (names.length === 0) return [];
  const rows = await db.execute<{ id: string }>(sql`
    update mirrors m set name = row.name, desired_version = m.desired_version + 1,
      status = case when m.status in ('syncing', 'waiting', 'removed') then m.status
        else 'pending' end,
      updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as row(id uuid, name text)
    where m.id = row.id and m.user_id = ${userId} and m.name <> row.name
    returning m.id
  `);
  return rows.map(({ id }) => id);
}

type Which = { periodId: string } | { categoryIds: readonly string[] } | { mirrorId: string };

function whichMirrors(which: Which): SQL | undefined {
  if ("mirrorId" in which) return eq(mirrors.id, which.mirrorId);
  if ("categoryIds" in which) return inArray(mirrors.categoryId, [...which.categoryIds]);
  const { periodId } = which;
  return or(eq(mirrors.periodId, periodId), eq(periodPlaylists.periodId, periodId));
}

/** The mirrors of a week, Bronze first, of the Golden lists named, or the one named. */
export async function listMirrorRows(db: Db, { userId, ...which }: { userId: string } & Which) {
  const listCategory = sql<
    string | null
  >`coalesce(${mirrors.categoryId}, ${periodPlaylists.categoryId})`;
  return db
    .select({
      id: mirrors.id,
      kind: mirrors.kind,
      categoryId: listCategory,
      name: mirrors.name,
      url: mirrors.spotifyUrl,
      status: mirrors.status,
      inStep: sql<boolean>`${mirrors.desiredVersion} = ${mirrors.mirroredVersion}`,
      mirroredAt: mirrors.mirroredAt,
      waitingUntil: mirrors.waitingUntil,
      problem: mirrors.problem,
      handMadeChanges: mirrors.handMadeChanges,
      refused: sql<number>`cardinality(${mirrors.refusedUris})`,
    })
    .from(mirrors)
    .leftJoin(periodPlaylists, eq(periodPlaylists.id, mirrors.periodPlaylistId))
    .where(and(eq(mirrors.userId, userId), whichMirrors(which)))
    .orderBy(mirrors.kind, mirrors.createdAt, mirrors.id);
}

/** As if it had never had one: the next sync makes a playlist and fills it. */
export async function forgetPlaylist(
  db: Db,
  { mirrorId, userId }: { mirrorId: string; userId: string },
) {
  await db
    .update(mirrors)
    .set({
      spotifyPlaylistId: null,
      spotifyUrl: null,
      mirroredName: null,
      creationStartedAt: null,
      mirroredVersion: 0,
      handMadeChanges: 0,
      refusedUris: [],
      problem: null,
      status: "pending",
      updatedAt: sql`now()`,
    })
    .where(and(eq(mirrors.id, mirrorId), eq(mirrors.userId, userId)));
}

/** Mirrors whose list holds one of these tracks fall behind, whoever's they are. */
export async function raiseMirrorsOfTracks(
  db: Db,
  { trackIds }: { trackIds: readonly string[] },
): Promise<{ mirrorId: string; userId: string }[]> {
  if (trackIds.length === 0) return [];
  const ids = sql`${sql.param([...trackIds])}::uuid[]`;
  return db
    .update(mirrors)
    .set(raised)
    .where(
      or(
        sql`${mirrors.periodId} in (
          select ct.period_id from curation_tracks ct
          where ct.track_id = any(${ids}) and ct.status = 'UNSORTED')`,
        sql`${mirrors.periodPlaylistId} in (
          select ct.current_silver_playlist_id from curation_tracks ct
          where ct.track_id = any(${ids}))`,
        sql`${mirrors.categoryId} in (
          select g.category_id from golden_tracks g where g.track_id = any(${ids}))`,
      ),
    )
    .returning({ mirrorId: mirrors.id, userId: mirrors.userId });
}

/**
 * Takes up mirrors that are behind and that nobody works on: their event was lost, their wait is
 * over, their account is connected again, or their last failure is a while ago.
 */
export async function claimNeglectedMirrors(
  db: Db,
  { limit }: { limit: number },
): Promise<{ mirrorId: string; userId: string }[]> {
  const rows = await db.execute<{ id: string; user_id: string }>(sql`
    update mirrors set updated_at = now()
    where id in (
      select m.id from mirrors m
      join connections c on c.user_id = m.user_id and c.provider = 'spotify'
      where c.status = 'active'
        and m.desired_version > m.mirrored_version and m.status not in ('removed', 'stopped')
        and m.updated_at < now() - interval '1 minute'
        and (m.waiting_until is null or m.waiting_until < now() - interval '1 minute')
        and (m.status <> 'failed' or c.authorized_at > m.updated_at
          or m.updated_at < now() - interval '15 minutes')
      order by m.updated_at
      limit ${limit}
      for update of m skip locked
    )
    returning id, user_id
  `);
  return rows.map(({ id, user_id }) => ({ mirrorId: id, userId: user_id }));
}
