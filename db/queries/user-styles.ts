import "server-only";
import { eq } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { styles } from "@/db/schema";

export async function findStyleBySlug(db: Db, { slug }: { slug: string }) {
  const [row] = await db
    .select({ id: styles.id, slug: styles.slug, name: styles.name })
    .from(styles)
    .where(eq(styles.slug, slug));
  return row ?? null;
}
