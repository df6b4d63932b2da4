import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { styles, userStyles } from "@/db/schema";

export async function findStyleBySlug(db: Db, { slug }: { slug: string }) {
  const [row] = await db
    .select({ id: styles.id, slug: styles.slug, name: styles.name })
    .from(styles)
    .where(eq(styles.slug, slug));
  return row ?? null;
}

type OfUser = { userId: string };

/** Puts the style last into the rail, unless it is there. */
export async function followStyle(db: Db, { userId, styleId }: OfUser & { styleId: string }) {
  await db
    .insert(userStyles)
    .values({
      userId,
      styleId,
      position: sql`(select coalesce(max(position), 0) + 1 from user_styles
        where user_id = ${userId})`,
    })
    .onConflictDoNothing();
}

export async function deleteUserStyle(db: Db, { userId, styleId }: OfUser & { styleId: string }) {
  await db
    .delete(userStyles)
    .where(and(eq(userStyles.userId, userId), eq(userStyles.styleId, styleId)));
}

/** Numbers the followed ones in the order given; answers how many there were. */
export async function updateStyleOrder(
  db: Db,
  { userId, slugs }: OfUser & { slugs: readonly string[] },
): Promise<number> {
  const rows = await db.execute(sql`
    update user_styles us set position = place.number
    from unnest(${sql.param([...slugs])}::text[]) with ordinality as place(slug, number)
    join styles s on s.slug = place.slug
    where us.style_id = s.id and us.user_id = ${userId}
    returning us.style_id
  `);
  return rows.length;
}

/** The styles a DJ follows, in the order of the rail. */
export async function listUserStyles(db: Db, { userId }: OfUser) {
  return db
    .select({ id: styles.id, slug: styles.slug, name: styles.name })
    .from(userStyles)
    .innerJoin(styles, eq(styles.id, userStyles.styleId))
    .where(eq(userStyles.userId, userId))
    .orderBy(userStyles.position, styles.name);
}

/** All styles by name, with what the DJ has in each. */
export async function listStylesOf(db: Db, { userId }: OfUser) {
  return db
    .select({
      id: styles.id,
      slug: styles.slug,
      name: styles.name,
      followed: sql<boolean>`${userStyles.userId} is not null`,
      position: userStyles.position,
      categories: sql<number>`(
        select count(*)::int from user_categories c
        where c.style_id = ${styles.id} and c.user_id = ${userId}
          and not c.is_trash and c.archived_at is null
      )`,
      golden: sql<number>`(
        select count(*)::int from golden_tracks g
        join user_categories c on c.id = g.category_id
        where c.style_id = ${styles.id} and g.user_id = ${userId}
      )`,
    })
    .from(styles)
    .leftJoin(userStyles, and(eq(userStyles.styleId, styles.id), eq(userStyles.userId, userId)))
    .orderBy(styles.name);
}
