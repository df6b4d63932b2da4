import "server-only";
import { cache } from "react";
import { db } from "@/db/client";
import { listOwnPlaylists } from "@/db/queries/playlists-own";
import { findPlan } from "@/db/queries/playlists-plans";
import { requirePageUser } from "@/lib/auth/session";
import type { PlanShow } from "./plan-lines";
import { readPlan, readPlanLines, readPlans } from "./read-plans";
import { readStates } from "./read-states";
import { planInput, statesInput } from "./schema";

const STATES_LISTED = 20;
const MOST_PLAYLISTS = 500;

/** One of the signed-in user's plans; null when there is none of that id. */
export const loadPlan = cache(async (id: string) => {
  const viewer = await requirePageUser();
  const { data } = planInput.safeParse({ planId: id });
  const plan = data && (await findPlan(db, { ...data, userId: viewer.id }));
  return plan ? readPlan(db, { planId: plan.id, viewer }) : null;
});

export async function loadPlanLines(planId: string, show: PlanShow) {
  const viewer = await requirePageUser();
  return readPlanLines(db, { planId, viewer, show, offset: 0 });
}

export async function loadPlans() {
  const user = await requirePageUser();
  return readPlans(db, { userId: user.id });
}

/** What Clouder did to a playlist and can do to it; null when its rows are not the person's to see. */
export async function loadPlaylistChanges(playlistId: string, search: { kept?: unknown }) {
  const { id: userId } = await requirePageUser();
  const [playlist] = await listOwnPlaylists(db, {
    userId,
    playlistId,
    withGone: true,
    limit: 1,
  });
  if (!playlist) return null;
  const { kept: before } = statesInput.parse(search);
  const [others, plans, kept] = await Promise.all([
    listOwnPlaylists(db, { userId, limit: MOST_PLAYLISTS }),
    readPlans(db, { userId, playlistId }),
    readStates(db, { userId, playlistId, before, limit: STATES_LISTED }),
  ]);
  return {
    playlist,
    others: others.filter(({ id }) => id !== playlistId),
    plans,
    kept,
  };
}
