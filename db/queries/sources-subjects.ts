import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { LibraryPart } from "@/lib/library/part";
import type { SourceKind } from "@/lib/sources/source";
import { type OwnLibrary, ownConnection } from "./library-pages";

type Named = { name: string };

/** What a playlist of a user's library is called; null when its tracks are not to be had. */
export async function findPlaylistName(
  db: Db,
  { subject, ...own }: OwnLibrary & { subject: string },
): Promise<string | null> {
  const rows = await db.execute<Named & { isReadable: boolean }>(sql`
    select name, not gone and items_readable as "isReadable" from user_playlists
    where connection_id = ${ownConnection(own)} and external_id = ${subject}
    order by id desc limit 1
  `);
  return rows[0]?.isReadable ? rows[0].name : null;
}

/** What a user's category or a style is called. */
export async function findCatalogueName(
  db: Db,
  { userId, kind, subject }: { userId: string; kind: SourceKind; subject: string },
): Promise<string | null> {
  const [row] = await db.execute<Named>(
    kind === "style"
      ? sql`select name from styles where id = ${subject}::uuid`
      : sql`
          select s.name || ': ' || c.name as name
          from user_categories c join styles s on s.id = c.style_id
          where c.id = ${subject}::uuid and c.user_id = ${userId}::uuid
        `,
  );
  return row?.name ?? null;
}

/** How a library stands before a source is fetched from it. */
export async function findReading(
  db: Db,
  { part, ...own }: OwnLibrary & { part: LibraryPart },
): Promise<{ isActive: boolean; readAt: Date | null } | null> {
  const [row] = await db.execute<{ isActive: boolean; readAtMs: number | null }>(sql`
    select c.status = 'active' as "isActive", (
      select extract(epoch from max(p.finished_at))::float8 * 1000 from sync_run_parts p
      where p.connection_id = c.id and p.part = ${part}::library_part and p.status = 'complete'
    ) as "readAtMs"
    from connections c where c.id = ${ownConnection(own)}
  `);
  if (!row) return null;
  const { isActive, readAtMs } = row;
  return { isActive, readAt: readAtMs === null ? null : new Date(readAtMs) };
}

/** Whether a sync of a user's came to its end, well or not. */
export async function isSyncOver(
  db: Db,
  { syncId, userId }: { syncId: string; userId: string },
): Promise<boolean> {
  const rows = await db.execute(sql`
    select 1 from sync_runs where id = ${syncId}::uuid and user_id = ${userId}::uuid
      and status in ('pending', 'running', 'waiting')
  `);
  return rows.length === 0;
}
