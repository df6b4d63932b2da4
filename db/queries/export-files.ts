import "server-only";
import { type SQL, sql } from "drizzle-orm";

/** A file of an account's export: rows as JSON, in one column `row`, and the tables they are from. */
export type ExportFile = { name: string; tables: readonly string[]; rows: (userId: string) => SQL };

const mine = (userId: string) => sql`user_id = ${userId}::uuid`;
const connected = (userId: string) =>
  sql`connection_id in (select id from connections where user_id = ${userId}::uuid)`;

const without = (...columns: string[]) => sql`${sql.param(columns)}::text[]`;

/** A table as it is, but for the columns that mean nothing outside of Clouder. */
const whole = (
  name: string,
  table: string,
  owned: (userId: string) => SQL,
  order: SQL = sql`id`,
): ExportFile => ({
  name,
  tables: [table],
  rows: (userId) => sql`
    select to_jsonb(t) - ${without("user_id", "user")} as row from ${sql.identifier(table)} t
    where ${owned(userId)} order by ${order}
  `,
});

const trackFacts = sql`jsonb_build_object(
  'beatport_id', t.beatport_id, 'title', t.title, 'mix_name', t.mix_name, 'isrc', t.isrc,
  'artists', (
    select coalesce(jsonb_agg(a.name order by ta.position), '[]') from track_artists ta
    join artists a on a.id = ta.artist_id where ta.track_id = t.id
  )
)`;

const account: ExportFile[] = [
  {
    name: "profile.json",
    tables: ["users"],
    rows: (userId) => sql`
      select jsonb_build_object('id', id, 'name', name, 'image', image, 'role', role,
        'created_at', created_at) as row
      from users where id = ${userId}::uuid
    `,
  },
  {
    name: "connections.json",
    tables: ["connections"],
    rows: (userId) => sql`
      select jsonb_build_object('id', id, 'provider', provider, 'account_id', account_id,
        'profile_id', profile_id, 'display_name', display_name, 'scopes', scopes,
        'status', status, 'authorized_at', authorized_at, 'created_at', created_at) as row
      from connections where ${mine(userId)} order by created_at
    `,
  },
  {
    name: "api-tokens.json",
    tables: ["api_tokens"],
    rows: (userId) => sql`
      select jsonb_build_object('name', name, 'start', start, 'scopes', scopes,
        'created_at', created_at, 'expires_at', expires_at, 'last_used_at', last_used_at) as row
      from api_tokens where ${mine(userId)} order by created_at
    `,
  },
  {
    name: "jobs.json",
    tables: ["jobs", "job_log"],
    rows: (userId) => sql`
      select to_jsonb(t) - ${without("user_id", "samples", "run_id")} || jsonb_build_object('log', (
        select coalesce(jsonb_agg(to_jsonb(l) - ${without("id", "job_id")} order by l.id), '[]')
        from job_log l where l.job_id = t.id
      )) as row
      from jobs t where ${mine(userId)} order by created_at
    `,
  },
  whole("settings/sync.json", "sync_settings", connected, sql`connection_id`),
  whole("settings/history.json", "history_settings", mine, sql`user_id`),
  whole("erasures.json", "erasures", mine, sql`requested_at`),
];

const curation: ExportFile[] = [
  {
    name: "curation/styles.json",
    tables: ["user_styles"],
    rows: (userId) => sql`
      select to_jsonb(t) - ${without("user_id")} || jsonb_build_object('style', s.name) as row
      from user_styles t join styles s on s.id = t.style_id
      where ${mine(userId)} order by s.name
    `,
  },
  {
    name: "curation/categories.json",
    tables: ["user_categories"],
    rows: (userId) => sql`
      select to_jsonb(t) - ${without("user_id")} || jsonb_build_object('style', s.name) as row
      from user_categories t join styles s on s.id = t.style_id
      where ${mine(userId)} order by s.name, t.position, t.id
    `,
  },
  {
    name: "curation/periods.json",
    tables: ["curation_periods"],
    rows: (userId) => sql`
      select to_jsonb(t) - ${without("user_id")} || jsonb_build_object('style', s.name) as row
      from curation_periods t join styles s on s.id = t.style_id
      where ${mine(userId)} order by t.started_at, t.id
    `,
  },
  {
    name: "curation/tracks.json",
    tables: ["curation_tracks", "period_playlists"],
    rows: (userId) => sql`
      select to_jsonb(c) - ${without("current_silver_playlist_id")}
        || jsonb_build_object('category_id', p.category_id, 'track', ${trackFacts}) as row
      from curation_tracks c
      join curation_periods w on w.id = c.period_id and w.user_id = ${userId}::uuid
      join tracks t on t.id = c.track_id
      left join period_playlists p on p.id = c.current_silver_playlist_id
      order by w.started_at, c.period_id, c.position, c.id
    `,
  },
  {
    name: "curation/golden.json",
    tables: ["golden_tracks"],
    rows: (userId) => sql`
      select to_jsonb(g) - ${without("user_id")} || jsonb_build_object('track', ${trackFacts}) as row
      from golden_tracks g join tracks t on t.id = g.track_id
      where g.${mine(userId)} order by g.category_id, g.position
    `,
  },
  whole("curation/decisions.json", "decisions", mine),
  whole("curation/mirrors.json", "mirrors", mine, sql`created_at, id`),
];

