import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { LibraryPart } from "@/lib/library/part";

/** A list of a run. The run is the caller's own: it was begun with its user. */
export type ListOf = { syncId: string; part: LibraryPart; subject: string };

const ofList = ({ syncId, part, subject }: ListOf) =>
  sql`run_id = ${syncId}::uuid and part = ${part}::library_part and subject = ${subject}`;

/** Puts lists on the run's list of work, each with its first page; those that are on it stay. */
export async function planLists(
  db: Db,
  args: {
    syncId: string;
    connectionId: string;
    part: LibraryPart;
    lists: readonly { subject: string; version: string | null }[];
  },
): Promise<void> {
  const { syncId, connectionId, part, lists } = args;
  if (lists.length === 0) return;
  await db.execute(sql`
    with planned as (
      insert into sync_lists (run_id, connection_id, part, subject, version)
      select ${syncId}::uuid, ${connectionId}::uuid, ${part}::library_part, subject, version
      from jsonb_to_recordset(${JSON.stringify(lists)}::jsonb) as l(subject text, version text)
      on conflict do nothing
      returning run_id, connection_id, part, subject
    )
    insert into sync_pages (run_id, connection_id, part, subject, cursor)
    select run_id, connection_id, part, subject, '' from planned
  `);
}

/** How far the reading of a list is. */
export type ListState = {
  reading: number;
  version: string | null;
  /** Rows on the pages that were read. */
  stored: number;
  pages: number;
  unread: number;
  /** Of the pages read: the fewest and the most rows that they said the list has. */
  leastTotal: number | null;
  mostTotal: number | null;
};

/** Puts further pages of a list on the list of work, and tells how it stands. The list must be locked. */
export async function planPages(
  db: Db,
  { connectionId, cursors, ...list }: ListOf & { connectionId: string; cursors: readonly string[] },
): Promise<ListState> {
  const { syncId, part, subject } = list;
  // inserting a page that is there would wait for whoever reads it just now, who waits for the list
  const [row] = await db.execute<ListState>(sql`
    with planned as (
      insert into sync_pages (run_id, connection_id, part, subject, cursor)
      select ${syncId}::uuid, ${connectionId}::uuid, ${part}::library_part, ${subject}, cursor
      from unnest(${sql.param([...cursors])}::text[]) with ordinality as c(cursor, place)
      where not exists (select 1 from sync_pages p where ${ofList(list)} and p.cursor = c.cursor)
      order by place
      returning 1
    ),
    pages as (
      select count(*) as pages, count(*) filter (where read_at is null) as unread,
        min(total) as least, max(total) as most
      from sync_pages where ${ofList(list)}
    )
    select l.reading, l.version, l.stored, p.least as "leastTotal", p.most as "mostTotal",
      (p.pages + (select count(*) from planned))::int as pages,
      (p.unread + (select count(*) from planned))::int as unread
    from sync_lists l, pages p where ${ofList(list)}
  `);
  if (!row) throw new Error("A list vanished while it was read.");
  return row;
}

/** Begins a list anew: what was read of it is forgotten. */
export async function restartList(
  db: Db,
  { version, ...list }: ListOf & { version: string | null },
): Promise<void> {
  await forgetReading(db, list);
  await db.execute(sql`
    with restarted as (
      update sync_lists set reading = reading + 1, status = 'reading', version = ${version},
        stored = 0, unreadable = 0, total = null, requested = null
      where ${ofList(list)}
      returning run_id, connection_id, part, subject
    )
    insert into sync_pages (run_id, connection_id, part, subject, cursor)
    select run_id, connection_id, part, subject, '' from restarted
  `);
}

async function forgetReading(db: Db, list: ListOf): Promise<void> {
  await db.execute(sql`delete from sync_pages where ${ofList(list)}`);
  await db.execute(sql`delete from sync_sightings where ${ofList(list)}`);
}

/** All pages are read; whether the list moved meanwhile is still to be found out. */
export async function markListRead(db: Db, list: ListOf): Promise<void> {
  await db.execute(sql`update sync_lists set status = 'read' where ${ofList(list)}`);
}

/** The list is compared with what was known: what it brought, and what it leaves open. */
export async function settleList(
  db: Db,
  args: ListOf & {
    /** Rows that were to be read. */
    requested: number;
    stored: number;
    appended: number;
    gone: number;
    /** Why it is not to be relied on for what is gone; null when it was read whole. */
    problem: string | null;
  },
): Promise<void> {
  const { requested, stored, appended, gone, problem, ...list } = args;
  await db.execute(sql`
    with settled as (
      update sync_lists set status = 'settled', requested = ${requested}, stored = ${stored},
        appended = ${appended}, gone = ${gone}, problem = ${problem}, settled_at = clock_timestamp()
      where ${ofList(list)}
    ),
    compared as (delete from sync_sightings where ${ofList(list)})
    delete from sync_pages where ${ofList(list)} and read_at is null
  `);
}

/** Gives a list up: nothing is compared, so nothing is gone. */
export async function failList(
  db: Db,
  { problem, ...list }: ListOf & { problem: string },
): Promise<void> {
  await forgetReading(db, list);
  await db.execute(sql`
    update sync_lists set status = 'failed', problem = ${problem}, stored = 0, unreadable = 0
    where ${ofList(list)}
  `);
}

type LastReading = {
  subject: string;
  version: string | null;
  total: number | null;
  /** Rows that were known and that it missed. */
  gone: number;
};

/** What each list was when it was last read whole, by subject. */
export async function lastReadings(
  db: Db,
  { connectionId, part }: { connectionId: string; part: LibraryPart },
): Promise<LastReading[]> {
  const rows = await db.execute<LastReading>(sql`
    select distinct on (subject) subject, version, total, gone from sync_lists
    where connection_id = ${connectionId}::uuid and part = ${part}::library_part
      and status = 'settled' and problem is null
    order by subject desc, settled_at desc
  `);
  return [...rows];
}

/**
 * Begins the list that proves whether others moved while they were read: once more the pages of what
 * it repeats. The part must be locked.
 */
export async function planProof(
  db: Db,
  { connectionId, repeats, ...list }: ListOf & { connectionId: string; repeats: string },
): Promise<void> {
  const { syncId, part, subject } = list;
  const begun = await db.execute(sql`
    insert into sync_lists as l (run_id, connection_id, part, subject)
    values (${syncId}::uuid, ${connectionId}::uuid, ${part}::library_part, ${subject})
    on conflict (run_id, part, subject) do update set status = 'reading', reading = 1, stored = 0,
      unreadable = 0, total = null, requested = null, problem = null
      where l.status <> 'reading'
    returning l.run_id
  `);
  if (begun.length === 0) return;
  await forgetReading(db, list);
  await db.execute(sql`
    insert into sync_pages (run_id, connection_id, part, subject, cursor)
    select ${syncId}::uuid, ${connectionId}::uuid, ${part}::library_part, ${subject}, cursor
    from (
      select '' as cursor
      union select cursor from sync_pages where ${ofList({ ...list, subject: repeats })}
    ) pages
  `);
}

export type UnprovenList = Pick<ListState, "version" | "reading"> & { subject: string };

/** Lists of a part that wait for the proof that they did not move while they were read. */
export async function unprovenLists(
  db: Db,
  { syncId, part }: { syncId: string; part: LibraryPart },
): Promise<UnprovenList[]> {
  const rows = await db.execute<UnprovenList>(sql`
    select subject, version, reading from sync_lists
    where run_id = ${syncId}::uuid and part = ${part}::library_part and status = 'read'
    order by subject
  `);
  return [...rows];
}
