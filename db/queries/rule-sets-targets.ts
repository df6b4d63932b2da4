import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { playlistPlans, ruleSets, ruleSetTargets } from "@/db/schema";
import type { OwnPlan } from "./playlists-plans";
import type { OwnRuleSet } from "./rule-sets";

const own = ({ userId, ruleSetId }: OwnRuleSet) =>
  and(eq(ruleSetTargets.ruleSetId, ruleSetId), eq(ruleSetTargets.userId, userId));

/** The playlist that follows a rule set; its id is known once the plan for a new one has made it. */
export async function findTarget(db: Db, ruleSet: OwnRuleSet) {
  const [row] = await db
    .select({
      playlistId: ruleSetTargets.playlistId,
      name: ruleSetTargets.name,
      planId: ruleSetTargets.planId,
      planStatus: playlistPlans.status,
      plannedAt: ruleSetTargets.plannedAt,
    })
    .from(ruleSetTargets)
    .leftJoin(playlistPlans, eq(playlistPlans.id, ruleSetTargets.planId))
    .where(own(ruleSet));
  return row ?? null;
}

type Planned = OwnRuleSet & {
  playlistId: string | null;
  name: string;
  planId: string;
  plannedAt: Date;
};

/** Has a playlist follow the rule set, in place of the one that did. */
export async function putTarget(
  db: Db,
  { userId, ruleSetId, ...target }: Planned & { connectionId: string },
): Promise<void> {
  await db
    .insert(ruleSetTargets)
    .values({ userId, ruleSetId, ...target })
    .onConflictDoUpdate({
      target: ruleSetTargets.ruleSetId,
      set: target,
      setWhere: eq(ruleSetTargets.userId, userId),
    });
}

type Playlist = { userId: string; playlistId: string };

/** The rule set that a playlist follows; null when it follows none. */
export async function findFollowed(
  db: Db,
  { userId, playlistId }: Playlist,
): Promise<{ ruleSetId: string; name: string } | null> {
  const [row] = await db
    .select({ ruleSetId: ruleSets.id, name: ruleSets.name })
    .from(ruleSetTargets)
    .innerJoin(ruleSets, eq(ruleSets.id, ruleSetTargets.ruleSetId))
    .where(and(eq(ruleSetTargets.userId, userId), eq(ruleSetTargets.playlistId, playlistId)));
  return row ?? null;
}

/** The playlist that is to follow was made. */
export async function nameMadeTarget(
  db: Db,
  { userId, planId, playlistId }: OwnPlan & Playlist,
): Promise<void> {
  await db
    .update(ruleSetTargets)
    .set({ playlistId })
    .where(
      and(
        eq(ruleSetTargets.userId, userId),
        eq(ruleSetTargets.planId, planId),
        isNull(ruleSetTargets.playlistId),
      ),
    );
}

/** Says which plan was made last of the playlist that follows; of another playlist it says nothing. */
export async function notePlan(
  db: Db,
  {
    userId,
    ruleSetId,
    playlistId,
    ...planned
  }: Omit<Planned, "planId"> & { planId: string | null },
): Promise<void> {
  const target = await findTarget(db, { userId, ruleSetId });
  if (playlistId === null || target?.playlistId !== playlistId) return;
  await db
    .update(ruleSetTargets)
    .set({ playlistId, ...planned })
    .where(own({ userId, ruleSetId }));
}

/** The plans by which the playlist, or a new one, would follow, and of which nobody decided yet. */
export async function listWaitingPlans(
  db: Db,
  { userId, ruleSetId, playlistId }: OwnRuleSet & { playlistId: string | null },
): Promise<OwnPlan[]> {
  return db
    .select({ planId: playlistPlans.id, userId: playlistPlans.userId })
    .from(playlistPlans)
    .where(
      and(
        eq(playlistPlans.userId, userId),
        eq(playlistPlans.ruleSetId, ruleSetId),
        eq(playlistPlans.follows, true),
        eq(playlistPlans.status, "proposed"),
        sql`${playlistPlans.playlistId} is not distinct from ${playlistId}::text`,
      ),
    );
}

/** From now on no playlist follows it; what the playlist holds stays. */
export async function deleteTarget(db: Db, ruleSet: OwnRuleSet): Promise<boolean> {
  const gone = await db
    .delete(ruleSetTargets)
    .where(own(ruleSet))
    .returning({ id: ruleSetTargets.ruleSetId });
  return gone.length > 0;
}

type Offer = {
  playlistId: string;
  name: string;
  /** The rule set that it follows already. */
  followed: { id: string; name: string } | null;
};

/** The user's own Spotify playlists that no list of Clouder's is kept in, by name. */
export async function listTargets(db: Db, { userId }: { userId: string }): Promise<Offer[]> {
  const rows = await db.execute<Offer>(sql`
    select p.external_id as "playlistId", p.name, (
      select jsonb_build_object('id', r.id, 'name', r.name)
      from rule_set_targets t join rule_sets r on r.id = t.rule_set_id
      where t.user_id = ${userId}::uuid and t.playlist_id = p.external_id
    ) as followed
    from (
      select distinct on (t.external_id) t.external_id, t.name, t.is_owned, t.gone
      from user_playlists t join connections c on c.id = t.connection_id
      where c.user_id = ${userId}::uuid and c.provider = 'spotify'
      order by t.external_id, t.id desc
    ) p
    where p.is_owned and not p.gone and not exists (
      select from mirrors m where m.user_id = ${userId}::uuid and m.spotify_playlist_id = p.external_id
    )
    order by lower(p.name), p.external_id
  `);
  return [...rows];
}

/** Takes up rule sets whose time has come; one that is not finished then comes round again. */
export async function claimDueRuleSets(
  db: Db,
  { now, again, limit }: { now: Date; again: Date; limit: number },
): Promise<OwnRuleSet[]> {
  const rows = await db.execute<{ id: string; user_id: string }>(sql`
    update rule_sets set next_run_at = ${again.toISOString()}::timestamptz
    where id in (
      select r.id from rule_sets r
      join rule_set_targets t on t.rule_set_id = r.id
      join connections c on c.id = t.connection_id and c.status = 'active'
      where r.schedule_hours is not null and r.next_run_at <= ${now.toISOString()}::timestamptz
      order by r.next_run_at limit ${limit}::int
      for update of r skip locked
    )
    returning id, user_id
  `);
  return rows.map(({ id, user_id }) => ({ ruleSetId: id, userId: user_id }));
}
