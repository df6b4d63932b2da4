import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { goldenTracks, tracks } from "@/db/schema";

type OfPeriod = { periodId: string; userId: string };
export type GoldenPlace = { categoryId: string; trackId: string };

/** Takes out tracks that this period promoted. */
export async function deleteGolden(
  db: Db,
  { periodId, userId, places }: OfPeriod & { places: readonly GoldenPlace[] },
) {
  if (places.length === 0) return;
  const rows = JSON.stringify(places);
  await db.execute(sql`
    delete from golden_tracks g
    using jsonb_to_recordset(${rows}::jsonb) as place("categoryId" uuid, "trackId" uuid)
    where g.user_id = ${userId} and g.period_id = ${periodId}
      and g.category_id = place."categoryId" and g.track_id = place."trackId"
  `);
}

/** A recording stands once in a category's Golden list: the second one is passed over. */
export async function insertGolden(
  db: Db,
  {
    periodId,
    userId,
    places,
  }: OfPeriod & { places: readonly (GoldenPlace & { position: string; addedAt: string })[] },
) {
  if (places.length === 0) return;
  const rows = JSON.stringify(places);
  await db.execute(sql`
    insert into golden_tracks (user_id, category_id, track_id, period_id, position, added_at)
    select ${userId}, c.id, t.id, ${periodId}, place.position, place."addedAt"
    from jsonb_to_recordset(${rows}::jsonb)
      as place("categoryId" uuid, "trackId" uuid, position text, "addedAt" timestamptz)
    join user_categories c on c.id = place."categoryId" and c.user_id = ${userId}
    join tracks t on t.id = place."trackId"
    where not exists (
      select from golden_tracks g
      join tracks held on held.id = g.track_id
      where g.category_id = c.id and held.recording_key = t.recording_key
    )
    on conflict do nothing
  `);
}

/** Which of the recordings each category's Golden list holds already. */
export async function listGoldenRecordings(
  db: Db,
  args: { userId: string; categoryIds: readonly string[]; recordingKeys: readonly string[] },
) {
  if (args.categoryIds.length === 0 || args.recordingKeys.length === 0) return [];
  return db
    .select({ categoryId: goldenTracks.categoryId, recordingKey: tracks.recordingKey })
    .from(goldenTracks)
    .innerJoin(tracks, eq(tracks.id, goldenTracks.trackId))
    .where(
      and(
        eq(goldenTracks.userId, args.userId),
        inArray(goldenTracks.categoryId, [...args.categoryIds]),
        inArray(tracks.recordingKey, [...args.recordingKeys]),
      ),
    );
}

/** The newest place of each Golden list; empty lists are left out. */
export async function listLastGoldenPositions(
  db: Db,
  { userId, categoryIds }: { userId: string; categoryIds: readonly string[] },
) {
  if (categoryIds.length === 0) return [];
  return db
    .select({
      categoryId: goldenTracks.categoryId,
      position: sql<string>`max(${goldenTracks.position})`,
    })
    .from(goldenTracks)
    .where(and(eq(goldenTracks.userId, userId), inArray(goldenTracks.categoryId, [...categoryIds])))
    .groupBy(goldenTracks.categoryId);
}
