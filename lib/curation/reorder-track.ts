import "server-only";
import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";
import type { Db } from "@/db/handle";
import { listSilver, listStandings, placeTracks } from "@/db/queries/curation";
import { raiseMirrors } from "@/db/queries/mirrors";
import { lockPeriod } from "@/db/queries/periods";
import { AppError } from "@/lib/errors";
import type { ReorderAnswer } from "./board";
import { placementOf } from "./placement";
import { standingsOf } from "./record-press";
import type { ReorderTrackInput } from "./schema";

/** Puts a Silver track directly after another one of its list, or first. Twice is once. */
export function reorderTrack(
  db: Db,
  { periodId, userId, trackId, afterId }: ReorderTrackInput & { userId: string },
): Promise<ReorderAnswer & { mirrorIds: string[] }> {
  return db.transaction(async (tx) => {
    const owner = { periodId, userId };
    const period = await lockPeriod(tx, owner);
    if (!period) throw new AppError("NOT_FOUND", "That week is not one of yours.");
    const [track] = await standingsOf(tx, period, [trackId]);
    const categoryId = track?.standing.categoryId;
    if (!track || !categoryId) throw new AppError("CONFLICT", "Only Silver lists have an order.");

    const others = (await listSilver(tx, { ...owner, categoryId })).filter(
      ({ id }) => id !== trackId,
    );
    const place = afterId === null ? 0 : others.findIndex(({ id }) => id === afterId) + 1;
    if (afterId !== null && place === 0) {
      throw new AppError("CONFLICT", "Those two tracks are no longer in the same list.");
    }

    const positions = newPositions(others, { id: trackId, place });
    const rows = await listStandings(tx, { ...owner, ids: [...positions.keys()] });
    const places = rows.map((row) => ({
      ...row,
      standing: { ...row.standing, silverPosition: positions.get(row.id) ?? null },
    }));
    await placeTracks(tx, { ...owner, places });
    const lists = { bronze: false, silverCategoryIds: [categoryId], goldenCategoryIds: [] };
    const mirrorIds = await raiseMirrors(tx, { ...owner, ...lists });
    return { placements: places.map(({ id, standing }) => placementOf(id, standing)), mirrorIds };
  });
}

/** Usually one new key; a list in which an undo left two equal ones is spread anew. */
function newPositions(
  others: readonly { id: string; position: string }[],
  { id, place }: { id: string; place: number },
): Map<string, string> {
  const before = others[place - 1]?.position ?? null;
  const after = others[place]?.position ?? null;
  if (before === null || after === null || before < after) {
    return new Map([[id, generateKeyBetween(before, after)]]);
  }
  const order = others.toSpliced(place, 0, { id, position: "" });
  const spread = generateNKeysBetween(null, null, order.length);
  return new Map(order.map((one, index) => [one.id, spread[index] ?? ""]));
}
