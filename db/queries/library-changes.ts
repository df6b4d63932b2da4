import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type {
  ChangeCount,
  ChangeKind,
  ChangeList,
  LibraryChange,
  RunView,
} from "@/lib/library/library-view";
import { changeLists } from "@/lib/library/library-view";
import type { LibraryPart } from "@/lib/library/part";
import { type OwnLibrary, ownConnection } from "./library-pages";
import { runColumns } from "./library-runs";

type Source = {
  table: string;
  /** When `b` is the same thing as `t`. */
  same?: SQL;
  /** The columns that only some lists have. */
  own?: Partial<Record<"range" | "playlist" | "rank" | "name" | "total" | "position", SQL>>;
};

const sameItem = sql`b.external_id = t.external_id`;
const ranked = { range: sql`t.range::text`, rank: sql`rank` };
const sameRanked = sql`b.range = t.range and b.external_id = t.external_id`;

const sources: Record<ChangeList, Source> = {
  top_tracks: { table: "user_top_tracks", same: sameRanked, own: ranked },
  top_artists: { table: "user_top_artists", same: sameRanked, own: ranked },
  top_albums: { table: "user_top_albums", same: sameRanked, own: ranked },
  recently_played: { table: "user_recently_played" },
  recent_tracks: { table: "user_recent_tracks", same: sameItem, own: { rank: sql`rank` } },
  recently_added: { table: "user_recently_added", same: sameItem },
  playlists: {
    table: "user_playlists",
    same: sameItem,
    own: { name: sql`name`, total: sql`total` },
  },
  playlist_items: {
    table: "user_playlist_tracks",
    same: sql`b.playlist_id = t.playlist_id and b.occurrence = t.occurrence`,
    own: { playlist: sql`t.playlist_id`, position: sql`position` },
  },
  saved_tracks: { table: "user_saved_tracks", same: sameItem },
  saved_albums: { table: "user_saved_albums", same: sameItem },
  followed_artists: { table: "user_followed_artists", same: sameItem },
};

/** Rows with the row `b` that was their state before. */
function withBefore({ table, same }: Source, rows: SQL): SQL {
  if (!same)
    return sql`(select t.*, false as gone from ${sql.identifier(table)} t where ${rows}) t
    left join lateral (select true as gone limit 0) b on true`;
  return sql`${sql.identifier(table)} t left join lateral (
    select * from ${sql.identifier(table)} b
    where b.connection_id = t.connection_id and ${same} and b.id < t.id
    order by b.id desc limit 1
  ) b on true`;
}

const kindOf = sql`case when t.gone then 'went' when coalesce(b.gone, true) then 'came' else 'changed' end`;

