import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { LibraryPart } from "@/lib/library/part";
import { PROOF } from "@/lib/library/part";
import type { ListOf } from "./sync-lists";

export type DuePage = {
  id: number;
  part: LibraryPart;
  subject: string;
  cursor: string;
  /** Tries that failed. */
  attempts: number;
};

/**
 * Pages that can be asked for now, in the order of the parts; but artists come one page after the
 * other, and begun last they would be waited for alone.
 */
export async function listDuePages(
  db: Db,
  { syncId, except, limit }: { syncId: string; except: readonly number[]; limit: number },
): Promise<DuePage[]> {
  const rows = await db.execute<DuePage>(sql`
    select p.id::float8 as id, p.part, p.subject, p.cursor, p.attempts
    from sync_pages p
    where p.run_id = ${syncId}::uuid and p.read_at is null and p.due_at <= clock_timestamp()
      and p.id <> all(${sql.param([...except])}::bigint[])
    order by p.part = 'followed_artists' desc, p.part, p.id limit ${limit}
  `);
  return [...rows];
}

/** When the next page may be asked for, an ISO string; null when every page is read. */
export async function nextPageAt(db: Db, { syncId }: { syncId: string }): Promise<string | null> {
  const [row] = await db.execute<{ at: string | null }>(sql`
    select to_json(min(due_at)) #>> '{}' as at from sync_pages
    where run_id = ${syncId}::uuid and read_at is null
  `);
  return row?.at ?? null;
}

/** A page could not be had: it is asked for again, but not soon. */
export async function postponePage(
  db: Db,
  { pageId, seconds }: { pageId: number; seconds: number },
): Promise<void> {
  await db.execute(sql`
    update sync_pages set attempts = attempts + 1,
      due_at = clock_timestamp() + make_interval(secs => ${seconds}::float8)
    where id = ${pageId} and read_at is null
  `);
}

/**
 * The provider has some work wait: no page of the kind is asked for sooner. The rows of playlists
 * are asked for elsewhere than the list of them, and rest apart.
 */
export async function restPages(
  db: Db,
  { syncId, part, subject, until }: ListOf & { until: Date },
): Promise<void> {
  await db.execute(sql`
    update sync_pages set due_at = greatest(due_at, ${until.toISOString()}::timestamptz)
    where run_id = ${syncId}::uuid and part = ${part}::library_part and read_at is null
      and (subject in ('', ${PROOF})) = ${subject === "" || subject === PROOF}
  `);
}
