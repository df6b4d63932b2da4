import { report } from "../report";

const PLAYS = 1_000_000;
const ROUNDS = 5;

const { db, sqlClient } = await import("@/db/client");
const { listGoldenPlays } = await import("@/db/queries/history-golden");
const { addToSums } = await import("@/db/queries/plays-sums");
const { tasteKinds, topKinds } = await import("@/lib/history/kind");
const { readListening, readTaste } = await import("@/lib/history/read-listening");

const [user] = await db.execute<{ id: string }>(
  "insert into users (name) values ('Mira') returning id",
);
const userId = user?.id ?? "";
const [connection] = await db.execute<{ id: string }>(
  `insert into connections (user_id, provider, account_id)
   values ('${userId}', 'spotify', 'mira') returning id`,
);
const connectionId = connection?.id ?? "";

// 150 plays a day: 30,000 tracks of 4,000 artists, a few of them heard far more than the others
await db.execute(`
  insert into user_recently_played (connection_id, provider, source, played_at, external_id,
    track_name, artist_name, album_name, ms_played)
  select '${connectionId}', 'spotify', 'export',
    '2026-11-20T22:00Z'::timestamptz - make_interval(secs => n * 576), 'track' || track,
    'Track ' || track, 'Artist ' || track % 4000, 'Album ' || track % 9000, 30000 + n % 300000
  from (
    select n, floor(30000 * power(
      (('x' || substr(md5(n::text), 1, 8))::bit(32)::bigint) / 4294967296.0, 3))::int as track
    from generate_series(1, ${PLAYS}) as n
  ) as drawn
`);
await db.execute(`
  insert into provider_items (connection_id, provider, kind, external_id, fact_hash, name, genres, raw)
  select '${connectionId}', 'spotify', 'artist', 'artist' || n, 'h', 'Artist ' || n,
    array['genre ' || n % 60, 'genre ' || n % 7], '{}' from generate_series(0, 999) as n
`);
await db.execute(`
  insert into styles (beatport_id, name, slug) values (6, 'Techno', 'techno');
  insert into labels (beatport_id, name, slug) select n, 'Label ' || n, 'l' from generate_series(1, 500) n;
  insert into releases (beatport_id, name, slug, label_id)
    select beatport_id, 'Release', 'r', id from labels;
  insert into tracks (beatport_id, style_id, release_id, title, slug, publish_date, recording_key)
    select n, (select id from styles), r.id, 'Track ' || n, 't', '2026-11-13', 'isrc:' || n
    from generate_series(1, 20000) n join releases r on r.beatport_id = 1 + n % 500;
  insert into track_matches (track_id, provider, status, external_id, external_uri)
    select id, 'spotify', 'found', 'track' || beatport_id, 'spotify:track:x' from tracks;
  insert into user_categories (user_id, style_id, name, color)
    select '${userId}', id, 'Peak Time', 1 from styles;
  insert into golden_tracks (user_id, category_id, track_id, position, added_at)
    select '${userId}', c.id, t.id, t.beatport_id::text, '2026-01-01' from user_categories c, tracks t
    where t.beatport_id % 20 = 0;
`);
await db.execute("analyze");
await db.execute(
  `insert into history_settings (user_id, time_zone) values ('${userId}', 'Europe/Berlin')`,
);
const built = performance.now();
await db.transaction((tx) => addToSums(tx, { connectionId }));
const buildS = (performance.now() - built) / 1000;
await db.execute("analyze");

const now = new Date("2026-11-21T09:00:00Z");
const periods = ["4w", "6m", "12m", "all", "2024", "2019-03", "2011-02-11..2024-09-17"];
const pages: { name: string; read: () => Promise<unknown> }[] = [
  ...periods.flatMap((period) => [
    ...topKinds.map((by) => ({
      name: `listening ${period} ${by}`,
      read: () => readListening(db, { userId, now, period, by }),
    })),
    ...tasteKinds.map((by) => ({
      name: `taste ${period} ${by}`,
      read: () => readTaste(db, { userId, now, period, by }),
    })),
  ]),
  { name: "golden", read: () => listGoldenPlays(db, { userId, neverOnly: false, limit: 1_000 }) },
];

let worst = { name: "", ms: 0 };
for (const { name, read } of pages) {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    await read();
    times.push(performance.now() - started);
  }
  const ms = times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
  process.stderr.write(`${ms.toFixed(0).padStart(6)} ms  ${name}\n`);
  if (ms > worst.ms) worst = { name, ms };
}
report({
  name: "library.history_ms",
  value: Math.round(worst.ms),
  unit: "ms",
  on: `${PLAYS} plays, the slowest of ${pages.length} pages (${worst.name}), median of ${ROUNDS}`,
});
report({
  name: "library.history_build_s",
  value: Math.round(buildS * 10) / 10,
  unit: "s",
  on: `the sums of ${PLAYS} plays made at once`,
});

const { setTimeZone } = await import("@/lib/history/set-time-zone");
const { beginRecount, goOnRecounting } = await import("@/lib/history/recount-plays");
const run = { userId, runId: "bench" };
await setTimeZone(db, { userId, timeZone: "America/New_York" });
const turned = performance.now();
await beginRecount(db, run);
while ((await goOnRecounting(db, run)).more);
report({
  name: "library.history_recount_s",
  value: Math.round((performance.now() - turned) / 100) / 10,
  unit: "s",
  on: `${PLAYS} plays counted again in the days of another zone, the old sums cleared away`,
});
await sqlClient.end();
