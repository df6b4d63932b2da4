import "server-only";
import { and, asc, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { connections, sources, sourceTracks } from "@/db/schema";
import type { PersonalProvider } from "@/lib/connections/provider";
import type { OwnSource, SourceKind, SourceStatus } from "@/lib/sources/source";

const ofSource = ({ sourceId, userId }: OwnSource) =>
  and(eq(sources.id, sourceId), eq(sources.userId, userId));

const columns = {
  id: sources.id,
  kind: sources.kind,
  subject: sources.subject,
  name: sources.name,
  connectionId: sources.connectionId,
  provider: sql<PersonalProvider | null>`${connections.provider}`,
  status: sources.status,
  edition: sources.edition,
  fetchedAt: sources.fetchedAt,
  total: sources.total,
  enrichedAt: sources.enrichedAt,
  maxAgeMinutes: sources.maxAgeMinutes,
};

const select = (db: Db) =>
  db.select(columns).from(sources).leftJoin(connections, eq(connections.id, sources.connectionId));

export type StoredSource = Awaited<ReturnType<typeof select>>[number];

/** A user's sources, in the order they were first asked for. */
export function listSources(db: Db, { userId }: { userId: string }): Promise<StoredSource[]> {
  return select(db).where(eq(sources.userId, userId)).orderBy(asc(sources.createdAt), sources.id);
}

export async function findSource(db: Db, source: OwnSource): Promise<StoredSource | null> {
  const [row] = await select(db).where(ofSource(source));
  return row ?? null;
}

/** Reads a source for a decision: nobody else changes it until the transaction ends. */
export async function lockSource(db: Db, source: OwnSource): Promise<StoredSource | null> {
  const [row] = await select(db).where(ofSource(source)).for("update", { of: sources });
  return row ?? null;
}

type Wanted = {
  userId: string;
  connectionId: string | null;
  kind: SourceKind;
  subject: string;
  name: string;
  maxAgeMinutes: number;
};

/** Makes a source, or finds it; its name is what its subject is called now. */
export async function keepSource(
  db: Db,
  wanted: Wanted,
): Promise<{ id: string; status: SourceStatus }> {
  const { name, maxAgeMinutes } = wanted;
  const [row] = await db
    .insert(sources)
    .values(wanted)
    .onConflictDoUpdate({
      target: [sources.userId, sources.kind, sources.subject, sources.connectionId],
      set: {
        ...{ name, maxAgeMinutes },
        updatedAt: sql`case when ${sources.name} = ${name} then ${sources.updatedAt} else now() end`,
      },
    })
    .returning({ id: sources.id, status: sources.status });
  if (!row) throw new Error("a source was not made");
  return row;
}

export async function setSourceStatus(
  db: Db,
  { status, ...source }: OwnSource & { status: SourceStatus },
): Promise<void> {
  await db.update(sources).set({ status, announcedAt: sql`now()` }).where(ofSource(source));
}

/** Back to what it was before the fetch that was stopped. */
export async function calmSource(db: Db, source: OwnSource): Promise<void> {
  await db
    .update(sources)
    .set({
      status: sql`case when ${sources.edition} = 0 then 'new' else 'ready' end::source_status`,
    })
    .where(and(ofSource(source), eq(sources.status, "fetching")));
}

/** What a row of a source says; the rest is where it stands. */
const said = (row: "o" | "n") =>
  sql.raw(
    [
      ...["recording_key", "external_id", "spotify_uri", "track_id", "title", "artists"],
      ...["added_at", "found_in"],
    ]
      .map((column) => `${row}.${column}`)
      .join(", "),
  );

/** Whether a fetch found something else than what the source shows. */
async function foundOthers(db: Db, { sourceId, userId, edition }: OwnSource & { edition: number }) {
  const rowsOf = (of: SQL) => sql`(
    select t.* from source_tracks t join sources s on s.id = t.source_id
    where s.id = ${sourceId}::uuid and s.user_id = ${userId}::uuid and t.edition = ${of}
  )`;
  const [row] = await db.execute<{ others: boolean }>(sql`
    select exists (
      select from ${rowsOf(sql`s.edition`)} o
      full join ${rowsOf(sql`${edition}::int`)} n using (position)
      where (${said("o")}) is distinct from (${said("n")})
    ) as others
  `);
  return row?.others ?? true;
}

/**
 * From now on the source shows what this fetch found; what is of others goes. Where it found the same
 * again, nobody has to look at its recordings anew.
 */
export async function showFetch(
  db: Db,
  args: OwnSource & { edition: number; at: Date },
): Promise<{ total: number; isOther: boolean }> {
  const { edition, at, ...source } = args;
  const isOther = await foundOthers(db, { ...source, edition });
  const [row] = await db
    .update(sources)
    .set({
      edition,
      fetchedAt: at,
      status: "ready",
      total: sql`(
        select count(*)::int from source_tracks t
        where t.source_id = ${source.sourceId}::uuid and t.edition = ${edition}::int
      )`,
      ...(isOther && { enrichedAt: null, enrichmentStoppedAt: null, updatedAt: sql`now()` }),
    })
    .where(ofSource(source))
    .returning({ total: sources.total });
  if (!row) return { total: 0, isOther };
  await dropFetches(db, { ...source, kept: edition });
  return { total: row.total ?? 0, isOther };
}

/** Forgets what every fetch found but the one that is kept. */
export async function dropFetches(
  db: Db,
  { kept, ...source }: OwnSource & { kept: number },
): Promise<void> {
  await db
    .delete(sourceTracks)
    .where(
      and(
        inArray(
          sourceTracks.sourceId,
          db.select({ id: sources.id }).from(sources).where(ofSource(source)),
        ),
        ne(sourceTracks.edition, kept),
      ),
    );
}

/** Fetches of which nothing was heard for a while, noted as announced again. */
export async function claimStillSources(
  db: Db,
  { minutes }: { minutes: number },
): Promise<OwnSource[]> {
  const rows = await db.execute<OwnSource>(sql`
    update sources s set announced_at = now()
    where s.status = 'fetching' and s.announced_at < now() - make_interval(mins => ${minutes}::int)
      and not exists (
        select 1 from jobs j where j.kind = 'source' and j.subject_id = s.id
          and greatest(j.updated_at, j.waiting_until) > now() - make_interval(mins => ${minutes}::int)
      )
    returning s.id as "sourceId", s.user_id as "userId"
  `);
  return [...rows];
}

/** These enrichers were asked about all that a source held as of an edition. */
export async function noteEnriched(
  db: Db,
  { edition, enrichers, ...source }: OwnSource & { edition: number; enrichers: string[] },
): Promise<void> {
  await db
    .update(sources)
    .set({ enrichedAt: sql`now()`, enrichedBy: enrichers })
    .where(and(ofSource(source), eq(sources.edition, edition)));
}

export async function noteEnrichmentStopped(db: Db, source: OwnSource): Promise<void> {
  await db.update(sources).set({ enrichmentStoppedAt: sql`now()` }).where(ofSource(source));
}

/**
 * Sources whose recordings some of these enrichers were not asked about lately, noted as announced
 * again. After a failure the pause is an hour, doubled with each further one, and a day at most.
 */
export async function claimUnenriched(
  db: Db,
  args: { enrichers: readonly string[]; days: number; minutes: number; limit: number },
): Promise<OwnSource[]> {
  const { enrichers, days, minutes, limit } = args;
  const rows = await db.execute<OwnSource>(sql`
    update sources set announced_at = now()
    where id in (
      select s.id from sources s
      where s.edition > 0 and s.status <> 'fetching'
        and (
          not s.enriched_by @> ${sql.param([...enrichers])}::text[]
          or coalesce(s.enriched_at < now() - make_interval(days => ${days}::int), true)
        )
        and coalesce(s.enrichment_stopped_at < now() - make_interval(days => ${days}::int), true)
        and s.announced_at < now() - make_interval(mins => ${minutes}::int)
        and not exists (
          select 1 from jobs j where j.kind = 'enrichment' and j.subject_id = s.id
            and greatest(j.updated_at, j.waiting_until)
              > now() - make_interval(mins => ${minutes}::int)
        )
        and coalesce((
          select max(j.finished_at) + interval '1 hour' * least(24, power(2, count(*) - 1)) < now()
          from jobs j where j.kind = 'enrichment' and j.subject_id = s.id and j.status = 'failed'
            and j.finished_at > greatest(s.enriched_at, s.enrichment_stopped_at, (
              select coalesce(max(d.finished_at), '-infinity') from jobs d
              where d.kind = 'enrichment' and d.subject_id = s.id and d.status = 'done'
            ))
        ), true)
      order by s.announced_at limit ${limit}
      for update skip locked
    )
    returning id as "sourceId", user_id as "userId"
  `);
  return [...rows];
}
