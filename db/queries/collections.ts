import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { collections } from "@/db/schema/collection";

const view = {
  id: collections.id,
  status: collections.status,
  expected: collections.expected,
  fetched: collections.fetched,
  stored: collections.stored,
  invalid: collections.invalid,
  problem: collections.problem,
};

type StyleWeek = { styleId: string; year: number; week: number };

const ofStyleWeek = ({ styleId, year, week }: StyleWeek) =>
  and(eq(collections.styleId, styleId), eq(collections.year, year), eq(collections.week, week));

export type CollectionView = NonNullable<Awaited<ReturnType<typeof findCollection>>>;

export async function findCollection(db: Db, styleWeek: StyleWeek) {
  const [row] = await db.select(view).from(collections).where(ofStyleWeek(styleWeek));
  return row ?? null;
}

/** Makes the collection of a style-week; null when it exists already. */
export async function insertCollection(db: Db, { styleId, year, week }: StyleWeek) {
  const [row] = await db
    .insert(collections)
    .values({ styleId, year, week })
    .onConflictDoNothing()
    .returning(view);
  return row ?? null;
}

/** Reads it for a decision: nobody else changes it until the transaction ends. */
export async function lockCollection(db: Db, styleWeek: StyleWeek) {
  const [row] = await db.select(view).from(collections).where(ofStyleWeek(styleWeek)).for("update");
  return row ?? null;
}

/** Starts it over, as a new generation. What earlier ones stored stays. */
export async function requeueCollection(db: Db, { collectionId }: { collectionId: string }) {
  await db
    .update(collections)
    .set({
      status: "queued",
      generation: sql`${collections.generation} + 1`,
      problem: null,
      requestedAt: sql`now()`,
      startedAt: null,
      finishedAt: null,
      updatedAt: sql`now()`,
    })
    .where(eq(collections.id, collectionId));
}
