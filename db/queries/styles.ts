import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { styles, userStyles } from "@/db/schema/catalog";

export async function hasStyles(db: Db): Promise<boolean> {
  const rows = await db.select({ id: styles.id }).from(styles).limit(1);
  return rows.length > 0;
}

export async function findStyle(db: Db, { styleId }: { styleId: string }) {
  const [row] = await db
    .select({ id: styles.id, beatportId: styles.beatportId, name: styles.name })
    .from(styles)
    .where(eq(styles.id, styleId));
  return row ?? null;
}

/** Styles that at least one DJ follows. */
export async function listFollowedStyleIds(db: Db): Promise<string[]> {
  const rows = await db
    .selectDistinct({ styleId: userStyles.styleId })
    .from(userStyles)
    .orderBy(userStyles.styleId);
  return rows.map(({ styleId }) => styleId);
}

/** Adds new styles and renames changed ones; unchanged rows are not touched. */
export async function upsertStyles(
  db: Db,
  rows: { beatportId: number; name: string; slug: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insert(styles)
    .values(rows)
    .onConflictDoUpdate({
      target: styles.beatportId,
      set: { name: sql`excluded.name`, slug: sql`excluded.slug`, updatedAt: sql`now()` },
      setWhere: sql`(${styles.name}, ${styles.slug}) is distinct from (excluded.name, excluded.slug)`,
    });
}
