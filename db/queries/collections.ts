import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { styles } from "@/db/schema/catalog";
import { collectionItems, collections } from "@/db/schema/collection";
import type { CollectionStatus } from "@/lib/collection/status";

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

/** Which style-week a collection is of; null when there is none. */
export async function findCollectedWeek(db: Db, { collectionId }: { collectionId: string }) {
  const [row] = await db
    .select({
      styleId: collections.styleId,
      styleName: styles.name,
      year: collections.year,
      week: collections.week,
    })
    .from(collections)
    .innerJoin(styles, eq(styles.id, collections.styleId))
    .where(eq(collections.id, collectionId));
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

/** What its run has to know; null unless it is queued or running. Locked until the transaction ends. */
export async function lockOpenCollection(db: Db, { collectionId }: { collectionId: string }) {
  const [row] = await db
    .select({
      year: collections.year,
      week: collections.week,
      generation: collections.generation,
      genreId: styles.beatportId,
      /** The page its reading stood at when an earlier run ended. */
      lastPage: sql<number | null>`(
        select max(${collectionItems.page}) from ${collectionItems}
        where ${collectionItems.collectionId} = ${collections.id}
          and ${collectionItems.generation} = ${collections.generation}
      )`,
    })
    .from(collections)
    .innerJoin(styles, eq(styles.id, collections.styleId))
    .where(
      and(eq(collections.id, collectionId), inArray(collections.status, ["queued", "running"])),
    )
    .for("update", { of: collections });
  return row ?? null;
}

export async function markRunning(db: Db, { collectionId }: { collectionId: string }) {
  await db
    .update(collections)
    .set({
      status: "running",
      startedAt: sql`coalesce(${collections.startedAt}, now())`,
      updatedAt: sql`now()`,
    })
    .where(eq(collections.id, collectionId));
}

/** Begins another reading from the start; answers its generation. */
export async function startGeneration(db: Db, { collectionId }: { collectionId: string }) {
  const [row] = await db
    .update(collections)
    .set({ generation: sql`${collections.generation} + 1`, updatedAt: sql`now()` })
    .where(eq(collections.id, collectionId))
    .returning({ generation: collections.generation });
  return row?.generation ?? null;
}

/** Counted from what is there, of the newest generation. */
export async function countCollection(db: Db, { collectionId }: { collectionId: string }) {
  const [row] = await db.execute<{
    expected: number;
    received: number;
    stored: number;
    invalid: number;
  }>(sql`
    select coalesce(c.expected, 0) as expected,
      count(e.id)::int as received,
      (count(*) filter (where e.status = 'processed'))::int as stored,
      (count(*) filter (where e.status = 'invalid'))::int as invalid
    from collections c
    left join collection_items i on i.collection_id = c.id and i.generation = c.generation
    left join external_data e on e.id = i.external_data_id
    where c.id = ${collectionId}::uuid
    group by c.id
  `);
  return row ?? null;
}

/** Ends a run, unless the collection was ended or asked for anew meanwhile. */
export async function endCollection(
  db: Db,
  {
    collectionId,
    ...end
  }: {
    collectionId: string;
    status: CollectionStatus;
    problem: string | null;
    fetched?: number;
    stored?: number;
    invalid?: number;
  },
) {
  await db
    .update(collections)
    .set({ ...end, finishedAt: sql`now()`, updatedAt: sql`now()` })
    .where(
      and(eq(collections.id, collectionId), inArray(collections.status, ["queued", "running"])),
    );
}

/** Finds open collections that nothing has moved for a while, and notes that they were found. */
export async function claimStandingStill(
  db: Db,
  { minutes }: { minutes: number },
): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    update collections c set updated_at = now()
    where c.status in ('queued', 'running')
      and c.updated_at < now() - make_interval(mins => ${minutes}::int)
      and not exists (
        select 1 from jobs j
        where j.kind = 'collection' and j.subject_id = c.id and j.status = 'waiting'
          and j.waiting_until > now()
      )
    returning c.id
  `);
  return rows.map(({ id }) => id);
}
