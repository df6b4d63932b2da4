import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { Provider } from "@/lib/connections/provider";
import type { ListOf } from "./sync-lists";

/** The parts whose rows are told apart by what they are of. */
export type KeyedPart =
  | "top_tracks"
  | "top_artists"
  | "top_albums"
  | "recent_tracks"
  | "recently_added"
  | "saved_tracks"
  | "saved_albums"
  | "followed_artists";

type Columns = {
  table: string;
  /** Columns beside the item, and what a sighting says of them. */
  own: readonly { name: string; seen: SQL }[];
  range?: true;
};

const addedAt = { name: "added_at", seen: sql`(facts ->> 'addedAt')::timestamptz` };
const rank = { name: "rank", seen: sql`position + 1` };

const columnsOf: Record<KeyedPart, Columns> = {
  top_tracks: { table: "user_top_tracks", own: [rank], range: true },
  top_artists: { table: "user_top_artists", own: [rank], range: true },
  top_albums: { table: "user_top_albums", own: [rank], range: true },
  recent_tracks: { table: "user_recent_tracks", own: [rank] },
  recently_added: { table: "user_recently_added", own: [addedAt] },
  saved_tracks: { table: "user_saved_tracks", own: [addedAt] },
  saved_albums: { table: "user_saved_albums", own: [addedAt] },
  followed_artists: { table: "user_followed_artists", own: [] },
};

type OwnList = ListOf & { part: KeyedPart; connectionId: string };

/** A row without a name stands for itself: the first such of a list, the second, and so on. */
const seenRows = ({ syncId, part, subject }: OwnList, own: Columns["own"]) => sql`
  select distinct on (external_id) * from (
    select coalesce(external_id,
        'missing:' || row_number() over (partition by external_id is null order by position)
      ) as external_id,
      item_id, position ${sql.join(own.map(({ name, seen }) => sql`, ${seen} as ${sql.identifier(name)}`))}
    from sync_sightings
    where run_id = ${syncId}::uuid and part = ${part}::library_part and subject = ${subject}
  ) s order by external_id, position`;

const stateRows = ({ connectionId, subject }: OwnList, { table, range }: Columns) => sql`
  select distinct on (external_id) * from ${sql.identifier(table)}
  where connection_id = ${connectionId}::uuid
    ${range ? sql`and range = ${subject}::top_range` : sql``}
  order by external_id desc, id desc`;

export type ListCount = {
  /** Rows that were seen, each thing once. */
  seen: number;
  /** Things that are known to be there, and those seen. */
  together: number;
  /** Whether the last row that was seen was known, and is as it was. */
  reachesKnown: boolean;
};

/** How what was seen of a list relates to what is known of it. */
export async function countSeen(db: Db, list: OwnList): Promise<ListCount> {
  const columns = columnsOf[list.part];
  const [row] = await db.execute<ListCount>(sql`
    with seen as (${seenRows(list, columns.own)}),
    state as (${stateRows(list, columns)}),
    live as (select * from state where not gone)
    select (select count(*) from seen)::int as seen,
      (select count(*) from (
        select external_id from live union select external_id from seen
      ) both_of_them)::int as together,
      coalesce((
        select ${sameRow(columns)} from seen join live on live.external_id = seen.external_id
        where seen.position = (select max(position) from seen)
      ), false) as "reachesKnown"
  `);
  if (!row) throw new Error("Counting a list answered nothing.");
  return row;
}

const sameRow = ({ own }: Columns) => sql`(live.item_id is not distinct from seen.item_id
  ${sql.join(
    own.map(({ name }) => {
      const column = sql.identifier(name);
      return sql` and live.${column} is not distinct from seen.${column}`;
    }),
  )})`;

/**
 * Appends what is new, changed or, where everything was seen, gone. Nothing is appended for what is
 * as it was.
 */
export async function appendKeyed(
  db: Db,
  { provider, isWhole, ...list }: OwnList & { provider: Provider; isWhole: boolean },
): Promise<{ appended: number; gone: number }> {
  const columns = columnsOf[list.part];
  const { connectionId, syncId, subject } = list;
  const names = columns.own.map(({ name }) => sql`, ${sql.identifier(name)}`);
  const range = columns.range ? sql`, range` : sql``;
  const rangeValue = columns.range ? sql`, ${subject}::top_range` : sql``;

  const [row] = await db.execute<{ appended: number; gone: number }>(sql`
    with seen as (${seenRows(list, columns.own)}),
    state as (${stateRows(list, columns)}),
    live as (select * from state where not gone),
    inserted as (
      insert into ${sql.identifier(columns.table)}
        (connection_id, provider, run_id, external_id, item_id, gone ${range} ${sql.join(names)})
      select ${connectionId}::uuid, ${provider}::provider, ${syncId}::uuid, external_id, item_id,
        gone ${rangeValue} ${sql.join(names)}
      from (
        select seen.external_id, seen.item_id, false as gone, seen.position
          ${sql.join(columns.own.map(({ name }) => sql`, seen.${sql.identifier(name)}`))}
        from seen left join live on live.external_id = seen.external_id
        where live.id is null or not ${sameRow(columns)}
        union all
        select external_id, item_id, true, -1 ${sql.join(names)}
        from live
        where ${isWhole} and not exists (
          select 1 from seen where seen.external_id = live.external_id
        )
      ) changes
      order by position desc
      returning gone
    )
    select count(*)::int as appended, (count(*) filter (where gone))::int as gone from inserted
  `);
  return row ?? { appended: 0, gone: 0 };
}
