import "server-only";
import type { Db } from "@/db/handle";
import { findPlan, type OwnPlan } from "@/db/queries/playlists-plans";
import { AppError } from "@/lib/errors";
import { carryAdditions } from "./carry-additions";
import { broughtBack } from "./own-rows";
import { type ProposedPlan, proposePlan } from "./propose-plan";
import { rowsOf, urisOf } from "./row";
import { undoRows } from "./undo-rows";

/** The plan back to before another one; what a person did by hand since stays done. */
export async function proposeUndo(
  db: Db,
  { now, ...plan }: OwnPlan & { now: Date },
): Promise<ProposedPlan> {
  const done = await findPlan(db, plan);
  if (!done?.playlistId) throw new AppError("NOT_FOUND", "There is no such plan.");
  if (done.startedAt === null || done.status === "applying") {
    throw new AppError("CONFLICT", "Only a change that was made can be taken back.");
  }
  const base = rowsOf({ uris: done.baseUris, owners: done.baseOwners });
  const target = rowsOf({ uris: done.targetUris, owners: done.targetOwners });
  const { playlistId, name, userId } = done;
  const wish = { userId, playlistId, name, kind: "undo" as const, undoOf: done.id, now };
  return proposePlan(db, wish, ({ rows }) => {
    const undone =
      done.status === "applied"
        ? undoRows({ base, target, actual: rows })
        : carryAdditions(base, rows, [urisOf(base), urisOf(target)]).rows;
    return { rows: broughtBack(rows, urisOf(undone)) };
  });
}
