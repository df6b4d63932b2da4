import "server-only";
import { and, asc, desc, eq, gt, gte, isNotNull, lt, or, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { playlistStates } from "@/db/schema";

export type OwnPlaylist = { userId: string; playlistId: string };

const ofPlaylist = ({ userId, playlistId }: OwnPlaylist) =>
  and(eq(playlistStates.userId, userId), eq(playlistStates.playlistId, playlistId));

export type NewState = Omit<typeof playlistStates.$inferInsert, "id" | "sequence">;

export async function appendState(db: Db, state: NewState) {
  await db.insert(playlistStates).values(state);
}

const columns = {
  sequence: playlistStates.sequence,
  planId: playlistStates.planId,
  reason: playlistStates.reason,
  snapshotId: playlistStates.snapshotId,
  uris: playlistStates.uris,
  owners: playlistStates.owners,
  removedByHand: playlistStates.removedByHand,
  write: playlistStates.write,
  createdAt: playlistStates.createdAt,
};

export type PlaylistState = Pick<typeof playlistStates.$inferSelect, keyof typeof columns>;

/**
 * What is known of a playlist: the list as it was kept last, and every write since; with what was
 * recorded after a moment before.
 */
export async function listNewestStates(
  db: Db,
  { since, ...playlist }: OwnPlaylist & { since: Date },
): Promise<PlaylistState[]> {
  return db
    .select(columns)
    .from(playlistStates)
    .where(
      and(
        ofPlaylist(playlist),
        or(
          gt(playlistStates.createdAt, since),
          sql`${playlistStates.sequence} >= (
            select max(s.sequence) from playlist_states s
            where s.user_id = ${playlist.userId}::uuid and s.playlist_id = ${playlist.playlistId}
              and s.uris is not null
          )`,
        ),
      ),
    )
    .orderBy(asc(playlistStates.sequence));
}

type Written = OwnPlaylist & {
  /** Only writes recorded later than this place in the row of states. */
  after?: number;
  /** Only writes since this moment that are not this plan's. */
  byOthersThan?: { id: string; createdAt: Date };
};

/** Whether Clouder wrote to a playlist. */
export async function wasWritten(
  db: Db,
  { after, byOthersThan, ...playlist }: Written,
): Promise<boolean> {
  const rows = await db
    .select({ id: playlistStates.id })
    .from(playlistStates)
    .where(
      and(
        ofPlaylist(playlist),
        eq(playlistStates.reason, "before_write"),
        after === undefined ? undefined : gt(playlistStates.sequence, after),
        byOthersThan && gte(playlistStates.createdAt, byOthersThan.createdAt),
        byOthersThan && sql`${playlistStates.planId} is distinct from ${byOthersThan.id}::uuid`,
      ),
    )
    .limit(1);
  return rows.length > 0;
}

type StatePage = OwnPlaylist & {
  /** Only what is older than this place in the row of states. */
  before?: number;
  limit: number;
};

/** The moments a playlist can be brought back to, the newest first: of equal lists in a row the first. */
export async function listStates(db: Db, { before, limit, ...playlist }: StatePage) {
  const lists = db.$with("lists").as(
    db
      .select({
        id: playlistStates.id,
        sequence: playlistStates.sequence,
        rows: sql<number>`cardinality(${playlistStates.uris})`.as("rows"),
        createdAt: playlistStates.createdAt,
        isNew: sql<boolean>`${playlistStates.uris} is distinct from
          lag(${playlistStates.uris}) over (order by ${playlistStates.sequence})`.as("is_new"),
      })
      .from(playlistStates)
      .where(and(ofPlaylist(playlist), isNotNull(playlistStates.uris))),
  );
  const { id, sequence, rows, createdAt } = lists;
  return db
    .with(lists)
    .select({ id, sequence, rows, createdAt })
    .from(lists)
    .where(and(eq(lists.isNew, true), before === undefined ? undefined : lt(sequence, before)))
    .orderBy(desc(lists.sequence))
    .limit(limit);
}

/** A whole list that the playlist once held. */
export async function findState(
  db: Db,
  { stateId, ...playlist }: OwnPlaylist & { stateId: string },
) {
  const [row] = await db
    .select(columns)
    .from(playlistStates)
    .where(
      and(ofPlaylist(playlist), eq(playlistStates.id, stateId), isNotNull(playlistStates.uris)),
    );
  return row ?? null;
}
