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

/** The mirrors of a week, Bronze first, or of the Golden lists named. */
export async function listMirrorRows(
  db: Db,
  args: { userId: string } & ({ periodId: string } | { categoryIds: readonly string[] }),
) {
  const listCategory = sql<
    string | null
  >`coalesce(${mirrors.categoryId}, ${periodPlaylists.categoryId})`;
  const wanted =
    "periodId" in args
      ? or(eq(mirrors.periodId, args.periodId), eq(periodPlaylists.periodId, args.periodId))
      : inArray(mirrors.categoryId, [...args.categoryIds]);
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
    })
    .from(mirrors)
    .leftJoin(periodPlaylists, eq(periodPlaylists.id, mirrors.periodPlaylistId))
    .where(and(eq(mirrors.userId, args.userId), wanted))
    .orderBy(mirrors.kind, mirrors.createdAt, mirrors.id);
}
