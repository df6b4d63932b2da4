import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";

type Wanted = { userId: string; recordingKeys: readonly string[] };
type Word = { tag: string; folded: string };

const keysOf = ({ recordingKeys }: Wanted) => sql`${sql.param([...recordingKeys])}::text[]`;

/** A user's tags on some recordings, in the order of the alphabet. */
export async function listTags(
  db: Db,
  wanted: Wanted,
): Promise<{ recordingKey: string; tags: string[] }[]> {
  const rows = await db.execute<{ recordingKey: string; tags: string[] }>(sql`
    select recording_key as "recordingKey", array_agg(tag order by folded) as tags
    from track_tags
    where user_id = ${wanted.userId}::uuid and recording_key = any(${keysOf(wanted)})
    group by recording_key
  `);
  return [...rows];
}

/** The tags a user has given, the most used first. */
export async function listTagsInUse(
  db: Db,
  { userId, offset = 0, limit }: { userId: string; offset?: number; limit: number },
): Promise<{ tag: string; tracks: number }[]> {
  const rows = await db.execute<{ tag: string; tracks: number }>(sql`
    select min(tag) as tag, count(*)::int as tracks from track_tags
    where user_id = ${userId}::uuid
    group by folded order by count(*) desc, folded
    limit ${limit}::int offset ${offset}::int
  `);
  return [...rows];
}

/** Adds each word to each recording; one that is there, however it is written, stays as it is. */
export async function insertTags(
  db: Db,
  { words, ...wanted }: Wanted & { words: readonly Word[] },
): Promise<void> {
  await db.execute(sql`
    insert into track_tags (user_id, recording_key, folded, tag)
    select ${wanted.userId}::uuid, key, word.folded, word.tag
    from unnest(${keysOf(wanted)}) as key
    cross join jsonb_to_recordset(${JSON.stringify(words)}::jsonb) as word(folded text, tag text)
    on conflict do nothing
  `);
}

/** The most tags that one of some recordings has. */
export async function countMostTags(db: Db, wanted: Wanted): Promise<number> {
  const [row] = await db.execute<{ most: number }>(sql`
    select coalesce(max(n), 0)::int as most from (
      select count(*) as n from track_tags
      where user_id = ${wanted.userId}::uuid and recording_key = any(${keysOf(wanted)})
      group by recording_key
    ) counted
  `);
  return row?.most ?? 0;
}

export async function deleteTags(
  db: Db,
  { folded, ...wanted }: Wanted & { folded: readonly string[] },
): Promise<void> {
  await db.execute(sql`
    delete from track_tags
    where user_id = ${wanted.userId}::uuid and recording_key = any(${keysOf(wanted)})
      and folded = any(${sql.param([...folded])}::text[])
  `);
}
