import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { factRefreshes } from "@/db/schema";
import type { FactMarks } from "@/lib/enrichment/fact-marks";
import { filledFor, listFilled } from "./facts-filled";
import { pinnedBy } from "./facts-pinned";
import { sourcedBy } from "./facts-sources";
import { confirmedSince } from "./library-gone";

/** Longer than any transaction that adds rows: what it adds is looked at again until it must be there. */
export const OVERLAP = sql.raw(`interval '2 minutes'`);

type Own = { userId: string };
export type Refresh = { marks: FactMarks; markedAt: Date; asOf: Date | null };

/** How far a user's facts are gathered; null before the first time. */
export async function findRefresh(db: Db, { userId }: Own): Promise<Refresh | null> {
  const [row] = await db
    .select({
      marks: factRefreshes.marks,
      markedAt: factRefreshes.markedAt,
      asOf: factRefreshes.asOf,
    })
    .from(factRefreshes)
    .where(eq(factRefreshes.userId, userId));
  return row ?? null;
}

/**
 * Where the append-only tables end, but for rows so new that others may still come before them, and
 * which playlists of a user Clouder fills.
 */
export async function readMarks(db: Db, own: Own): Promise<{ marks: FactMarks; now: Date }> {
  const filled = await listFilled(db, own);
  const newest = (table: string, at: string) => sql`(
    select coalesce(max(id), 0)::float8 from ${sql.identifier(table)}
    where ${sql.identifier(at)} < now() - ${OVERLAP}
  )`;
  const [row] = await db.execute<FactMarks & { now: string }>(sql`
    select ${newest("provider_items", "fetched_at")} as items,
      ${newest("user_saved_tracks", "fetched_at")} as saved,
      ${newest("user_playlist_tracks", "fetched_at")} as places,
      ${newest("user_playlists", "fetched_at")} as playlists,
      ${newest("user_recently_played", "fetched_at")} as plays,
      ${newest("decisions", "created_at")} as decisions,
      to_json(now()) #>> '{}' as now
  `);
  if (!row) throw new Error("a select of sums returned no row");
  const { now, ...marks } = row;
  return { marks: { ...marks, filled }, now: new Date(now) };
}

export async function saveMarks(
  db: Db,
  { userId, marks, now }: Own & { marks: FactMarks; now: Date },
): Promise<void> {
  await db
    .insert(factRefreshes)
    .values({ userId, marks, markedAt: now })
    .onConflictDoUpdate({ target: factRefreshes.userId, set: { marks, markedAt: now } });
}

/** Everything was gathered that had changed when the marks were set. */
export async function settleRefresh(db: Db, { userId }: Own): Promise<void> {
  await db
    .update(factRefreshes)
    .set({ asOf: sql`${factRefreshes.markedAt}` })
    .where(eq(factRefreshes.userId, userId));
}

const sinceOf = ({ markedAt }: Pick<Refresh, "markedAt">) =>
  sql`(${markedAt.toISOString()}::timestamptz - ${OVERLAP})`;

/** Tracks of the catalogue that changed after the marks, they or whom they name. */
const corrected = (refresh: Refresh) => sql`
  with corrected as materialized (
    select id, recording_key from tracks where updated_at > ${sinceOf(refresh)}
    union
    select t.id, t.recording_key from releases r
    left join labels l on l.id = r.label_id
    join tracks t on t.release_id = r.id
    where r.updated_at > ${sinceOf(refresh)} or l.updated_at > ${sinceOf(refresh)}
    union
    select t.id, t.recording_key from styles s join tracks t on t.style_id = s.id
    where s.updated_at > ${sinceOf(refresh)}
    union
    select t.id, t.recording_key from artists a
    join track_artists c on c.artist_id = a.id join tracks t on t.id = c.track_id
    where a.updated_at > ${sinceOf(refresh)}
  )`;

/** Playlists that Clouder began to fill after the marks, and those that it gave up. */
function filledAnew(userId: string, { filled = [] }: FactMarks) {
  const before = sql`select unnest(${sql.param(filled)}::text[]) as playlist_id`;
  const now = filledFor(userId);
  return sql`((${now}) except (${before})) union all ((${before}) except (${now}))`;
}

/**
 * Recordings with something new after the marks, from each place that facts come from. It reads
 * `corrected`.
 */
