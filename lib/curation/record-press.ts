import "server-only";
import type { Db } from "@/db/handle";
import {
  insertSilverLists,
  listCategoriesWithoutSilver,
  listStandings,
  placeTracks,
  type StandingRow,
} from "@/db/queries/curation";
import { countUndoable, insertDecisions, listPress } from "@/db/queries/decisions";
import { deleteGolden, type GoldenPlace, insertGolden } from "@/db/queries/golden";
import { insertMirrors, raiseMirrors } from "@/db/queries/mirrors";
import { lockPeriod, type Period, settlePeriodStatus } from "@/db/queries/periods";
import { AppError } from "@/lib/errors";
import { mirrorName } from "@/lib/mirrors/mirror-name";
import type { PressAnswer } from "./board";
import { placementOf, type Standing, samePlace } from "./placement";
import type { DecisionKind } from "./status";

type Owner = { periodId: string; userId: string };

/** One track of a press: where it stood and where it shall stand. */
export type Change = StandingRow & { kind: DecisionKind; after: Standing };
export type Press = { changes: Change[]; undoesKey?: string };
export type Recorded = PressAnswer & { mirrorIds: string[] };

/**
 * The frame of every press: one transaction, one decision per track, spent keys answered and not
 * repeated. `decide` sees the period locked and says what changes.
 */
export function recordPress(
  db: Db,
  { periodId, userId, idempotencyKey }: Owner & { idempotencyKey: string },
  decide: (tx: Db, period: Period) => Promise<Press>,
): Promise<Recorded> {
  return db.transaction(async (tx) => {
    const period = await lockPeriod(tx, { periodId, userId });
    if (!period) throw new AppError("NOT_FOUND", "That week is not one of yours.");

    const spent = await listPress(tx, { userId, idempotencyKey });
    if (spent.some((decision) => decision.periodId !== periodId)) {
      throw new AppError("CONFLICT", "That press was made in another week.");
    }
    const owner = { periodId, userId };
    if (spent.length > 0) {
      const ids = spent.map(({ curationTrackId }) => curationTrackId);
      const placements = (await listStandings(tx, { ...owner, ids })).map(viewPlacement);
      const undoable = await countUndoable(tx, owner);
      return { placements, undoable, periodStatus: period.status, mirrorIds: [] };
    }

    const { changes, undoesKey = null } = await decide(tx, period);
    const placements = (await write(tx, period, changes)).map(viewPlacement);
    await insertDecisions(tx, {
      ...owner,
      idempotencyKey,
      undoesKey,
      rows: changes.map(({ id, kind, standing, after }) => ({ id, kind, before: standing, after })),
    });
    const periodStatus = await settlePeriodStatus(tx, { ...owner, touched: true });
    const mirrorIds = await raiseMirrors(tx, { ...owner, ...touchedLists(changes) });
    return { placements, undoable: await countUndoable(tx, owner), periodStatus, mirrorIds };
  });
}

const viewPlacement = ({ id, standing }: { id: string; standing: Standing }) =>
  placementOf(id, standing);

/** The tracks of a press in the order they were pressed; an unknown one refuses the whole press. */
export async function standingsOf(
  tx: Db,
  { id: periodId, userId }: Period,
  trackIds: readonly string[],
): Promise<StandingRow[]> {
  const ids = [...new Set(trackIds)];
  const rows = await listStandings(tx, { periodId, userId, ids });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = byId.get(id);
    if (!row) throw new AppError("NOT_FOUND", "That track is not on your board.");
    return row;
  });
}

/** Answers where every track of the press stands by then. */
async function write(
  tx: Db,
  period: Period,
  changes: readonly Change[],
): Promise<{ id: string; standing: Standing }[]> {
  const moved = changes.filter(({ standing, after }) => !samePlace(standing, after));
  const stayed = changes.filter(({ standing, after }) => samePlace(standing, after));
  if (moved.length === 0) return stayed;
  const owner = { periodId: period.id, userId: period.userId };
  await ensureSilverLists(tx, period, [...new Set(moved.flatMap((c) => c.after.categoryId ?? []))]);

  const left: GoldenPlace[] = [];
  const entered: (GoldenPlace & { position: string; addedAt: string })[] = [];
  for (const { trackId, standing, after } of moved) {
    const stays = standing.categoryId === after.categoryId && standing.golden && after.golden;
    if (stays) continue;
    if (standing.golden && standing.categoryId) {
      left.push({ categoryId: standing.categoryId, trackId });
    }
    if (after.golden && after.categoryId) {
      entered.push({ categoryId: after.categoryId, trackId, ...after.golden });
    }
  }
  await deleteGolden(tx, { ...owner, places: left });
  await insertGolden(tx, { ...owner, places: entered });
  const placed = await placeTracks(tx, {
    ...owner,
    places: moved.map(({ id, trackId, after }) => ({ id, trackId, standing: after })),
  });
  return [...placed, ...stayed];
}

/** A Silver list, and its playlist, exist from the first track that goes there. */
async function ensureSilverLists(tx: Db, period: Period, categoryIds: readonly string[]) {
  if (categoryIds.length === 0) return;
  const { id: periodId, userId, styleName } = period;
  const missing = await listCategoriesWithoutSilver(tx, { periodId, userId, categoryIds });
  if (missing.length === 0) return;
  const made = await insertSilverLists(tx, { periodId, categoryIds: missing.map(({ id }) => id) });
  const rows = made.flatMap((list) => {
    const category = missing.find(({ id }) => id === list.categoryId);
    if (!category || category.isTrash) return [];
    const name = mirrorName.silver(styleName, period, category.name);
    return [{ kind: "silver" as const, periodPlaylistId: list.id, name }];
  });
  await insertMirrors(tx, { userId, rows });
}

/** Which lists look different after the press. */
function touchedLists(changes: readonly Change[]) {
  const silver = new Set<string>();
  const golden = new Set<string>();
  let bronze = false;
  for (const { standing, after } of changes) {
    if (samePlace(standing, after)) continue;
    const from = standing.categoryId;
    const to = after.categoryId;
    if ((from === null) !== (to === null)) bronze = true;
    const reordered = standing.silverPosition !== after.silverPosition;
    if (from && (from !== to || reordered)) silver.add(from);
    if (to && (from !== to || reordered)) silver.add(to);
    if (from && standing.golden && (from !== to || !after.golden)) golden.add(from);
    if (to && after.golden && (from !== to || !standing.golden)) golden.add(to);
  }
  return { bronze, silverCategoryIds: [...silver], goldenCategoryIds: [...golden] };
}
