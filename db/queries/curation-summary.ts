import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { Lane } from "@/lib/curation/lane";

type Owned = { periodId: string; userId: string };

/** How a period's tracks ended, per lane and category; Bronze has no category. */
export async function countPlaces(db: Db, { periodId, userId }: Owned) {
  const rows = await db.execute<{
    lane: Lane;
    category_id: string | null;
    name: string | null;
    color: number | null;
    is_trash: boolean | null;
    tracks: number;
    promoted: number;
  }>(sql`
    select ct.lane, c.id as category_id, c.name, c.color, c.is_trash,
      count(*)::int as tracks, count(ct.promoted_at)::int as promoted
    from curation_tracks ct
    join curation_periods p on p.id = ct.period_id and p.user_id = ${userId}
    left join period_playlists pp on pp.id = ct.current_silver_playlist_id
    left join user_categories c on c.id = pp.category_id
    where ct.period_id = ${periodId}
    group by ct.lane, c.id
    order by c.is_trash, c.position, c.id
  `);
  return rows.map((row) => ({
    lane: row.lane,
    category:
      row.category_id === null
        ? null
        : {
            id: row.category_id,
            name: row.name ?? "",
            color: row.color ?? 0,
            isTrash: row.is_trash ?? false,
          },
    tracks: row.tracks,
    promoted: row.promoted,
  }));
}

/** Every press of a period, oldest first; an undo is one too. */
export async function listPresses(db: Db, { periodId, userId }: Owned) {
  const rows = await db.execute<{ at: string; undo: boolean }>(sql`
    select min(created_at) as at, bool_and(kind = 'undone') as undo
    from decisions
    where period_id = ${periodId} and user_id = ${userId}
    group by idempotency_key
    order by min(id)
  `);
  return rows.map(({ at, undo }) => ({ at: new Date(at), undo }));
}
