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

type OfStyle = { userId: string; styleId: string };

const selectOfStyle = (db: Db, { userId, styleId }: OfStyle) =>
  db
    .select(categoryColumns)
    .from(userCategories)
    .where(and(eq(userCategories.userId, userId), eq(userCategories.styleId, styleId)))
    .orderBy(
      sql`${userCategories.archivedAt} is not null`,
      userCategories.isTrash,
      asc(userCategories.position),
      asc(userCategories.id),
    );

/** The DJ's categories of a style: live ones by position, Trash after them, archived ones last. */
export async function listCategories(db: Db, args: OfStyle) {
  return selectOfStyle(db, args);
}

/** For changes that must know all of them: names and keys are told apart over the whole style. */
export async function lockStyleCategories(db: Db, args: OfStyle) {
  return selectOfStyle(db, args).for("update");
}

export async function insertCategories(
  db: Db,
  {
    userId,
    styleId,
    rows,
  }: OfStyle & {
    rows: { name: string; color: number; shortcut: string | null; position: number }[];
  },
) {
  if (rows.length === 0) return [];
  return db
    .insert(userCategories)
    .values(rows.map((row) => ({ ...row, userId, styleId })))
    .returning(categoryColumns);
}

export async function updateCategory(
  db: Db,
  {
    categoryId,
    userId,
    ...change
  }: Owned & {
    name?: string;
    color?: number;
    shortcut?: string | null;
    archivedAt?: Date | null;
  },
) {
  const [row] = await db
    .update(userCategories)
    .set({ ...change, updatedAt: new Date() })
    .where(and(eq(userCategories.id, categoryId), eq(userCategories.userId, userId)))
    .returning(categoryColumns);
  if (!row) throw new Error("a category vanished while it was locked");
  return row;
}

/** Numbers them in the order given. */
export async function updateCategoryOrder(
  db: Db,
  { userId, categoryIds }: { userId: string; categoryIds: readonly string[] },
) {
  await db.execute(sql`
    update user_categories c set position = place.number, updated_at = now()
    from unnest(${sql.param([...categoryIds])}::uuid[]) with ordinality as place(id, number)
    where c.id = place.id and c.user_id = ${userId}
  `);
}

/** Every style somebody sorts has one Trash, under the key 0. */
export async function ensureTrash(db: Db, owner: { userId: string; styleId: string }) {
  await db
    .insert(userCategories)
    .values({ ...owner, name: "Trash", color: 0, shortcut: "0", isTrash: true })
    .onConflictDoNothing();
}
