import "server-only";
import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { mirrors, periodPlaylists } from "@/db/schema";

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
  status: sql`case when ${mirrors.status} in ('syncing', 'waiting')
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