/** Runs that brought something, the newest first. */
export async function listChangedRuns(
  db: Db,
  args: OwnLibrary & {
    part: LibraryPart | null;
    kind: ChangeKind | null;
    before: { at: string; id: string } | null;
    limit: number;
  },
): Promise<(RunView & { isFirst: boolean })[]> {
  const { part, kind, before, limit } = args;
  const some = {
    came: sql`p.appended > p.gone`,
    changed: sql`p.appended > p.gone`,
    went: sql`p.gone > 0`,
  };
  const rows = await db.execute<RunView & { isFirst: boolean }>(sql`
    select ${runColumns}, not exists (
        select 1 from sync_runs e
        where e.connection_id = r.connection_id and e.created_at < r.created_at
          and e.status in ('complete', 'partial')
      ) as "isFirst"
    from sync_runs r
    where r.connection_id = ${ownConnection(args)}
      and exists (
        select 1 from sync_run_parts p where p.run_id = r.id
          and ${kind ? some[kind] : sql`p.appended > 0`}
          ${part ? sql`and p.part = ${part}::library_part` : sql``}
      )
      ${before ? sql`and (r.created_at, r.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql``}
    order by r.created_at desc, r.id desc limit ${limit}
  `);
  return [...rows];
}

type OfRuns = OwnLibrary & { runIds: readonly string[] };

const isOfRuns = (args: OfRuns) => sql`t.connection_id = ${ownConnection(args)}
  and t.run_id = any(${sql.param([...args.runIds])}::uuid[])`;

/** How much of each list came, went and changed in each of the runs. */
export async function countChanges(
  db: Db,
  args: OfRuns,
): Promise<(ChangeCount & { runId: string })[]> {
  if (args.runIds.length === 0) return [];
  const branches = changeLists.map((list) => {
    const source = sources[list];
    return sql`select t.run_id, ${list} as list, ${kindOf} as kind
      from ${withBefore(source, isOfRuns(args))} where ${isOfRuns(args)}`;
  });
  const rows = await db.execute<ChangeCount & { runId: string }>(sql`
    select run_id as "runId", list, count(*) filter (where kind = 'came')::int as came,
      count(*) filter (where kind = 'went')::int as went,
      count(*) filter (where kind = 'changed')::int as changed
    from (${sql.join(branches, sql` union all `)}) changes group by run_id, list
  `);
  return [...rows];
}

type ChangesWish = OfRuns & {
  lists: readonly ChangeList[];
  kind: ChangeKind | null;
  /** Of every list of every run so many, after so many. */
  limit: number;
  offset: number;
};

/** What came, went and changed, in the order it was noticed. */
export async function listChanges(
  db: Db,
  args: ChangesWish,
): Promise<(LibraryChange & { runId: string })[]> {
  const { lists, kind, limit, offset } = args;
  if (args.runIds.length === 0) return [];
  const branches = lists.map(
    (list) => sql`(
    select * from (
      select ${columnsOf(list)}, ${kindOf} as kind,
        row_number() over (partition by t.run_id order by t.gone desc, t.id desc) as place
      from ${withBefore(sources[list], isOfRuns(args))}
      where ${isOfRuns(args)} ${kind ? sql`and ${kindOf} = ${kind}` : sql``}
    ) c where c.place > ${offset} and c.place <= ${offset + limit}
  )`,
  );
  const rows = await db.execute<LibraryChange & { runId: string }>(sql`
    select c.id::float8 as id, c.run_id as "runId", c.list, c.kind,
      to_json(c.fetched_at) #>> '{}' as at, c.external_id as "externalId", i.kind as "itemKind",
      coalesce(c.own_name, i.name, '') as name,
      coalesce(
        (select array_agg(a.value ->> 'name' order by a.ordinality)
          from jsonb_array_elements(i.artists) with ordinality a), '{}'
      ) as artists,
      i.cover_url as "coverUrl", i.url, c.range, c.playlist_id as "playlistId",
      (select p.name from user_playlists p
        where p.connection_id = c.connection_id and p.external_id = c.playlist_id
        order by p.id desc limit 1) as "playlistName",
      c.rank, c.rank_before as "rankBefore", c.name_before as "nameBefore", c.total,
      c.total_before as "totalBefore", c.moved
    from (${sql.join(branches, sql` union all `)}) c
    left join provider_items i on i.id = c.item_id
    order by array_position(${sql.param([...changeLists])}::text[], c.list), c.place
  `);
  return [...rows];
}

function columnsOf(list: ChangeList): SQL {
  const { own = {} } = sources[list];
  const both = (column: SQL | undefined, type: SQL) =>
    column ? [sql`t.${column}`, sql`b.${column}`] : [sql`null::${type}`, sql`null::${type}`];
  const [rank, rankBefore] = both(own.rank, sql`int`);
  const [total, totalBefore] = both(own.total, sql`int`);
  const [name, nameBefore] = both(own.name, sql`text`);
  const ownName = list === "recently_played" ? sql`t.track_name` : name;
  return sql`t.id, t.run_id, ${list} as list, t.connection_id, t.fetched_at, t.external_id,
    t.item_id, ${own.range ?? sql`null::text`} as range,
    ${own.playlist ?? sql`null::text`} as playlist_id, ${ownName} as own_name,
    ${nameBefore} as name_before, ${rank} as rank, ${rankBefore} as rank_before, ${total} as total,
    ${totalBefore} as total_before,
    ${own.position ? sql`t.position is distinct from b.position` : sql`false`} as moved`;
}