function changedSince(userId: string, { marks, markedAt }: Refresh): SQL[] {
  const user = sql`${userId}::uuid`;
  const since = sinceOf({ markedAt });
  const ofLibrary = (rows: SQL) => sql`
    select l.recording_key from ${rows} h
    join connections c on c.id = h.connection_id and c.user_id = ${user}
    join library_recordings l
      on l.connection_id = h.connection_id and l.external_id = h.external_id`;
  const appended = (table: string, mark: number) =>
    ofLibrary(sql`(select connection_id, external_id from ${sql.identifier(table)}
      where id > ${mark}::bigint)`);
  const own = { user, since };
  const known = (rows: SQL) => sql`
    select f.recording_key from track_facts f join ${rows} where f.user_id = ${user}`;
  return [
    appended("user_saved_tracks", marks.saved),
    appended("user_recently_played", marks.plays),
    ofLibrary(sql`(
      select h.connection_id, h.external_id from user_playlist_tracks n
      join user_playlist_tracks h on h.connection_id = n.connection_id
        and h.playlist_id = n.playlist_id and h.occurrence = n.occurrence
      where n.id > ${marks.places}::bigint
    )`),
    ofLibrary(sql`(
      select h.connection_id, h.external_id from user_playlists p
      join user_playlist_tracks h
        on h.connection_id = p.connection_id and h.playlist_id = p.external_id
      where p.id > ${marks.playlists}::bigint and (p.gone or not exists (
        select from (
          select name, gone from user_playlists b
          where b.connection_id = p.connection_id and b.external_id = p.external_id and b.id < p.id
          order by b.id desc limit 1
        ) b where b.name = p.name and not b.gone
      ))
    )`),
    ofLibrary(sql`(
      select h.connection_id, h.external_id
      from (${filledAnew(userId, marks)}) p
      join connections k on k.user_id = ${user}
      join user_playlist_tracks h
        on h.connection_id = k.id and h.playlist_id = p.playlist_id
    )`),
    sql`select t.recording_key from decisions d
      join curation_tracks ct on ct.id = d.curation_track_id join tracks t on t.id = ct.track_id
      where d.id > ${marks.decisions}::bigint and d.user_id = ${user}`,
    sql`select t.recording_key from curation_periods w
      join curation_tracks ct on ct.period_id = w.id join tracks t on t.id = ct.track_id
      where w.user_id = ${user} and ct.updated_at > ${since}`,
    sql`select t.recording_key from golden_tracks g join tracks t on t.id = g.track_id
      where g.user_id = ${user} and g.added_at > ${since}`,
    sql`select t.recording_key from user_categories k
      join period_playlists p on p.category_id = k.id
      join curation_tracks ct on ct.current_silver_playlist_id = p.id
      join tracks t on t.id = ct.track_id
      where k.user_id = ${user} and k.updated_at > ${since}`,
    sql`select t.recording_key from user_categories k
      join golden_tracks g on g.category_id = k.id join tracks t on t.id = g.track_id
      where k.user_id = ${user} and k.updated_at > ${since}`,
    ofLibrary(confirmedSince("user_saved_tracks", "saved_tracks", own)),
    ofLibrary(confirmedSince("user_playlist_tracks", "playlists", own)),
    ofLibrary(sql`(
      select h.connection_id, h.external_id
      from ${confirmedSince("user_playlists", "playlists", own)} p
      join user_playlist_tracks h
        on h.connection_id = p.connection_id and h.playlist_id = p.external_id
    )`),
    known(sql`corrected t on t.recording_key = f.recording_key`),
    // a corrected ISRC makes another recording of a track: both are looked at
    known(sql`corrected t on t.id = f.track_id and t.recording_key <> f.recording_key`),
    sql`select t.recording_key from corrected t
      join curation_tracks ct on ct.track_id = t.id
      join curation_periods w on w.id = ct.period_id where w.user_id = ${user}`,
    sql`select t.recording_key from corrected t join golden_tracks g on g.track_id = t.id
      where g.user_id = ${user}`,
    sql`select t.recording_key from corrected t join source_tracks h on h.track_id = t.id
      join sources s on s.id = h.source_id and s.edition = h.edition where s.user_id = ${user}`,
    sql`select t.recording_key from (${pinnedBy(userId)}) p
      join corrected t on t.recording_key = p.recording_key`,
    known(sql`(
      select t.recording_key from track_matches m join tracks t on t.id = m.track_id
      where m.updated_at > ${since}
    ) m on m.recording_key = f.recording_key`),
    known(sql`track_enrichments e on e.recording_key = f.recording_key
      and e.stored_at > ${since} and (e.user_id is null or e.user_id = ${user})`),
    sql`select r.recording_key from (${sourcedBy(userId)}) r where r.updated_at > ${since}`,
    sql`select f.recording_key from track_facts f, unnest(f.sources) as held
      where f.user_id = ${user} and not exists (
        select from sources s
        where s.user_id = ${user} and s.id::text = held and s.updated_at <= ${since}
      )`,
  ];
}

/** Every recording that a user has anything to do with, and those of which facts are kept. */
function everything(userId: string): SQL[] {
  const user = sql`${userId}::uuid`;
  return [
    sql`select l.recording_key from library_recordings l
      join connections c on c.id = l.connection_id and c.user_id = ${user}`,
    sql`select t.recording_key from curation_periods w
      join curation_tracks ct on ct.period_id = w.id join tracks t on t.id = ct.track_id
      where w.user_id = ${user}`,
    sql`select t.recording_key from golden_tracks g join tracks t on t.id = g.track_id
      where g.user_id = ${user}`,
    sql`select recording_key from track_tags where user_id = ${user}`,
    sql`select recording_key from track_facts where user_id = ${user}`,
    pinnedBy(userId),
    sql`select r.recording_key from (${sourcedBy(userId)}) r`,
  ];
}

/** Puts the recordings that changed after the marks, or all of them, in line to be gathered. */
export async function markStale(
  db: Db,
  { userId, refresh }: Own & { refresh: Refresh | null },
): Promise<void> {
  const keys = refresh ? changedSince(userId, refresh) : everything(userId);
  await db.execute(sql`
    ${refresh ? corrected(refresh) : sql``}
    insert into stale_facts (user_id, recording_key)
    select ${userId}::uuid, recording_key from (${sql.join(keys, sql` union `)}) changed
    order by recording_key
    on conflict do nothing
  `);
}
