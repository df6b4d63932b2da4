import "server-only";
import type { Db } from "@/db/handle";
import { isForeign, isMirrored } from "@/db/queries/playlists-own";
import { insertPlan, lockPlaylist } from "@/db/queries/playlists-plans";
import { appendState, wasWritten } from "@/db/queries/playlists-states";
import { connectionOf } from "@/lib/connections/connection-of";
import { withToken } from "@/lib/connections/with-token";
import { AppError } from "@/lib/errors";
import type { Lane } from "@/lib/traffic/pace";
import { ProviderError } from "@/lib/traffic/provider-error";
import { firstSight, foreignPlaylist } from "./first-sight";
import { fitTarget } from "./fit-target";
import { refuseSecond, refuseTaken, refuseUnfinished } from "./halt-plan";
import { readKnown } from "./known-playlist";
import { type ObservedRows, observeRows } from "./observe-rows";
import { planRows } from "./plan-rows";
import type { PlaylistPlanKind } from "./plan-status";
import { MOST_ROWS, type Row, storedRows, storedSides, urisOf } from "./row";
import { type PlanSummary, summarizePlan } from "./summarize-plan";

const count = new Intl.NumberFormat("en");

/** What a playlist should hold, worked out from what it holds. */
export type Aim = {
  rows: readonly Row[];
  removedByHand?: string[];
  leftOut?: readonly string[];
  waiting?: number;
};

export type ProposedPlan = PlanSummary & {
  planId: string;
  lost: number;
  waiting: number;
  leftOut: number;
};

type Wish = {
  userId: string;
  playlistId: string;
  name: string;
  kind: PlaylistPlanKind;
  undoOf?: string;
  /** A set of the same person's. */
  ruleSetId?: string;
  /** Once it is approved, the playlist follows that set. */
  follows?: boolean;
  now: Date;
  lane?: Lane;
};

/** Reads a playlist and stores the plan that leads from what it holds to the aim. Writes nothing to Spotify. */
export async function proposePlan(
  db: Db,
  { userId, playlistId, name, kind, undoOf, ruleSetId, follows, now, lane = "interactive" }: Wish,
  aimFor: (observed: ObservedRows) => Aim | Promise<Aim>,
): Promise<ProposedPlan> {
  const connectionId = await connectionOf(db, userId);
  await refuseForeign(db, { userId, playlistId });
  await refuseMirror(db, { userId, playlistId });
  if (follows && ruleSetId) await refuseTaken(db, { userId, playlistId, ruleSetId });
  await refuseSecond(db, { userId, playlistId });
  await refuseUnfinished(db, { userId, playlistId, kind, undoOf });
  const known = await readKnown(db, { userId, playlistId, now });
  const observing = known
    ? withToken(db, userId, (token) =>
        observeRows({ playlistId, token, known, now, lane, surely: true }),
      )
    : firstSight(db, { userId, playlistId, lane });
  const observed = await observing.catch(tellUneditable);
  if (!observed) throw new AppError("NOT_FOUND", "The playlist was removed in Spotify.");

  const { rows, removedByHand, snapshotId } = observed;
  const aim = await aimFor(observed);
  const fitted = fitTarget(rows, aim.rows);
  refuseTooLong(fitted.rows);
  const writing = planRows(urisOf(rows), urisOf(fitted.rows));
  const summary = summarizePlan(rows, fitted.rows, { plan: writing });
  const { waiting = 0, leftOut = [] } = aim;
  const more = { lost: fitted.lost, waiting, leftOut: leftOut.length };
  const owner = { userId, connectionId, playlistId };
  return db.transaction(async (tx) => {
    await refuseMovedOn(tx, { userId, playlistId, after: known?.sequence ?? 0 });
    if (observed.isFresh || !known) {
      const state = { ...storedRows(rows), removedByHand, snapshotId, createdAt: now };
      await appendState(tx, { ...owner, ...state, reason: "observed" });
    }
    const plan = await insertPlan(tx, {
      ...owner,
      ...summary,
      ...more,
      ...storedSides(rows, fitted.rows),
      takenOut: writing.takenOut,
      name,
      kind,
      undoOf,
      ruleSetId,
      follows,
      baseSnapshotId: snapshotId,
      createdAt: now,
      removedByHand: aim.removedByHand ?? withRemoved(removedByHand, rows, fitted.rows),
    });
    return { planId: plan.id, ...summary, ...more };
  });
}

