import "server-only";
import { db } from "@/db/client";
import { countGolden, listGoldenPlays } from "@/db/queries/history-golden";
import { listImports } from "@/db/queries/plays-imports";
import { findTimeZone } from "@/db/queries/plays-recounts";
import { requirePageUser } from "@/lib/auth/session";
import { readListening, readTaste } from "./read-listening";
import type { ListeningInput, TasteInput } from "./schema";

const GOLDEN_ROWS = 1_000;
const IMPORTS = 10;

/** In whose days the signed-in person is counted; null until a browser told it. */
export async function loadTimeZone() {
  const { id: userId } = await requirePageUser();
  return findTimeZone(db, { userId });
}

/** What the signed-in person heard. */
export async function loadListening(wish: ListeningInput) {
  const { id: userId } = await requirePageUser();
  return readListening(db, { ...wish, userId, now: new Date() });
}

/** How the signed-in person's taste went. */
export async function loadTaste(wish: TasteInput) {
  const { id: userId } = await requirePageUser();
  return readTaste(db, { ...wish, userId, now: new Date() });
}

/** The signed-in person's Golden tracks with how often they are played. */
export async function loadGoldenPlays({ neverOnly }: { neverOnly: boolean }) {
  const { id: userId } = await requirePageUser();
  const [rows, all] = await Promise.all([
    listGoldenPlays(db, { userId, neverOnly, limit: GOLDEN_ROWS }),
    countGolden(db, { userId }),
  ]);
  return { rows, all };
}

/** What the signed-in person imported lately; moments are ISO texts. */
export async function loadImports() {
  const { id: userId } = await requirePageUser();
  const rows = await listImports(db, { userId, limit: IMPORTS });
  return rows.map(({ createdAt, firstAt, lastAt, finishedAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    firstAt: firstAt?.toISOString() ?? null,
    lastAt: lastAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
  }));
}
export type ImportView = Awaited<ReturnType<typeof loadImports>>[number];
