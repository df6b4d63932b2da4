import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";

/** A recording that goes by another key by now. */
export type Rekeyed = { was: string; now: string };

/** Whether a user has a recording in a library, their curation or what they gather from the catalogue. */
const has = ({ userId, key }: { userId: SQL; key: SQL }) => sql`(
  exists (
    select from connections n
    join library_recordings l on l.connection_id = n.id and l.recording_key = ${key}
    where n.user_id = ${userId}
  )
  or exists (
    select from source_tracks h join sources s on s.id = h.source_id and s.edition = h.edition
    where h.recording_key = ${key} and h.connection_id is not null and s.user_id = ${userId}
      and not exists (
        select from library_recordings l
        where l.connection_id = h.connection_id and l.external_id = h.external_id
      )
  )
  or exists (
    select from tracks t where t.recording_key = ${key} and (
      exists (
        select from curation_tracks ct join curation_periods w on w.id = ct.period_id
        where ct.track_id = t.id and w.user_id = ${userId}
      )
      or exists (
        select from golden_tracks g where g.track_id = t.id and g.user_id = ${userId}
      )
      or exists (
        select from source_tracks h join sources s on s.id = h.source_id and s.edition = h.edition
        where h.track_id = t.id and h.connection_id is null and s.user_id = ${userId}
      )
    )
  )
)`;

/**
 * What people said of recordings is said of them under their new keys too, except where they said
 * something of those already; it goes from an old key as soon as its user has nothing else there.
 * The facts of both are to be gathered again. Call it in the transaction that changed the keys; without
 * a user it is everybody's.
 */
export async function followKeys(
  db: Db,
  { userId = null, rekeyed }: { userId?: string | null; rekeyed: readonly Rekeyed[] },
): Promise<void> {
  if (rekeyed.length === 0) return;
  const kindOf = (label: SQL) => sql`split_part(${label}, ':', 1)`;
  // of several that become one the latest word counts, and one energy or mood
  const choice = sql`case when t.holds and ${kindOf(sql`t.label`)} <> 'fits'
    then ${kindOf(sql`t.label`)} else t.label end`;
  const besideOf = (table: SQL) => sql`
    from goes c join ${table} t on t.user_id = c.user_id and t.recording_key = c.was`;
  const leftBehind = (table: SQL) => sql`
    delete from ${table} t using goes c
    where t.user_id = c.user_id and t.recording_key = c.was and not c.stays`;
  await db.execute(sql`
    with moved as (
      select distinct was, now from jsonb_to_recordset(${JSON.stringify(rekeyed)}::jsonb)
        as r(was text, now text)
    ),
    concerned as materialized (
      select * from (
        select u.id as user_id, m.was, m.now,
          exists (
            select from track_tags t where t.user_id = u.id and t.recording_key = m.was
          )
          or exists (
            select from track_classifications l
            where l.user_id = u.id and l.recording_key = m.was and l.origin = 'manual'
          )
          or exists (
            select from rule_sets r join rule_overrides o on o.rule_set_id = r.id
            where r.user_id = u.id and o.recording_key = m.was
          ) as said,
          exists (
            select from track_facts f where f.user_id = u.id and f.recording_key = m.was
          ) as known
        from moved m
        join users u on ${userId === null ? sql`true` : sql`u.id = ${userId}::uuid`}
      ) c where said or known
    ),
    goes as materialized (
      select * from (
        select c.*, ${has({ userId: sql`c.user_id`, key: sql`c.was` })} as stays,
          ${has({ userId: sql`c.user_id`, key: sql`c.now` })} as comes
        from concerned c where said
      ) c
      where comes or not (stays or exists (select from tracks t where t.recording_key = c.was))
    ),
    tagged as (
      insert into track_tags (user_id, recording_key, folded, tag, created_at)
      select t.user_id, c.now, t.folded, t.tag, t.created_at ${besideOf(sql`track_tags`)}
      on conflict do nothing
    ),
    labelled as (
      insert into track_classifications (user_id, recording_key, label, origin, holds, at)
      select distinct on (t.user_id, c.now, ${choice})
        t.user_id, c.now, t.label, t.origin, t.holds, t.at
      ${besideOf(sql`track_classifications`)}
      where t.origin = 'manual' and not exists (
        select from track_classifications o
        where o.user_id = c.user_id and o.recording_key = c.now and o.origin = 'manual'
          and o.holds and t.holds and ${kindOf(sql`o.label`)} = ${kindOf(sql`t.label`)}
          and ${kindOf(sql`t.label`)} <> 'fits'
      )
      order by t.user_id, c.now, ${choice}, t.at desc
      on conflict do nothing
    ),
    ruled as (
      insert into rule_overrides (rule_set_id, user_id, recording_key, kind, position, created_at)
      select distinct on (t.rule_set_id, c.now)
        t.rule_set_id, t.user_id, c.now, t.kind, t.position, t.created_at
      ${besideOf(sql`rule_overrides`)}
      order by t.rule_set_id, c.now, t.created_at desc
      on conflict do nothing
    ),
    untagged as (${leftBehind(sql`track_tags`)}),
    unlabelled as (${leftBehind(sql`track_classifications`)} and t.origin = 'manual'),
    unruled as (${leftBehind(sql`rule_overrides`)})
    insert into stale_facts (user_id, recording_key)
    select distinct user_id, unnest(array[was, now]) from concerned order by 1, 2
    on conflict do nothing
  `);
}
