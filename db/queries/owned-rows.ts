import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { TableCount } from "@/lib/account/erasure";
import type { Provider } from "@/lib/connections/provider";
import type { JobKind } from "@/lib/jobs/status";

/** A person's rows of one table. */
export type OwnedRows = { table: string; where: SQL };

type OwnerColumn = "connection_id" | "user_id";

/** Tables whose rows name their owner, as the database knows them: later ones are among them. */
async function listTablesWith(db: Db, column: OwnerColumn) {
  const rows = await db.execute<{ name: string; hasId: boolean }>(sql`
    select c.table_name as name, exists (
      select 1 from information_schema.columns i
      where i.table_schema = c.table_schema and i.table_name = c.table_name
        and i.column_name = 'id' and i.data_type = 'uuid'
    ) as "hasId"
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name = ${column}
    order by c.table_name
  `);
  return [...rows];
}

const uuids = (ids: readonly string[]) => sql`${sql.param([...ids])}::uuid[]`;

/** What other rows of a connection refer to, so that it goes after them. */
const REFERRED_TO = ["provider_items", "sync_runs"];

/** Gathered from all of a user's connections: it is gathered again from what is left. */
const GATHERED = ["track_facts", "stale_facts", "fact_refreshes"];

type Connection = { connectionId: string; userId: string; provider: Provider };

/** Jobs about a connection: about a row that it owns, or, for Spotify, about a playlist. */
export async function listJobsOfConnection(
  db: Db,
  { userId, connectionId, provider }: Connection,
): Promise<{ id: string; isOpen: boolean }[]> {
  const subjects = (await listTablesWith(db, "connection_id")).filter(({ hasId }) => hasId);
  const ids = subjects.map(
    ({ name }) =>
      sql`select id from ${sql.identifier(name)} where connection_id = ${connectionId}::uuid`,
  );
  const rows = await db.execute<{ id: string; isOpen: boolean }>(sql`
    select id, status in ('queued', 'running', 'waiting') as "isOpen" from jobs
    where user_id = ${userId}::uuid
      and (subject_id in (${sql.join(ids, sql` union all `)})
        or (${provider === "spotify"} and kind = 'mirror'))
    order by created_at
  `);
  return [...rows];
}

export type OpenJob = { kind: JobKind; subjectId: string };

/** A user's work that is under way or waits. */
export async function listOpenJobs(db: Db, { userId }: { userId: string }): Promise<OpenJob[]> {
  const rows = await db.execute<OpenJob>(sql`
    select kind, subject_id as "subjectId" from jobs
    where user_id = ${userId}::uuid and status in ('queued', 'running', 'waiting')
  `);
  return [...rows];
}

/** Everything a connection brought, in an order in which it can be deleted; the connection is last. */
export async function listRowsOfConnection(db: Db, connection: Connection): Promise<OwnedRows[]> {
  const { userId, connectionId } = connection;
  const tables = await listTablesWith(db, "connection_id");
  const jobIds = (await listJobsOfConnection(db, connection)).map(({ id }) => id);
  const where = sql`connection_id = ${connectionId}::uuid`;
  const first = tables.filter(({ name }) => !REFERRED_TO.includes(name));
  return [
    { table: "job_log", where: sql`job_id = any(${uuids(jobIds)})` },
    { table: "jobs", where: sql`id = any(${uuids(jobIds)})` },
    ...first.map(({ name: table }) => ({ table, where })),
    ...REFERRED_TO.map((table) => ({ table, where })),
    ...GATHERED.map((table) => ({ table, where: whereOfUser(table, userId) })),
    { table: "track_classifications", where: sql`user_id = ${userId}::uuid and origin = 'rule'` },
    { table: "connections", where: sql`id = ${connectionId}::uuid` },
  ];
}

/** Tables below or above others, in the order in which an account's rows leave them. */
const ACCOUNT_ORDER = [
  "decisions",
  "golden_tracks",
  "mirrors",
  "source_tracks",
  "sources",
  "curation_tracks",
  "period_playlists",
  "curation_periods",
  "user_categories",
  "job_log",
  "jobs",
  "api_budgets",
  "api_tokens",
];

/** Rows that say whose they are by what they belong to. */
function whereOfUser(table: string, userId: string): SQL {
  const own = (parent: string) =>
    sql`(select id from ${sql.identifier(parent)} where user_id = ${userId}::uuid)`;
  switch (table) {
    case "curation_tracks":
    case "period_playlists":
      return sql`period_id in ${own("curation_periods")}`;
    case "source_tracks":
      return sql`source_id in ${own("sources")}`;
    case "job_log":
      return sql`job_id in ${own("jobs")}`;
    case "api_budgets":
      return sql`key in (select 'token:' || id from api_tokens where user_id = ${userId}::uuid)`;
    default:
      return sql`user_id = ${userId}::uuid`;
  }
}

/** All else that is a user's, once their connections are gone; the user is last. */
export async function listRowsOfUser(db: Db, { userId }: { userId: string }): Promise<OwnedRows[]> {
  const ofConnections = await listTablesWith(db, "connection_id");
  const elsewhere = ["erasures", "connections", ...ACCOUNT_ORDER];
  const others = (await listTablesWith(db, "user_id")).filter(
    ({ name }) => !elsewhere.includes(name) && !ofConnections.some((table) => table.name === name),
  );
  const tables = [...others.map(({ name }) => name), ...ACCOUNT_ORDER];
  return [
    ...tables.map((table) => ({ table, where: whereOfUser(table, userId) })),
    { table: "users", where: sql`id = ${userId}::uuid` },
  ];
}

/** Deletes the rows, and tells of each table how many there were and how many are left. */
export async function deleteOwnedRows(db: Db, owned: readonly OwnedRows[]): Promise<TableCount[]> {
  const before = await countOwnedRows(db, owned);
  for (const { table, where } of owned) {
    await db.execute(sql`delete from ${sql.identifier(table)} where ${where}`);
  }
  const after = await countOwnedRows(db, owned);
  return owned.map(({ table }, index) => ({
    table,
    before: before[index] ?? 0,
    after: after[index] ?? 0,
  }));
}

async function countOwnedRows(db: Db, owned: readonly OwnedRows[]): Promise<number[]> {
  const counts: number[] = [];
  for (const { table, where } of owned) {
    const [row] = await db.execute<{ rows: number }>(
      sql`select count(*)::int as rows from ${sql.identifier(table)} where ${where}`,
    );
    counts.push(row?.rows ?? 0);
  }
  return counts;
}
