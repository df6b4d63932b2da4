import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { sources } from "@/db/schema";
import { createStyle, createUser } from "@/db/testing/factories";
import { exportGathered } from "./export-gathered";
import { readGathered } from "./read-gathering";

const TRACKS = 9_000;

/** A source as a fetch leaves it that found so many tracks. */
async function createLongSource() {
  const { id: userId } = await createUser(db);
  const { id: subject } = await createStyle(db);
  const [source] = await db
    .insert(sources)
    .values({ userId, kind: "style", subject, name: "Long", maxAgeMinutes: 60, edition: 1 })
    .returning({ id: sources.id });
  const sourceId = source?.id ?? "";
  const find = (edition: number) =>
    db.execute(sql`
      insert into source_tracks (source_id, edition, position, recording_key, title, artists)
      select ${sourceId}::uuid, ${edition}::int, n, 'name:' || n, 'Track ' || n, array['Âme']
      from generate_series(0, ${TRACKS}::int - 1) n
    `);
  await find(1);
  /** A fetch that found one more before all others comes to its end. */
  const fetchAgain = async () => {
    await db.execute(sql`
      update source_tracks set edition = 2, position = position + 1
      where source_id = ${sourceId}::uuid
    `);
    await db.execute(sql`
      insert into source_tracks (source_id, edition, position, recording_key, title)
      values (${sourceId}::uuid, 2, 0, 'name:new', 'New')
    `);
    await db.execute(sql`update sources set edition = 2 where id = ${sourceId}::uuid`);
  };
  return { wanted: { userId, sourceIds: [sourceId], text: "" }, fetchAgain };
}

test("a table of what is gathered is of one moment, whatever is fetched while it is read", async () => {
  const { wanted, fetchAgain } = await createLongSource();
  const keys: string[] = [];
  for await (const tracks of await exportGathered(db, { ...wanted, offset: 0 })) {
    if (keys.length === 0) await fetchAgain();
    keys.push(...tracks.map(({ recordingKey }) => recordingKey));
  }
  expect(keys).toHaveLength(TRACKS);
  expect(keys.every((key, place) => key === `name:${place}`)).toBe(true);
  const beyond = await readGathered(db, { ...wanted, offset: TRACKS + 1, limit: 10 });
  expect(beyond).toEqual({ tracks: [], total: TRACKS + 1 });
});

test("who stops reading a table holds nothing, and a second one waits for the first", async () => {
  const { wanted } = await createLongSource();
  const whole = { ...wanted, offset: 0 };
  const readSome = async () => {
    for await (const tracks of await exportGathered(db, whole)) {
      await expect(exportGathered(db, whole)).rejects.toMatchObject({ code: "CONFLICT" });
      return tracks.length;
    }
  };
  expect(await readSome()).toBe(2000);
  await expect.poll(() => readSome().catch(String)).toBe(2000);
});
