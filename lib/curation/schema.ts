import { z } from "zod";

const periodId = z.uuid();
/** Made by the client for each key press; sent again, the press is answered and not repeated. */
const idempotencyKey = z.uuid();
const trackIds = z.array(z.uuid()).min(1).max(500);

export const weekInput = z.object({
  styleSlug: z.string().min(1).max(100),
  year: z.number().int().min(2000).max(2100),
  week: z.number().int().min(1).max(53),
});
export type WeekInput = z.infer<typeof weekInput>;

/** `categoryId: null` puts the tracks back to Bronze. */
export const moveTracksInput = z.object({
  periodId,
  idempotencyKey,
  trackIds,
  categoryId: z.uuid().nullable(),
});
export type MoveTracksInput = z.infer<typeof moveTracksInput>;

export const promoteTracksInput = z.object({ periodId, idempotencyKey, trackIds });
export type PromoteTracksInput = z.infer<typeof promoteTracksInput>;

/** Puts a Silver track directly after another one of its list, or first with `afterId: null`. */
export const reorderTrackInput = z.object({
  periodId,
  trackId: z.uuid(),
  afterId: z.uuid().nullable(),
});
export type ReorderTrackInput = z.infer<typeof reorderTrackInput>;

export const undoInput = z.object({ periodId, idempotencyKey });
export type UndoInput = z.infer<typeof undoInput>;

export const closePeriodInput = z.object({ periodId });
