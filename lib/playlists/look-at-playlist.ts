import "server-only";
import type { Db } from "@/db/handle";
import { updatePlan } from "@/db/queries/playlists-plans";
import { appendState } from "@/db/queries/playlists-states";
import { reportProgress } from "@/lib/jobs/report-progress";
import { matchPlaces } from "@/lib/library/match-places";
import { carryAdditions } from "./carry-additions";
import { dropRemovals } from "./drop-removals";
import { fitTarget } from "./fit-target";
import { afterDoubt, type KnownPlaylist } from "./known-playlist";
import { observeRows, whoseRows } from "./observe-rows";
import type { MadePlan, Means, View } from "./plan-turn";
import { MOST_PER_WRITE } from "./playlist-write";
import { canBeAdded, countUris, type Places, type Row, rowsOf, storedRows, urisOf } from "./row";

type Known = Means & { known: KnownPlaylist | null };

/**
 * What the playlist holds now, and what it is to hold: the plan's target with what a person added
 * since. One that lost rows or got another order by hand between preview and start has `changed`.
 */
export async function lookAtPlaylist(
  db: Db,
  plan: MadePlan,
  { known, ...means }: Known,
): Promise<View | "removed" | "changed"> {
  const { playlistId } = plan;
  const target = rowsOf({ uris: plan.targetUris, owners: plan.targetOwners });
  const started = plan.startedAt !== null && known !== null;
  const { token, now } = means;
  const asks = plan.mostPerWrite < MOST_PER_WRITE;
  const wasJustMade = plan.creationStartedAt !== null;
  const first = { surely: !started, proves: !started && !wasJustMade };
  const observed = await observeRows({ playlistId, token, known, now, asks, ...first });
  if (!observed) return "removed";
  const { rows, snapshotId, isFresh, wasAsked } = observed;
  if (started && !isFresh) {
    const isRead = known.from === "reading";
    const isSure = isRead || (plan.kind === "mirror" && known.isCertain);
    return { rows, target, snapshotId, isRead, isSure, wasAsked };
  }

  const base = rowsOf({ uris: plan.baseUris, owners: plan.baseOwners });
  if (!started && isAnother({ base, target, rows })) return "changed";
  const expected = started ? [known.rows, afterDoubt(known)] : [base];
  const aim = started
    ? aimAt(target, rows, expected)
    : { rows: additionsTo(target, rows, expected), dropped: [] };
  const before = started ? withAdditions(base, rows, expected) : rows;
  await record(db, plan, { ...means, rows, aim, before, snapshotId });
  return { rows, target: aim.rows, snapshotId, isRead: true, isSure: true, wasAsked };
}

/** Writes down what was read back after the last write, and takes in what a person did meanwhile. */
export async function recordLook(
  db: Db,
  plan: MadePlan,
  { known, view, places, ...means }: Known & { view: View; places: Places },
) {
  const { target, snapshotId } = view;
  const { rows: seen } = whoseRows(known, places);
  const aim = aimAt(target, seen, [view.rows]);
  const isExact =
    aim.rows.length === places.length && places.every((uri, at) => uri === aim.rows[at]?.uri);
  const rows = isExact ? aim.rows : seen;
  const base = rowsOf({ uris: plan.baseUris, owners: plan.baseOwners });
  const before = withAdditions(base, seen, [view.rows]);
  await record(db, plan, { ...means, rows, aim, before, snapshotId });
}

type Aim = { rows: Row[]; dropped: Row[] };

/** The target with what a person added since the playlist was in one of these states, and without what they took out. */
function aimAt(target: readonly Row[], rows: readonly Row[], expected: readonly Row[][]): Aim {
  const left = dropRemovals(target, urisOf(rows), expected.map(urisOf));
  return { rows: additionsTo(left.rows, rows, expected), dropped: left.dropped };
}

/** What an undo leads back to: the list before the plan, with what a person added since. */
const withAdditions = (base: readonly Row[], rows: readonly Row[], expected: readonly Row[][]) =>
  carryAdditions(base, rows, expected.map(urisOf)).rows;

function additionsTo(target: readonly Row[], rows: readonly Row[], expected: readonly Row[][]) {
  const carried = carryAdditions(target, rows, expected.map(urisOf));
  return fitTarget(rows, carried.rows).rows;
}

type Sides = Record<"base" | "target" | "rows", readonly Row[]>;

/** Whether it is not what was previewed: the plan would bring back rows that went, or an order that was. */
const isAnother = (sides: Sides) => hasLost(sides) || hasMoved(sides);

function hasMoved({ base, rows }: Sides) {
  const keyed = (list: readonly Row[]) =>
    urisOf(list)
      .filter(canBeAdded)
      .map((key) => ({ key }));
  return matchPlaces(keyed(base), keyed(rows)).moved.size > 0;
}

function hasLost({ base, target, rows }: Sides) {
  const wanted = countUris(urisOf(target));
  const held = countUris(urisOf(rows));
  return [...countUris(urisOf(base))].some(
    ([uri, count]) => (held.get(uri) ?? 0) < Math.min(count, wanted.get(uri) ?? 0),
  );
}

type Recorded = Means & { rows: Row[]; aim: Aim; before: Row[]; snapshotId: string | null };

async function record(
  db: Db,
  plan: MadePlan,
  { rows, aim, before, snapshotId, job, now }: Recorded,
) {
  const { id, userId, connectionId, playlistId } = plan;
  const target = storedRows(aim.rows);
  const base = storedRows(before);
  const held = new Set(target.uris);
  const gone = aim.dropped.flatMap(({ uri, by }) =>
    by === "rule" && uri && !held.has(uri) ? [uri] : [],
  );
  const removedByHand = [...new Set([...plan.removedByHand, ...gone])];
  await db.transaction(async (tx) => {
    await reportProgress(tx, job);
    await appendState(tx, {
      userId,
      connectionId,
      playlistId,
      removedByHand,
      snapshotId,
      planId: id,
      reason: "observed",
      ...storedRows(rows),
      createdAt: now,
    });
    await updatePlan(tx, {
      planId: id,
      userId,
      startedAt: plan.startedAt ?? now,
      baseUris: base.uris,
      baseOwners: base.owners,
      targetUris: target.uris,
      targetOwners: target.owners,
      removedByHand,
    });
  });
}