/** What was read while another plan wrote is neither how it was nor how it is. */
async function refuseMovedOn(db: Db, read: { userId: string; playlistId: string; after: number }) {
  await lockPlaylist(db, read);
  await refuseSecond(db, read);
  if (await wasWritten(db, read)) {
    throw new AppError("CONFLICT", "The playlist was just changed by another plan. Look again.");
  }
}

/** Stores the plan of a playlist that does not exist yet: it is made when the plan is carried out. */
export async function proposeNewPlaylist(
  db: Db,
  args: {
    userId: string;
    name: string;
    kind: PlaylistPlanKind;
    ruleSetId?: string;
    follows?: boolean;
    rows: readonly Row[];
  },
): Promise<ProposedPlan> {
  const { userId, name, kind, ruleSetId, follows } = args;
  const connectionId = await connectionOf(db, userId);
  const { rows, lost } = fitTarget([], args.rows);
  refuseTooLong(rows);
  const summary = summarizePlan([], rows, {
    plan: planRows([], urisOf(rows)),
    isNew: true,
  });
  const sides = storedSides([], rows);
  const plan = await insertPlan(db, {
    ...summary,
    ...sides,
    userId,
    connectionId,
    name,
    kind,
    ruleSetId,
    follows,
    lost,
    createdAt: new Date(),
  });
  return { planId: plan.id, ...summary, lost, waiting: 0, leftOut: 0 };
}

/** Spotify would refuse it too, but only when the playlist is full and the rest is missing. */
function refuseTooLong({ length }: readonly Row[]) {
  if (length <= MOST_ROWS) return;
  const most = `A playlist at Spotify holds at most ${count.format(MOST_ROWS)} tracks`;
  throw new AppError(
    "INVALID",
    `${most}; this one would hold ${count.format(length)}. Set a limit, or make several.`,
  );
}

/**
 * Spotify lets a collaborator write as well, but what others put there is not this person's to sort
 * or to take out. Of a playlist the library does not know yet, Spotify's answer decides.
 */
async function refuseForeign(db: Db, playlist: { userId: string; playlistId: string }) {
  if (await isForeign(db, playlist)) throw foreignPlaylist();
}

/** Clouder would take a mirror back to its list at once. */
async function refuseMirror(db: Db, playlist: { userId: string; playlistId: string }) {
  if (!(await isMirrored(db, playlist))) return;
  const message = "This playlist follows a list of yours in Clouder. Change the list, or copy it.";
  throw new AppError("CONFLICT", message);
}

/** What a person takes out with a plan is remembered like what they take out by hand. */
function withRemoved(known: readonly string[], base: readonly Row[], target: readonly Row[]) {
  const held = new Set(urisOf(target));
  const ruled = base.flatMap(({ uri, by }) => (by === "rule" && uri ? [uri] : []));
  return [...new Set([...known, ...ruled])].filter((uri) => !held.has(uri));
}

/** Spotify shows the rows of a playlist to those alone who may edit it. */
export function tellUneditable(error: unknown): never {
  if (error instanceof ProviderError && error.kind === "forbidden") {
    const message = "Only the owner of a playlist and its collaborators can change it.";
    throw new AppError("FORBIDDEN", message, { cause: error });
  }
  if (error instanceof ProviderError && error.kind === "not_found") {
    throw new AppError("NOT_FOUND", "There is no such playlist.", { cause: error });
  }
  throw error;
}
