import "server-only";
import { z } from "zod";
import { db } from "@/db/client";
import { findErasure } from "@/db/queries/erasures";

/** The record of an erasure, for whoever has its address: it names nobody. */
export async function loadErasure(id: string) {
  const erasureId = z.uuid().safeParse(id);
  const record = erasureId.success ? await findErasure(db, { erasureId: erasureId.data }) : null;
  if (!record?.finishedAt) return null;
  const { scope, provider, finishedAt, counts } = record;
  return { scope, provider, finishedAt: finishedAt.toISOString(), counts };
}
