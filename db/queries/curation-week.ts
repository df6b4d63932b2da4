import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { Sighting } from "@/lib/curation/classify-track";
import type { Lane } from "@/lib/curation/lane";
import type { CurationStatus } from "@/lib/curation/status";
import { datesOf } from "@/lib/curation/week";
import type { MatchStatus } from "@/lib/matching/status";

type OfPeriod = { id: string; userId: string; styleId: string; year: number; week: number };

export type WeekTrack = {
  trackId: string;
  recordingKey: string;
  publishDate: string;
  originalDate: string | null;
  encodedAt: Date | null;
  preOrder: boolean;
  match: MatchStatus;
  release: { name: string; leadArtists: number; tracks: number };
  /** Null while it is not on the board yet. */
  placed: {
    id: string;
    status: CurationStatus;
    lane: Lane;
    laneReason: string | null;
    position: number;
  } | null;
};

/** The catalogue's tracks of a period's week with what its lanes depend on, in board order. */
export async function listWeekTracks(db: Db, period: OfPeriod): Promise<WeekTrack[]> {
  const { from, to } = datesOf(period);
  const rows = await db.execute<{
    track_id: string;
    recording_key: string;
    publish_date: string;
    original_date: string | null;
    encoded_at: string | null;
    pre_order: boolean;
    match: MatchStatus | null;
    release_name: string;
    release_tracks: number;
    lead_artists: number;
    id: string | null;
    status: CurationStatus;
    lane: Lane;
    lane_reason: string | null;
    position: number;
  }>(sql`
    with week as (
      select id from tracks
      where style_id = ${period.styleId} and publish_date between ${from} and ${to}
      union
      select track_id from curation_tracks where period_id = ${period.id}
    ),
    pressing as (
      select t.release_id, count(*)::int as tracks,
        count(distinct (
          select ta.artist_id from track_artists ta
          where ta.track_id = t.id and ta.role = 'artist'
          order by ta.position limit 1
        ))::int as lead_artists
      from tracks t
      where t.release_id in (select release_id from tracks join week using (id))
      group by t.release_id
    )
    select t.id as track_id, t.recording_key, t.publish_date, t.original_date, t.encoded_at,
      t.pre_order, m.status as match, r.name as release_name, pressing.tracks as release_tracks,
      pressing.lead_artists, ct.id, ct.status, ct.lane, ct.lane_reason, ct.position
    from week
    join tracks t on t.id = week.id
    join releases r on r.id = t.release_id
    join pressing on pressing.release_id = t.release_id
    left join track_matches m on m.track_id = t.id and m.provider = 'spotify'
    left join curation_tracks ct on ct.period_id = ${period.id} and ct.track_id = t.id
    order by ct.position nulls last, t.publish_date desc, lower(r.name), r.id, t.beatport_id
  `);
  return rows.map((row) => ({
    trackId: row.track_id,
    recordingKey: row.recording_key,
    publishDate: row.publish_date,
    originalDate: row.original_date,
    encodedAt: row.encoded_at === null ? null : new Date(row.encoded_at),
    preOrder: row.pre_order,
    match: row.match ?? "pending",
    release: {
      name: row.release_name,
      leadArtists: row.lead_artists,
      tracks: row.release_tracks,
    },
    placed:
      row.id === null
        ? null
        : {
            id: row.id,
            status: row.status,
            lane: row.lane,
            laneReason: row.lane_reason,
            position: row.position,
          },
  }));
}

/**
 * Where the DJ met these recordings outside this period, the most telling meeting of each: Gold
 * before kept, trashed and still waiting. A later week counts once the track was sorted there.
 */
export async function listSightings(
  db: Db,
  period: OfPeriod,
  recordingKeys: readonly string[],
): Promise<Map<string, Sighting>> {
  const rows = await db.execute<{
    recording_key: string;
    kind: Sighting["kind"];
    year: number | null;
    week: number | null;
    category: string | null;
    style: string | null;
  }>(sql`
    with meeting as (
      select ct.track_id, p.style_id, p.year, p.week, c.name as category,
        case when c.id is null then 'waiting' when c.is_trash then 'trashed' else 'kept' end as kind
      from curation_periods p
      join curation_tracks ct on ct.period_id = p.id
      left join period_playlists pp on pp.id = ct.current_silver_playlist_id
      left join user_categories c on c.id = pp.category_id
      where p.user_id = ${period.userId} and p.id <> ${period.id}
        and (ct.status = 'SORTED' or (p.year, p.week) < (${period.year}, ${period.week}))
      union all
      select g.track_id, c.style_id, p.year, p.week, c.name, 'golden'
      from golden_tracks g
      join user_categories c on c.id = g.category_id
      left join curation_periods p on p.id = g.period_id
      where g.user_id = ${period.userId} and g.period_id is distinct from ${period.id}
    )
    select distinct on (t.recording_key) t.recording_key, meeting.kind, meeting.year, meeting.week,
      meeting.category, case when meeting.style_id <> ${period.styleId} then s.name end as style
    from meeting
    join tracks t on t.id = meeting.track_id
    join styles s on s.id = meeting.style_id
    where t.recording_key = any(${sql.param([...recordingKeys])}::text[])
    order by t.recording_key,
      array_position(array['golden', 'kept', 'trashed', 'waiting'], meeting.kind),
      meeting.year desc, meeting.week desc
  `);
  return new Map(
    rows.map(({ recording_key, kind, year, week, category, style }) => [
      recording_key,
      { kind, week: year !== null && week !== null ? { year, week } : null, category, style },
    ]),
  );
}

export async function insertCurationTracks(
  db: Db,
  {
    periodId,
    rows,
  }: {
    periodId: string;
    rows: { trackId: string; lane: Lane; laneReason: string | null; position: number }[];
  },
) {
  if (rows.length === 0) return;
  await db.execute(sql`
    insert into curation_tracks (period_id, track_id, lane, lane_reason, position)
    select ${periodId}, row."trackId", row.lane, row."laneReason", row.position
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row("trackId" uuid, lane lane, "laneReason" text, position int)
    on conflict do nothing
  `);
}

/** Only Bronze tracks change lanes. */
export async function relaneTracks(
  db: Db,
  {
    periodId,
    rows,
  }: { periodId: string; rows: { id: string; lane: Lane; laneReason: string | null }[] },
) {
  if (rows.length === 0) return;
  await db.execute(sql`
    update curation_tracks ct
    set lane = row.lane, lane_reason = row."laneReason", updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row(id uuid, lane lane, "laneReason" text)
    where ct.id = row.id and ct.period_id = ${periodId} and ct.status = 'UNSORTED'
  `);
}
