import "server-only";
import { and, eq, inArray, notExists, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { curationPeriods, curationTracks, periodPlaylists, userCategories } from "@/db/schema";
import type { Standing } from "@/lib/curation/placement";

type Owned = { periodId: string; userId: string };

export type StandingRow = {
  id: string;
  trackId: string;
  recordingKey: string;
  standing: Standing;
};

/** Where the given curation tracks of a period stand now; unknown ids are left out. */
export async function listStandings(
  db: Db,
  { periodId, userId, ids }: Owned & { ids: readonly string[] },
): Promise<StandingRow[]> {
  const rows = await db.execute<{ track_id: string; recording_key: string } & PlaceRow>(sql`
    select ct.id, ct.track_id, t.recording_key, pp.category_id, ct.silver_position,
      g.position as golden_position, g.added_at as golden_added_at
    from curation_tracks ct
    join curation_periods p on p.id = ct.period_id and p.user_id = ${userId}
    join tracks t on t.id = ct.track_id
    left join period_playlists pp on pp.id = ct.current_silver_playlist_id
    left join golden_tracks g on g.category_id = pp.category_id
      and g.track_id = ct.track_id and g.period_id = ct.period_id
    where ct.period_id = ${periodId} and ct.id = any(${sql.param([...ids])}::uuid[])
  `);
  return rows.map((row) => ({
    id: row.id,
    trackId: row.track_id,
    recordingKey: row.recording_key,
    standing: standingOf(row),
  }));
}

type PlaceRow = {
  id: string;
  category_id: string | null;
  silver_position: string | null;
  golden_position: string | null;
  golden_added_at: string | null;
};

const standingOf = (row: PlaceRow): Standing => ({
  categoryId: row.category_id,
  silverPosition: row.silver_position,
  golden:
    row.golden_position === null || row.golden_added_at === null
      ? null
      : { position: row.golden_position, addedAt: row.golden_added_at },
});

/**
 * Writes where tracks stand, and answers where they stand by then: a Golden place that another
 * pressing of the recording holds is not theirs. Their Silver lists and Golden rows exist already.
 */
export async function placeTracks(
  db: Db,
  {
    periodId,
    userId,
    places,
  }: Owned & { places: { id: string; trackId: string; standing: Standing }[] },
): Promise<{ id: string; standing: Standing }[]> {
  const rows = places.map(({ id, trackId, standing }) => ({
    id,
    track_id: trackId,
    category_id: standing.categoryId,
    silver_position: standing.silverPosition,
  }));
  const placed = await db.execute<PlaceRow>(sql`
    update curation_tracks ct set
      current_silver_playlist_id = pp.id,
      silver_position = place.silver_position,
      status = case when pp.id is null then 'UNSORTED' else 'SORTED' end::curation_status,
      sorted_at = case
        when pp.id is null then null
        when pp.id is distinct from ct.current_silver_playlist_id then now()
        else ct.sorted_at
      end,
      promoted_at = g.added_at,
      updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as place(id uuid, track_id uuid, category_id uuid, silver_position text)
    join curation_periods p on p.id = ${periodId} and p.user_id = ${userId}
    left join period_playlists pp on pp.period_id = p.id and pp.category_id = place.category_id
    left join golden_tracks g on g.category_id = place.category_id
      and g.track_id = place.track_id and g.period_id = p.id
    where ct.id = place.id and ct.period_id = p.id
    returning ct.id, pp.category_id, ct.silver_position, g.position as golden_position,
      g.added_at as golden_added_at
  `);
  return placed.map((row) => ({ id: row.id, standing: standingOf(row) }));
}

/** A category to sort into, with the newest place in its Silver list; null when it is empty. */
export async function findDestination(
  db: Db,
  { periodId, userId, categoryId }: Owned & { categoryId: string },
) {
  const [row] = await db.execute<{
    id: string;
    style_id: string;
    name: string;
    is_trash: boolean;
    archived: boolean;
    last_position: string | null;
  }>(sql`
    select c.id, c.style_id, c.name, c.is_trash, c.archived_at is not null as archived, (
      select max(ct.silver_position) from period_playlists pp
      join curation_tracks ct on ct.current_silver_playlist_id = pp.id
      where pp.period_id = ${periodId} and pp.category_id = c.id
    ) as last_position
    from user_categories c
    where c.id = ${categoryId} and c.user_id = ${userId}
  `);
  if (!row) return null;
  const { id, style_id, name, is_trash, archived, last_position } = row;
  const place = { styleId: style_id, isTrash: is_trash, lastPosition: last_position };
  return { id, name, archived, ...place };
}

/** A category's Silver list in its order. */
export async function listSilver(
  db: Db,
  { periodId, userId, categoryId }: Owned & { categoryId: string },
) {
  return db
    .select({ id: curationTracks.id, position: sql<string>`${curationTracks.silverPosition}` })
    .from(curationTracks)
    .innerJoin(periodPlaylists, eq(periodPlaylists.id, curationTracks.currentSilverPlaylistId))
    .innerJoin(curationPeriods, eq(curationPeriods.id, periodPlaylists.periodId))
    .where(
      and(
        eq(curationPeriods.id, periodId),
        eq(curationPeriods.userId, userId),
        eq(periodPlaylists.categoryId, categoryId),
      ),
    )
    .orderBy(curationTracks.silverPosition, curationTracks.id);
}

/** Categories among the given ones that have no Silver list in the period yet. */
export async function listCategoriesWithoutSilver(
  db: Db,
  { periodId, userId, categoryIds }: Owned & { categoryIds: readonly string[] },
) {
  return db
    .select({
      id: userCategories.id,
      name: userCategories.name,
      isTrash: userCategories.isTrash,
    })
    .from(userCategories)
    .where(
      and(
        inArray(userCategories.id, [...categoryIds]),
        eq(userCategories.userId, userId),
        notExists(
          db
            .select({ one: sql`1` })
            .from(periodPlaylists)
            .where(
              and(
                eq(periodPlaylists.periodId, periodId),
                eq(periodPlaylists.categoryId, userCategories.id),
              ),
            ),
        ),
      ),
    );
}

export async function insertSilverLists(
  db: Db,
  { periodId, categoryIds }: { periodId: string; categoryIds: readonly string[] },
) {
  return db
    .insert(periodPlaylists)
    .values(categoryIds.map((categoryId) => ({ periodId, categoryId })))
    .onConflictDoNothing()
    .returning({ id: periodPlaylists.id, categoryId: periodPlaylists.categoryId });
}
