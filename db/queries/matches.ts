import "server-only";
import { and, eq, gte, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { tracks } from "@/db/schema/catalog";
import { trackMatches } from "@/db/schema/matching";
import type { WantedTrack } from "@/lib/matching/compare-tracks";
import type { Verdict } from "@/lib/matching/judge-match";
import { creditedNames } from "./credits";

/** The tracks of a style-week, by their dates at Beatport. */
export type WeekOfTracks = { styleId: string; from: string; to: string };

const ofWeek = ({ styleId, from, to }: WeekOfTracks) =>
  and(eq(tracks.styleId, styleId), gte(tracks.publishDate, from), lte(tracks.publishDate, to));

const onSpotify = eq(trackMatches.provider, "spotify");
const isDue = or(isNull(trackMatches.nextCheckAt), lte(trackMatches.nextCheckAt, sql`now()`));
const isUnclaimed = or(
  isNull(trackMatches.claimedUntil),
  lt(trackMatches.claimedUntil, sql`now()`),
);

/** Gives each track of the week a match to be settled, and opens again what is due for another look. */
export async function openWeekMatches(db: Db, week: WeekOfTracks): Promise<void> {
  await db.execute(sql`
    insert into track_matches (track_id, provider)
    select id, 'spotify' from ${tracks} where ${ofWeek(week)}
    on conflict (track_id, provider) do nothing
  `);
  await db.execute(sql`
    update track_matches m set status = 'pending', claimed_until = null, updated_at = now()
    from ${tracks} where m.track_id = ${tracks.id} and ${ofWeek(week)}
      and m.provider = 'spotify' and m.status in ('not_found', 'unavailable')
      and m.decided_by is null and m.next_check_at <= now()
  `);
}

export type ClaimedMatch = WantedTrack & {
  id: string;
  trackId: string;
  publishDate: string;
  checkedAt: Date | null;
  /** How often it was taken up, this time included. */
  attempts: number;
};

/** Takes pending matches of a week for a few minutes: nobody else gets them meanwhile. */
export async function claimMatches(
  db: Db,
  { limit, minutes, ...week }: WeekOfTracks & { limit: number; minutes: number },
): Promise<ClaimedMatch[]> {
  const rows = await db.execute<Omit<ClaimedMatch, "checkedAt"> & { checkedAt: string | null }>(sql`
    with due as (
      select ${trackMatches.id} from ${trackMatches}
      join ${tracks} on ${tracks.id} = ${trackMatches.trackId}
      where ${ofWeek(week)} and ${onSpotify} and ${trackMatches.status} = 'pending'
        and ${isDue} and ${isUnclaimed}
      order by ${tracks.isrc}, ${tracks.id} limit ${limit}::int
      for update of track_matches skip locked
    ),
    claimed as (
      update track_matches m
      set claimed_until = now() + make_interval(mins => ${minutes}::int),
        attempts = m.attempts + 1, updated_at = now()
      from due where m.id = due.id
      returning m.id, m.track_id, m.checked_at, m.attempts
    )
    select c.id, c.track_id as "trackId", to_json(c.checked_at)#>>'{}' as "checkedAt",
      c.attempts, t.isrc, t.title, t.mix_name as "mixName", t.length_ms as "lengthMs",
      t.publish_date::text as "publishDate",
      ${creditedNames("artist")} as artists, ${creditedNames("remixer")} as remixers
    from claimed c join tracks t on t.id = c.track_id
    order by t.isrc, t.id
  `);
  return rows.map((row) => ({
    ...row,
    checkedAt: row.checkedAt === null ? null : new Date(row.checkedAt),
  }));
}

export type SettledMatch = Pick<Verdict, "status" | "method" | "confidence" | "evidence"> & {
  id: string;
  externalId: string | null;
  externalUri: string | null;
  externalUrl: string | null;
  nextCheckAt: Date | null;
};

/** Writes verdicts, unless a person decided meanwhile; answers the tracks they were written for. */
export async function saveVerdicts(db: Db, verdicts: SettledMatch[]): Promise<string[]> {
  const rows = await db.execute<{ trackId: string }>(sql`
    update track_matches m
    set status = r.status, method = r.method, confidence = r.confidence, evidence = r.evidence,
      external_id = r."externalId", external_uri = r."externalUri",
      external_url = r."externalUrl", next_check_at = r."nextCheckAt",
      claimed_until = null, checked_at = now(), updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(verdicts)}::jsonb) as r(
      id uuid, status match_status, method match_method, confidence real, evidence jsonb,
      "externalId" text, "externalUri" text, "externalUrl" text, "nextCheckAt" timestamptz
    )
    where m.id = r.id and m.status = 'pending'
    returning m.track_id as "trackId"
  `);
  return rows.map(({ trackId }) => trackId);
}

/** Gives matches back unsettled, as if they had not been taken up: they stay pending. */
export async function releaseMatches(db: Db, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.execute(sql`
    update track_matches
    set claimed_until = null, attempts = greatest(attempts - 1, 0), updated_at = now()
    where status = 'pending'
      and id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)
  `);
}

/** Gives matches back that could not be asked for; each is due again at its time. */
export async function postponeMatches(db: Db, rows: { id: string; dueAt: Date }[]): Promise<void> {
  if (rows.length === 0) return;
  await db.execute(sql`
    update track_matches m
    set claimed_until = null, next_check_at = r."dueAt", updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "dueAt" timestamptz)
    where m.id = r.id and m.status = 'pending'
  `);
}

/** Puts off what is pending in a week, after a run gave up. */
export async function putOffWeekMatches(
  db: Db,
  { minutes, ...week }: WeekOfTracks & { minutes: number },
): Promise<void> {
  await db.execute(sql`
    update track_matches m
    set claimed_until = null, next_check_at = now() + make_interval(mins => ${minutes}::int),
      updated_at = now()
    from ${tracks} where m.track_id = ${tracks.id} and ${ofWeek(week)}
      and m.provider = 'spotify' and m.status = 'pending'
  `);
}

/** What a run of the week has claimed is free again. */
export async function releaseWeekMatches(db: Db, week: WeekOfTracks): Promise<void> {
  await db.execute(sql`
    update track_matches m set claimed_until = null, updated_at = now()
    from ${tracks} where m.track_id = ${tracks.id} and ${ofWeek(week)}
      and m.provider = 'spotify' and m.status = 'pending' and m.claimed_until is not null
  `);
}

/** Whatever is pending in the week may be asked for at once. */
export async function makeWeekMatchesDue(db: Db, week: WeekOfTracks): Promise<void> {
  await db.execute(sql`
    update track_matches m set next_check_at = null, updated_at = now()
    from ${tracks} where m.track_id = ${tracks.id} and ${ofWeek(week)}
      and m.provider = 'spotify' and m.status = 'pending' and m.next_check_at is not null
  `);
}

type MatchCounts = {
  found: number;
  review: number;
  missing: number;
  pending: number;
  /** Of the pending ones, those that can be claimed now. */
  due: number;
  /** When the next claimed one comes free, should its owner be gone. */
  nextFreeAt: string | null;
};

export async function countWeekMatches(db: Db, week: WeekOfTracks): Promise<MatchCounts> {
  const pending = sql`${trackMatches.status} = 'pending'`;
  const [row] = await db
    .select({
      found: sql<number>`(count(*) filter (where ${trackMatches.status} = 'found'))::int`,
      review: sql<number>`(count(*) filter (where ${trackMatches.status} = 'review'))::int`,
      missing: sql<number>`(count(*) filter (
        where ${trackMatches.status} in ('not_found', 'unavailable', 'rejected')))::int`,
      pending: sql<number>`(count(*) filter (where ${pending}))::int`,
      due: sql<number>`(count(*) filter (where ${pending} and ${isDue} and ${isUnclaimed}))::int`,
      nextFreeAt: sql<string | null>`to_json(min(${trackMatches.claimedUntil}) filter (
        where ${pending} and ${isDue} and not ${isUnclaimed}))#>>'{}'`,
    })
    .from(trackMatches)
    .innerJoin(tracks, eq(tracks.id, trackMatches.trackId))
    .where(and(ofWeek(week), onSpotify));
  if (!row) throw new Error("An aggregate returned no row.");
  return row;
}

/**
 * Collections whose tracks are due on Spotify, and recent ones with tracks that were never looked
 * for, unless a run is at it or a person stopped it.
 */
export async function listWeeksToMatch(
  db: Db,
  { idleMinutes, recentDays }: { idleMinutes: number; recentDays: number },
): Promise<string[]> {
  const weekOf = sql`t.publish_date between
    to_date(c.year || '-' || c.week, 'IYYY-IW') and to_date(c.year || '-' || c.week, 'IYYY-IW') + 6`;
  const rows = await db.execute<{ id: string }>(sql`
    with due as (
      select track_id from track_matches
      where provider = 'spotify' and decided_by is null
        and (claimed_until is null or claimed_until < now())
        and (
          (status in ('pending', 'not_found', 'unavailable') and next_check_at <= now())
          or (status = 'pending' and next_check_at is null)
        )
    ),
    wanting as (
      select c.id from due
      join tracks t on t.id = due.track_id
      join collections c on c.style_id = t.style_id and ${weekOf}
      where c.status in ('complete', 'partial')
      union
      select c.id from collections c
      where c.status in ('complete', 'partial')
        and c.finished_at > now() - make_interval(days => ${recentDays}::int)
        and exists (
          select 1 from tracks t
          left join track_matches m on m.track_id = t.id and m.provider = 'spotify'
          where t.style_id = c.style_id and ${weekOf} and m.id is null
        )
    )
    select w.id from wanting w
    where not exists (
      select 1 from jobs j
      where j.kind = 'matching' and j.subject_id = w.id
        and j.status in ('queued', 'running', 'waiting')
        and greatest(j.updated_at, j.waiting_until)
          > now() - make_interval(mins => ${idleMinutes}::int)
    ) and coalesce((
      select j.status from jobs j where j.kind = 'matching' and j.subject_id = w.id
      order by j.created_at desc, j.id desc limit 1
    ), 'done') <> 'cancelled'
    order by w.id
  `);
  return rows.map(({ id }) => id);
}
