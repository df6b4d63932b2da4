import { z } from "zod";
import type { Placement } from "./board";

/** Where a track stands, whole: enough to put it back there. The journal keeps two of them. */
export const standing = z.object({
  /** Null while it is Bronze. */
  categoryId: z.uuid().nullable(),
  silverPosition: z.string().nullable(),
  /** Its place in the category's Golden list, when this week promoted it. */
  golden: z.object({ position: z.string(), addedAt: z.string() }).nullable(),
});
export type Standing = z.infer<typeof standing>;

export const bronze: Standing = { categoryId: null, silverPosition: null, golden: null };

export const inSilver = (categoryId: string, silverPosition: string): Standing => ({
  categoryId,
  silverPosition,
  golden: null,
});

export const placementOf = (id: string, where: Standing): Placement => ({
  id,
  categoryId: where.categoryId,
  silverPosition: where.silverPosition,
  promoted: where.golden !== null,
});

/** A press that changes nothing is kept, so that its key is spent, but there is nothing to take back. */
export const samePlace = (one: Standing, other: Standing) =>
  one.categoryId === other.categoryId &&
  one.silverPosition === other.silverPosition &&
  (one.golden === null) === (other.golden === null);
