import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { mirrors, playlistPlans } from "@/db/schema";
import { planColumns, type StoredPlan } from "./playlists-plans";

type Owned = { mirrorId: string; userId: string };

/**
 * Bronze in board order, Silver and Golden in their own; only what is found on Spotify. The names
 * are spelled out: a select of one table writes its columns bare, and bare ones mean the inner table.
 */
const desiredUris = sql<string[]>`case mirrors.kind
  when 'bronze' then array(
    select m.external_uri from curation_tracks ct
    join track_matches m on m.track_id = ct.track_id and m.provider = 'spotify'
    where ct.period_id = mirrors.period_id and ct.status = 'UNSORTED' and m.status = 'found'
    order by ct.position, ct.id
  )
  when 'silver' then array(
    select m.external_uri from curation_tracks ct
    join track_matches m on m.track_id = ct.track_id and m.provider = 'spotify'
    where ct.current_silver_playlist_id = mirrors.period_playlist_id and m.status = 'found'
    order by ct.silver_position, ct.id
  )
  else array(
    select m.external_uri from golden_tracks g
    join track_matches m on m.track_id = g.track_id and m.provider = 'spotify'
    where g.category_id = mirrors.category_id and m.status = 'found'
    order by g.position, g.id
  ) end`;

export type FollowedMirror = NonNullable<Awaited<ReturnType<typeof findMirror>>>;

/** A mirror with the list it follows: version and list belong together, being one statement's. */
export async function findMirror(db: Db, { mirrorId, userId }: Owned) {
  const [row] = await db
    .select({
      id: mirrors.id,
      userId: mirrors.userId,
      name: mirrors.name,
      mirroredName: mirrors.mirroredName,
      playlistId: mirrors.spotifyPlaylistId,
      creationStartedAt: mirrors.creationStartedAt,
      status: mirrors.status,
      desiredVersion: mirrors.desiredVersion,
      mirroredVersion: mirrors.mirroredVersion,
      refusedUris: mirrors.refusedUris,
      desiredUris,
    })
    .from(mirrors)
    .where(and(eq(mirrors.id, mirrorId), eq(mirrors.userId, userId)));
  return row ?? null;
}

/** The plan that a mirror's sync is in the middle of; null when there is none. */
export async function findMirrorPlan(
  db: Db,
  { mirrorId, userId }: Owned,
): Promise<StoredPlan | null> {
  const [row] = await db
    .select(planColumns)
    .from(playlistPlans)
    .where(and(eq(playlistPlans.mirrorId, mirrorId), eq(playlistPlans.userId, userId)));
  return row ?? null;
}

/** What Spotify refused is asked of it again: the mirror falls behind, and its plan forgets as well. */
export async function forgetRefusals(db: Db, { mirrorId, userId }: Owned) {
  await db
    .update(playlistPlans)
    .set({ refusedUris: [] })
    .where(and(eq(playlistPlans.mirrorId, mirrorId), eq(playlistPlans.userId, userId)));
  await db
    .update(mirrors)
    .set({ refusedUris: [], desiredVersion: sql`${mirrors.desiredVersion} + 1` })
    .where(
      and(
        eq(mirrors.id, mirrorId),
        eq(mirrors.userId, userId),
        sql`cardinality(${mirrors.refusedUris}) > 0`,
      ),
    );
}

/** A mirror's plan goes once nothing of it is left to do: what the playlist held stays. */
export async function deleteMirrorPlan(db: Db, { mirrorId, userId }: Owned) {
  await db
    .delete(playlistPlans)
    .where(and(eq(playlistPlans.mirrorId, mirrorId), eq(playlistPlans.userId, userId)));
}

type Change = Partial<
  Pick<
    typeof mirrors.$inferInsert,
    | "status"
    | "problem"
    | "waitingUntil"
    | "mirroredName"
    | "creationStartedAt"
    | "spotifyPlaylistId"
    | "spotifyUrl"
    | "refusedUris"
  >
>;

export async function updateMirror(db: Db, { mirrorId, userId, ...change }: Owned & Change) {
  await db
    .update(mirrors)
    .set({ ...change, updatedAt: sql`now()` })
    .where(and(eq(mirrors.id, mirrorId), eq(mirrors.userId, userId)));
}

/** The playlist holds what `version` of the list asks for. Answers whether the list is newer by now. */
export async function settleMirror(
  db: Db,
  args: Owned & { version: number; handMadeChanges: number; refusedUris: string[]; now: Date },
): Promise<{ behind: boolean }> {
  const { mirrorId, userId, version, handMadeChanges, refusedUris, now } = args;
  const [row] = await db
    .update(mirrors)
    .set({
      mirroredVersion: version,
      mirroredAt: now,
      handMadeChanges,
      refusedUris,
      status: sql`case when ${mirrors.desiredVersion} = ${version} then 'idle' else 'pending' end::mirror_status`,
      problem: null,
      waitingUntil: null,
      updatedAt: sql`now()`,
    })
    .where(and(eq(mirrors.id, mirrorId), eq(mirrors.userId, userId)))
    .returning({ desiredVersion: mirrors.desiredVersion });
  return { behind: row !== undefined && row.desiredVersion > version };
}