const playlists: ExportFile[] = [
  whole("playlists/plans.json", "playlist_plans", mine, sql`created_at, id`),
  whole("playlists/states.json", "playlist_states", mine, sql`sequence`),
];

/** What identifies a row's subject in a history table, beside the connection. */
const histories: readonly [name: string, table: string, ...key: string[]][] = [
  ["top-tracks", "user_top_tracks", "range", "external_id"],
  ["top-artists", "user_top_artists", "range", "external_id"],
  ["top-albums", "user_top_albums", "range", "external_id"],
  ["recent-tracks", "user_recent_tracks", "external_id"],
  ["recently-added", "user_recently_added", "external_id"],
  ["playlists", "user_playlists", "external_id"],
  ["playlist-tracks", "user_playlist_tracks", "playlist_id", "occurrence"],
  ["saved-tracks", "user_saved_tracks", "external_id"],
  ["saved-albums", "user_saved_albums", "external_id"],
  ["followed-artists", "user_followed_artists", "external_id"],
];

/** The newest row of every subject, unless it says that the subject is gone. */
function currentRows(table: string, key: readonly string[], userId: string): SQL {
  const columns = sql.join(
    ["connection_id", ...key].map((column) => sql.identifier(column)),
    sql`, `,
  );
  return sql`
    select to_jsonb(t) || jsonb_build_object('name', i.name, 'artists', i.artists, 'url', i.url)
      as row
    from (
      select distinct on (${columns}) * from ${sql.identifier(table)}
      where ${connected(userId)} order by ${columns}, id desc
    ) t left join provider_items i on i.id = t.item_id
    where not t.gone order by t.id
  `;
}

const library: ExportFile[] = [
  ...histories.map(([name, table, ...key]) => ({
    name: `library/current/${name}.json`,
    tables: [table],
    rows: (userId: string) => currentRows(table, key, userId),
  })),
  ...histories.map(([name, table]) => whole(`library/history/${name}.json`, table, connected)),
  whole("library/items.json", "provider_items", connected),
  whole("library/plays.json", "user_recently_played", connected),
  whole("library/plays-also-exported.json", "exported_plays", connected, sql`play_id`),
  whole("library/play-gaps.json", "play_gaps", connected),
  whole("library/play-imports.json", "play_imports", connected, sql`created_at`),
  whole("library/syncs.json", "sync_runs", connected, sql`created_at`),
  whole("library/sync-parts.json", "sync_run_parts", connected, sql`run_id, part`),
];

const rules: ExportFile[] = [
  whole("rules/sources.json", "sources", mine, sql`created_at, id`),
  whole("rules/rule-sets.json", "rule_sets", mine, sql`created_at, id`),
  whole("rules/versions.json", "rule_set_versions", mine, sql`rule_set_id, version`),
  whole("rules/overrides.json", "rule_overrides", mine, sql`rule_set_id, recording_key`),
  whole("rules/enrichments.json", "track_enrichments", mine),
  whole("rules/tags.json", "track_tags", mine, sql`recording_key, folded`),
  whole(
    "rules/classifications.json",
    "track_classifications",
    mine,
    sql`recording_key, label, origin`,
  ),
  whole("rules/playlists.json", "rule_set_targets", mine, sql`created_at, rule_set_id`),
];

export const exportFiles: readonly ExportFile[] = [
  ...account,
  ...curation,
  ...playlists,
  ...library,
  ...rules,
];

/** Tables of a person's that an export leaves out, and why. */
export const leftOut: Record<string, string> = {
  sessions: "who is signed in where, as hashes",
  api_budgets: "how fast an API token was used",
  sync_lists: "where a sync stands",
  sync_pages: "where a sync stands",
  sync_sightings: "where a sync stands",
  play_import_files: "where an import stands",
  play_sums: "counted from the plays",
  play_recounts: "counted from the plays",
  play_days: "counted from the plays",
  play_subjects: "counted from the plays",
  play_months: "counted from the plays",
  play_years: "counted from the plays",
  source_tracks: "gathered from the library, the curation and the catalogue",
  track_facts: "gathered from the library, the curation and the catalogue",
  fact_refreshes: "how far the facts are gathered",
  stale_facts: "which facts are to be gathered again",
  library_recordings: "made from the library",
};
