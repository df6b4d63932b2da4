import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import {
  connections,
  providerItems,
  syncRunParts,
  syncRuns,
  userRecentlyPlayed,
} from "@/db/schema";
import { createUser } from "@/db/testing/factories";
import type { PersonalProvider } from "@/lib/connections/provider";
import type { ItemKind, LibraryPart, SyncStatus } from "@/lib/library/part";

export type Listener = { userId: string; connectionId: string };

/** A user with a Spotify connection and nothing read of it. */
export async function createListener(db: Db): Promise<Listener> {
  const user = await createUser(db);
  return createConnection(db, { userId: user.id, provider: "spotify" });
}

/** A connection of a user's, with nothing read of it. */
export async function createConnection(
  db: Db,
  { userId, provider }: { userId: string; provider: PersonalProvider },
): Promise<Listener> {
  const [row] = await db
    .insert(connections)
    .values({ userId, provider, accountId: crypto.randomUUID(), displayName: "Mira" })
    .returning({ id: connections.id });
  if (!row) throw new Error("the connection was not made");
  return { userId, connectionId: row.id };
}

type Item = { externalId: string; kind?: ItemKind; name?: string; artists?: string[] };

/** An item, whose name is its id unless it has one. Answers under which number it is kept. */
export async function createItem(
  db: Db,
  { connectionId }: Listener,
  { externalId, kind = "track", name = externalId, artists = ["Artist"] }: Item,
): Promise<number> {
  const [row] = await db
    .insert(providerItems)
    .values({
      connectionId,
      provider: "spotify",
      kind,
      externalId,
      factHash: crypto.randomUUID(),
      name,
      artists: artists.map((artist) => ({ id: null, name: artist })),
      raw: {},
    })
    .returning({ id: providerItems.id });
  if (!row) throw new Error("the item was not made");
  return row.id;
}

/** A run that ended, with what it says of its parts. */
export async function createRun(
  db: Db,
  { userId, connectionId }: Listener,
  args: {
    at: string;
    status?: SyncStatus;
    parts?: Partial<Record<LibraryPart, { appended: number; gone: number }>>;
  },
): Promise<string> {
  const moment = new Date(args.at);
  const [run] = await db
    .insert(syncRuns)
    .values({
      userId,
      connectionId,
      provider: "spotify",
      trigger: "manual",
      mode: "full",
      status: args.status ?? "complete",
      createdAt: moment,
      startedAt: moment,
      finishedAt: moment,
    })
    .returning({ id: syncRuns.id });
  if (!run) throw new Error("the run was not made");
  for (const [part, counts] of Object.entries(args.parts ?? {})) {
    const known = part as LibraryPart;
    await db.insert(syncRunParts).values({
      ...{ runId: run.id, connectionId, part: known },
      ...{ status: "complete", finishedAt: moment, ...counts },
    });
  }
  return run.id;
}

type Row = {
  at: string;
  runId?: string;
  externalId: string | null;
  itemId?: number;
  gone?: boolean;
} & Record<string, unknown>;

/** Appends a row to one of the history tables; further columns are named as in the database. */
export async function appendRow(
  db: Db,
  { connectionId }: Listener,
  table: string,
  { at, runId, externalId, itemId, gone = false, ...own }: Row,
): Promise<void> {
  const values = {
    connection_id: connectionId,
    provider: "spotify",
    run_id: runId ?? null,
    fetched_at: at,
    external_id: externalId,
    item_id: itemId ?? null,
    gone,
    ...own,
  };
  const names = sql.join(
    Object.keys(values).map((name) => sql.identifier(name)),
    sql`, `,
  );
  await db.execute(sql`
    insert into ${sql.identifier(table)} (${names})
    select ${names} from jsonb_populate_record(
      null::${sql.identifier(table)}, ${JSON.stringify(values)}::jsonb
    )
  `);
}

export async function createPlay(
  db: Db,
  { connectionId }: Listener,
  args: {
    at: string;
    externalId: string;
    trackName: string;
    artistName?: string;
    itemId?: number;
    runId?: string;
  },
): Promise<void> {
  const { at, ...play } = args;
  await db.insert(userRecentlyPlayed).values({
    connectionId,
    provider: "spotify",
    source: "live",
    playedAt: new Date(at),
    artistName: "Artist",
    ...play,
  });
}
