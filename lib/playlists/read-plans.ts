import "server-only";
import type { Db } from "@/db/handle";
import { findJobOf, type Viewer } from "@/db/queries/jobs-list";
import {
  findPlan,
  findUndo,
  type ListedPlan,
  listPlans,
  type StoredPlan,
} from "@/db/queries/playlists-plans";
import { listTrackNames } from "@/db/queries/playlists-tracks";
import { AppError } from "@/lib/errors";
import { countLines, linesShown, type PlanShow, planLines } from "./plan-lines";
import { PLAN_PAGE_LINES, type PlanEntry, type PlanLinesPage, type PlanView } from "./plan-view";
import { keyOf, rowsOf } from "./row";

type Look = { planId: string; viewer: Viewer };

const MOST_LISTED = 200;

/** A plan with what it does to its playlist, and how far it is. */
export async function readPlan(db: Db, { planId, viewer }: Look): Promise<PlanView> {
  const own = { planId, userId: viewer.id };
  const plan = await planOf(db, own);
  const [undo, undone, job] = await Promise.all([
    findUndo(db, own),
    plan.undoOf === null ? null : findPlan(db, { ...own, planId: plan.undoOf }),
    findJobOf(db, { kind: "playlist", subjectId: planId, viewer }),
  ]);
  const { status, startedAt } = plan;
  return {
    ...entryOf(plan),
    rowsBefore: plan.baseUris.length,
    rowsAfter: plan.targetUris.length,
    counts: countLines(linesOf(plan)),
    writes: plan.writes,
    replaces: plan.replaces,
    lost: plan.lost,
    waiting: plan.waiting,
    leftOut: plan.leftOut,
    refused: plan.refusedUris.length,
    canUndo:
      plan.playlistId !== null &&
      startedAt !== null &&
      status !== "applying" &&
      status !== "stale" &&
      undo === null,
    playlistStays: undone !== null && makesPlaylist(undone),
    undo,
    job,
  };
}

/** The lines of a plan that are looked at, a page of them, with the names of their tracks. */
export async function readPlanLines(
  db: Db,
  { planId, viewer, show, offset }: Look & { show: PlanShow; offset: number },
): Promise<PlanLinesPage> {
  const { userId, connectionId, ...plan } = await planOf(db, { planId, userId: viewer.id });
  const shown = linesShown(linesOf(plan), show);
  const page = shown.slice(offset, offset + PLAN_PAGE_LINES);
  const uris = [...new Set(page.map(({ uri }) => keyOf(uri)))].filter(Boolean);
  const tracks = await listTrackNames(db, { userId, connectionId, uris });
  const known = new Map(tracks.map((track) => [track.uri, track]));
  const lines = page.map(({ uri, ...line }) => {
    const track = known.get(keyOf(uri));
    return {
      ...line,
      key: `${line.placeBefore}>${line.place}`,
      name: track?.name ?? null,
      artists: track?.artists ?? [],
      coverUrl: track?.coverUrl ?? null,
      url: track?.url ?? addressOf(uri),
      bpm: track?.bpm ?? null,
      camelotKey: track?.camelotKey ?? null,
    };
  });
  return { lines, total: shown.length };
}

/** The newest plans of a person, or of one of their playlists. */
export async function readPlans(
  db: Db,
  wanted: { userId: string; playlistId?: string },
): Promise<PlanEntry[]> {
  const plans = await listPlans(db, { ...wanted, limit: MOST_LISTED });
  return plans.map(entryOf);
}

export const entryOf = (plan: ListedPlan): PlanEntry => ({
  id: plan.id,
  kind: plan.kind,
  status: plan.status,
  name: plan.name,
  playlistId: plan.playlistId,
  ruleSetId: plan.ruleSetId,
  problem: plan.problem,
  waitingUntil: plan.waitingUntil?.toISOString() ?? null,
  adds: plan.adds,
  removes: plan.removes,
  moves: plan.moves,
  keptByHand: plan.keptByHand,
  duplicates: plan.duplicates,
  requests: plan.requests,
  seconds: plan.seconds,
  isNew: makesPlaylist(plan),
  follows: plan.follows,
  createdAt: plan.createdAt.toISOString(),
  appliedAt: plan.appliedAt?.toISOString() ?? null,
});

async function planOf(db: Db, own: { planId: string; userId: string }): Promise<StoredPlan> {
  const plan = await findPlan(db, own);
  if (!plan) throw new AppError("NOT_FOUND", "There is no such plan.");
  return plan;
}

type Sides = Pick<StoredPlan, "baseUris" | "baseOwners" | "targetUris" | "targetOwners">;

const linesOf = ({ baseUris, baseOwners, targetUris, targetOwners }: Sides) =>
  planLines(
    rowsOf({ uris: baseUris, owners: baseOwners }),
    rowsOf({ uris: targetUris, owners: targetOwners }),
  );

const makesPlaylist = ({
  playlistId,
  creationStartedAt,
}: Pick<ListedPlan, "playlistId" | "creationStartedAt">) =>
  playlistId === null || creationStartedAt !== null;

function addressOf(uri: string | null): string | null {
  const [, kind, id] = (uri ?? "").split(":");
  return id && kind !== "local" ? `https://open.spotify.com/${kind}/${id}` : null;
}
