import "server-only";
import type { Db } from "@/db/handle";
import { findNewestPress, listPress } from "@/db/queries/decisions";
import { AppError } from "@/lib/errors";
import type { UndoAnswer } from "./board";
import { type Standing, samePlace, standing } from "./placement";
import { recordPress, standingsOf } from "./record-press";
import type { UndoInput } from "./schema";

/**
 * Takes back the newest press of the period that still stands, whole. An undo is no press itself:
 * again and again it leads back to the start.
 */
export async function undoPress(
  db: Db,
  press: UndoInput & { userId: string },
): Promise<UndoAnswer & { mirrorIds: string[] }> {
  const { userId, idempotencyKey } = press;
  const recorded = await recordPress(db, press, async (tx, period) => {
    const undoesKey = await findNewestPress(tx, { periodId: period.id, userId });
    if (!undoesKey) throw new AppError("CONFLICT", "There is nothing left to take back.");
    const before = await placesBefore(tx, { userId, idempotencyKey: undoesKey });
    const tracks = await standingsOf(tx, period, [...before.keys()]);
    const changes = tracks.map((track) => {
      const after = returned(track.standing, before.get(track.id) ?? track.standing);
      return { ...track, kind: "undone" as const, after };
    });
    return { changes, undoesKey };
  });
  return { ...recorded, undone: await describeUndone(db, { userId, idempotencyKey }) };
}

/** Where the tracks that a press really moved stood before it. */
async function placesBefore(db: Db, press: { userId: string; idempotencyKey: string }) {
  const decisions = await listPress(db, press);
  const places = new Map<string, Standing>();
  for (const { curationTrackId, before, after } of decisions) {
    const from = standing.parse(before);
    if (!samePlace(from, standing.parse(after))) places.set(curationTrackId, from);
  }
  return places;
}

/** A list that was put in another order since keeps that order. */
const returned = (now: Standing, before: Standing): Standing =>
  now.categoryId === before.categoryId ? { ...before, silverPosition: now.silverPosition } : before;

async function describeUndone(db: Db, press: { userId: string; idempotencyKey: string }) {
  const [undo] = await listPress(db, press);
  if (!undo?.undoesKey) throw new AppError("CONFLICT", "That key belongs to another press.");
  const taken = { userId: press.userId, idempotencyKey: undo.undoesKey };
  const [first] = await listPress(db, taken);
  if (!first || first.kind === "undone") throw new Error("an undo names a press that is not one");
  return { kind: first.kind, tracks: (await placesBefore(db, taken)).size };
}
