import "server-only";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { userCategories } from "@/db/schema";

type Owned = { categoryId: string; userId: string };

const categoryColumns = {
  id: userCategories.id,
  styleId: userCategories.styleId,
  name: userCategories.name,
  color: userCategories.color,
  shortcut: userCategories.shortcut,
  position: userCategories.position,
  isTrash: userCategories.isTrash,
  archived: sql<boolean>`${userCategories.archivedAt} is not null`,
};

export type CategoryRow = NonNullable<Awaited<ReturnType<typeof findCategory>>>;

export async function findCategory(db: Db, { categoryId, userId }: Owned) {
  const [row] = await db
    .select(categoryColumns)
    .from(userCategories)
    .where(and(eq(userCategories.id, categoryId), eq(userCategories.userId, userId)));
  return row ?? null;
}

type Several = { userId: string; categoryIds: readonly string[] };

const amongOwn = ({ userId, categoryIds }: Several) =>
  and(inArray(userCategories.id, [...categoryIds]), eq(userCategories.userId, userId));

export async function listCategoriesById(db: Db, args: Several) {
  if (args.categoryIds.length === 0) return [];
  return db.select(categoryColumns).from(userCategories).where(amongOwn(args));
}

/** Two weeks that promote into one Golden list wait for each other. */
export async function lockCategories(db: Db, args: Several) {
  if (args.categoryIds.length === 0) return [];
  return db
    .select(categoryColumns)
    .from(userCategories)
    .where(amongOwn(args))
    .orderBy(userCategories.id)
    .for("update");
}

/** The DJ's categories of a style: live ones by position, Trash after them, archived ones last. */
export async function listCategories(db: Db, args: { userId: string; styleId: string }) {
  return db
    .select(categoryColumns)
    .from(userCategories)
    .where(and(eq(userCategories.userId, args.userId), eq(userCategories.styleId, args.styleId)))
    .orderBy(
      sql`${userCategories.archivedAt} is not null`,
      userCategories.isTrash,
      asc(userCategories.position),
      asc(userCategories.id),
    );
}

/** Every style somebody sorts has one Trash, under the key 0. */
export async function ensureTrash(db: Db, owner: { userId: string; styleId: string }) {
  await db
    .insert(userCategories)
    .values({ ...owner, name: "Trash", color: 0, shortcut: "0", isTrash: true })
    .onConflictDoNothing();
}
