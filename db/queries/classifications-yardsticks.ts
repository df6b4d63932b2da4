import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { GoldenExample } from "@/lib/enrichment/category-profile";
import type { TempoRange } from "@/lib/enrichment/tempo-range";

/** With fewer tracks nobody can say what tempo is usual. */
const FEWEST_TRACKS = 20;

/** The usual tempos of each style, in the whole catalogue. */
export async function listTempoRanges(db: Db): Promise<(TempoRange & { style: string })[]> {
  const rows = await db.execute<TempoRange & { style: string }>(sql`
    select s.name as style, percentile_cont(0.25) within group (order by t.bpm) as low,
      percentile_cont(0.75) within group (order by t.bpm) as high
    from tracks t join styles s on s.id = t.style_id
    where t.bpm is not null
    group by s.id having count(*) >= ${FEWEST_TRACKS}::int
  `);
  return [...rows];
}

/** A user's Golden tracks that have a tempo. */
export async function listGoldenExamples(
  db: Db,
  { userId }: { userId: string },
): Promise<GoldenExample[]> {
  const rows = await db.execute<GoldenExample>(sql`
    select k.name as category, s.name as style, t.bpm, t.camelot_key as key, l.name as label
    from golden_tracks g
    join user_categories k on k.id = g.category_id
    join styles s on s.id = k.style_id
    join tracks t on t.id = g.track_id
    join releases r on r.id = t.release_id
    left join labels l on l.id = r.label_id
    where g.user_id = ${userId}::uuid and t.bpm is not null
    order by s.name, k.name, g.id
  `);
  return [...rows];
}
