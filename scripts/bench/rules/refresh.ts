import { drizzle } from "drizzle-orm/postgres-js";
import { sqlClient } from "@/db/client";
import { addToSums } from "@/db/queries/plays-sums";
import * as schema from "@/db/schema";
import { createUser } from "@/db/testing/factories";
import { forgetMarks } from "@/db/testing/forget-marks";
import { beginRefresh, finishRefresh, goOnRefreshing } from "@/lib/enrichment/refresh-facts";
import { report } from "../report";

const TRACKS = 10_000;
const CHANGED = 10;
const READINGS = 5;

let statements = 0;
const logQuery = () => {
  statements += 1;
};
const db = drizzle({ client: sqlClient, schema, casing: "snake_case", logger: { logQuery } });

const { id: userId } = await createUser(db);
const [connection] = await db.execute<{ id: string }>(
  `insert into connections (user_id, provider, account_id)
   values ('${userId}', 'spotify', 'mira') returning id`,
);
const connectionId = connection?.id ?? "";

// half of the tracks are in the catalogue and matched; a quarter is saved, a third played, all listed
await db.execute(`
  insert into styles (beatport_id, name, slug) values (1, 'Techno', 'techno')
`);
await db.execute(`
  insert into labels (beatport_id, name, slug)
  select n, 'Label ' || n, 'l' || n from generate_series(1, 400) as n
`);
await db.execute(`
  insert into artists (beatport_id, name, slug)
  select n, 'Artist ' || n, 'a' || n from generate_series(1, 2000) as n
`);
await db.execute(`
  insert into releases (beatport_id, name, slug, label_id)
  select n, 'Release ' || n, 'r' || n, (select id from labels where beatport_id = 1 + n % 400)
  from generate_series(1, ${TRACKS / 2}) as n
`);
await db.execute(`
  insert into tracks (beatport_id, style_id, release_id, title, mix_name, slug, isrc, bpm,
    camelot_key, length_ms, publish_date, recording_key)
  select r.beatport_id, s.id, r.id, 'Track ' || r.beatport_id, 'Original Mix', 't', isrc,
    125 + r.beatport_id % 20, 1 + r.beatport_id % 12 || 'A', 360000, '2026-11-13', 'isrc:' || isrc
  from releases r cross join styles s,
    lateral (select 'DEBNC' || lpad(r.beatport_id::text, 7, '0') as isrc) named
`);
await db.execute(`
  insert into track_artists (track_id, artist_id, role, position)
  select t.id, a.id, 'artist', 0 from tracks t
  join artists a on a.beatport_id = 1 + t.beatport_id % 2000
`);
await db.execute(`
  insert into track_matches (track_id, provider, status, method, external_id, external_uri)
  select id, 'spotify', 'found', 'isrc', 'track' || beatport_id, 'spotify:track:track' || beatport_id
  from tracks
`);
await db.execute(`
  insert into provider_items (connection_id, provider, kind, external_id, fact_hash, name, artists,
    duration_ms, isrc, explicit, released_on, raw, fetched_at)
  select '${connectionId}', 'spotify', 'track', 'track' || n, 'h', 'Track ' || n,
    jsonb_build_array(jsonb_build_object('id', null, 'name', 'Artist ' || n % 2000)), 360000,
    case when n % 20 > 0 then 'DEBNC' || lpad(n::text, 7, '0') end, false, '2026-11-13', '{}',
    now() - interval '1 day'
  from generate_series(1, ${TRACKS}) as n
`);
await db.execute(`
  insert into user_saved_tracks (connection_id, provider, external_id, item_id, added_at, fetched_at)
  select connection_id, provider, external_id, id, fetched_at, fetched_at from provider_items
  where id % 4 = 0
`);
await db.execute(`
  insert into user_playlists (connection_id, provider, external_id, name, is_owned,
    is_collaborative, items_readable, position, fetched_at)
  select '${connectionId}', 'spotify', 'list' || n, 'List ' || n, true, false, true, 'a' || n,
    now() - interval '1 day' from generate_series(0, 99) as n
`);
await db.execute(`
  insert into user_playlist_tracks (connection_id, provider, external_id, item_id, playlist_id,
    occurrence, position, fetched_at)
  select connection_id, provider, external_id, id, 'list' || (id * 7 + copy) % 100,
    gen_random_uuid(), 'a0', fetched_at from provider_items, generate_series(0, 1) as copy
`);
await db.execute(`
  insert into user_recently_played (connection_id, provider, source, played_at, external_id,
    track_name, artist_name, ms_played, fetched_at)
  select connection_id, provider, 'export', now() - make_interval(mins => (id * 10 + n)::int),
    external_id, name, 'Artist', 200000, fetched_at
  from provider_items, generate_series(1, 6) as n where id % 3 = 0
`);
await addToSums(db, { connectionId });
await db.execute(`
  insert into user_categories (user_id, style_id, name, color)
  select '${userId}', id, 'Peak Time', 1 from styles
`);
await db.execute(`
  insert into golden_tracks (user_id, category_id, track_id, position, added_at)
  select '${userId}', c.id, t.id, 'a' || t.beatport_id, now() - interval '1 day'
  from user_categories c, tracks t where t.beatport_id % 10 = 0
`);
for (const table of [
  "styles",
  "labels",
  "artists",
  "releases",
  "tracks",
  "track_matches",
  "user_categories",
]) {
  await db.execute(`update ${table} set updated_at = now() - interval '1 day'`);
}
await db.execute("vacuum analyze");

/** The median of some rounds, in seconds, and the statements of the last. */
async function measured(prepare: () => Promise<unknown>) {
  const seconds: number[] = [];
  for (let reading = 0; reading < READINGS; reading += 1) {
    await prepare();
    statements = 0;
    const started = performance.now();
    const run = await beginRefresh(db, { userId, runId: `run-${reading}` });
    while ((await goOnRefreshing(db, run)).more);
    await finishRefresh(db, run);
    seconds.push((performance.now() - started) / 1000);
  }
  const sorted = seconds.sort((a, b) => a - b);
  return Math.round((sorted[Math.floor(READINGS / 2)] ?? 0) * 1000) / 1000;
}

const on = `${TRACKS} tracks of one library, half of them in the catalogue, 500 golden, durable Postgres on the same machine`;

await measured(() => forgetMarks(db, { userId }));
report({
  name: "rules.refresh_10k_s",
  value: await measured(() => forgetMarks(db, { userId })),
  unit: "s",
  on: `median of ${READINGS} refreshes of everything, mapping and labels with it, over ${on}`,
});
report({
  name: "rules.refresh_10k_statements",
  value: statements,
  unit: "statements",
  on: `one refresh of everything over ${on}`,
});
report({
  name: "rules.refresh_change_s",
  value: await measured(() =>
    db.execute(`
      insert into user_saved_tracks (connection_id, provider, external_id, item_id, gone)
      select connection_id, provider, external_id, id, random() < 0.5 from provider_items
      where kind = 'track' order by random() limit ${CHANGED}
    `),
  ),
  unit: "s",
  on: `median of ${READINGS} refreshes after ${CHANGED} tracks were saved or removed, over ${on}`,
});
report({
  name: "rules.refresh_change_statements",
  value: statements,
  unit: "statements",
  on: `one refresh after ${CHANGED} tracks were saved or removed`,
});
await sqlClient.end();
