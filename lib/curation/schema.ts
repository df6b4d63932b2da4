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

const styleSlug = z.string().min(1).max(100);
const categoryId = z.uuid();
const name = z.string().trim().min(1).max(60);
/** 1 to 12 of the palette. */
const color = z.number().int().min(1).max(12);
/** As `KeyboardEvent.key`; whether the board keeps it for itself is judged later, in words. */
const shortcut = z.string().min(1).max(20).nullable();

export const newCategory = z.object({ name, color, shortcut });
export type NewCategory = z.infer<typeof newCategory>;

export const setUpStyleInput = z.object({
  styleSlug,
  categories: z.array(newCategory).max(30),
  startWeek: z.boolean().default(false),
});
export type SetUpStyleInput = z.infer<typeof setUpStyleInput>;

export const styleInput = z.object({ styleSlug });
export const orderStylesInput = z.object({ styleSlugs: z.array(styleSlug).max(100) });

export const createCategoryInput = newCategory.extend({ styleSlug });
export const categoryInput = z.object({ categoryId });
export const renameCategoryInput = z.object({ categoryId, name });
export const recolorCategoryInput = z.object({ categoryId, color });
export const setShortcutInput = z.object({ categoryId, shortcut });
export const orderCategoriesInput = z.object({
  styleSlug,
  categoryIds: z.array(categoryId).max(100),
});
