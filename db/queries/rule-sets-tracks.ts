import "server-only";
import { count, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { trackFacts } from "@/db/schema";
import type { SuggestedField } from "@/lib/rules/suggested-field";
import { likeContaining } from "@/lib/rules/wildcard";

/** How many recordings a user's rules are asked of. */
export async function countTracks(db: Db, { userId }: { userId: string }): Promise<number> {
  const [row] = await db
    .select({ tracks: count() })
    .from(trackFacts)
    .where(eq(trackFacts.userId, userId));
  return row?.tracks ?? 0;
}

/** The user's recordings in whose title or artists every one of the words is; the shortest titles first. */
export async function searchTracks(
  db: Db,
  { userId, words, limit }: { userId: string; words: readonly string[]; limit: number },
): Promise<string[]> {
  const said = sql`concat_ws(' ', ${trackFacts.titleFolded}, ${trackFacts.mixNameFolded},
    array_to_string(${trackFacts.artistsFolded}, ' '))`;
  const each = words.map((word) => sql`${said} like ${likeContaining(word)}`);
  const rows = await db.execute<{ key: string }>(sql`
    select recording_key as key from ${trackFacts}
    where user_id = ${userId}::uuid and ${sql.join(each, sql` and `)}
    order by length(title_folded), recording_key limit ${limit}::int
  `);
  return rows.map(({ key }) => key);
}

/** The labels of a user's Golden tracks, those with most of them first. */
export async function listGoldenLabels(
  db: Db,
  { userId, limit }: { userId: string; limit: number },
): Promise<string[]> {
  const rows = await db.execute<{ label: string }>(sql`
    select min(label) as label from ${trackFacts}
    where user_id = ${userId}::uuid and stage = 'golden' and label_folded is not null
    group by label_folded order by count(*) desc, label_folded limit ${limit}::int
  `);
  return rows.map(({ label }) => label);
}

/** The texts a user's tracks have most often in a list or a text, for a field that is being filled in. */
export async function listKnownTexts(
  db: Db,
  { userId, field, limit }: { userId: string; field: SuggestedField; limit: number },
): Promise<string[]> {
  const value = trackFacts[field];
  const each = field === "label" ? sql`${value}` : sql`unnest(${value})`;
  const rows = await db.execute<{ text: string }>(sql`
    select text from (
      select ${each} as text from ${trackFacts} where user_id = ${userId}::uuid
    ) t where text is not null group by text order by count(*) desc, text limit ${limit}::int
  `);
  return rows.map(({ text }) => text);
}
