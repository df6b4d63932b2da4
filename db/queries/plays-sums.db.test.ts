import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { createUser } from "@/db/testing/factories";
import type { ExportedPlay } from "@/lib/history/read-play";
import { insertExported } from "./plays-import";
import { addToSums, rebuildSums, setTimeZone } from "./plays-sums";

let owner = { userId: "", connectionId: "" };
beforeEach(async () => {
  await db.execute(sql`truncate users cascade`);
  owner = await connect();
});

async function connect() {
  const { id: userId } = await createUser(db);
  const [connection] = await db.execute<{ id: string }>(sql`
    insert into connections (user_id, provider, account_id) values (${userId}, 'spotify', ${userId})
    returning id
  `);
  return { userId, connectionId: connection?.id ?? "" };
}

/** The sums as the plays themselves give them. */
const countRaw = (timeZone: string) =>
  db.execute(sql`
    with named as (
      select k.kind, k.key, played_at, played_at at time zone ${timeZone} as local, ms_played as ms
      from user_recently_played, lateral (values
        ('track', external_id), ('artist', lower(artist_name)),
        ('album', lower(nullif(album_name, '')) || ' · ' || lower(coalesce(artist_name, '')))
      ) as k(kind, key)
      where ms_played >= 30000 and connection_id = ${owner.connectionId}
    )
    select * from (
      select 'hour ' || date_trunc('hour', local)::text as what, count(*)::int as plays,
        sum(ms)::float8 as ms, null::text as span
      from named where kind = 'track' group by 1
      union all
      select kind || ' ' || key, count(*)::int, sum(ms)::float8,
        min(played_at at time zone 'UTC') || ' ' || max(played_at at time zone 'UTC')
      from named where key <> '' group by kind, key
      union all
      select kind || ' ' || key || ' ' || date_trunc('month', local)::date, count(*)::int,
        sum(ms)::float8, null
      from named where key <> '' group by kind, key, date_trunc('month', local)
    ) as sums order by what
  `);

const readSums = () =>
  db.execute(sql`
    select * from (
      select 'hour ' || (day + make_interval(hours => hour))::text as what, plays,
        ms::float8 as ms, null::text as span
      from play_hours where connection_id = ${owner.connectionId}
      union all
      select kind || ' ' || key, plays, ms::float8,
        (first_at at time zone 'UTC') || ' ' || (last_at at time zone 'UTC')
      from play_subjects where connection_id = ${owner.connectionId}
      union all
      select m.kind || ' ' || s.key || ' ' || m.month, m.plays, m.ms::float8, null
      from play_months m join play_subjects s on s.id = m.subject_id and s.kind = m.kind
      where m.connection_id = ${owner.connectionId}
    ) as sums order by what
  `);

const zones = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Apia"];
/** Around the two days on which clocks change, and around a year's end. */
const moments = fc.oneof(
  ...[Date.UTC(2024, 2, 30, 12), Date.UTC(2024, 9, 26, 12), Date.UTC(2024, 11, 31, 2)].map((from) =>
    fc.integer({ min: 0, max: 2 * 86_400 }).map((second) => from + second * 1000),
  ),
);
const plays = fc.array(
  fc.record({
    endedAt: moments.map((ms) => new Date(ms).toISOString()),
    externalId: fc.constantFrom("a", "b", "c"),
    artistName: fc.constantFrom("One", "ONE", "Two", "", null),
    albumName: fc.constantFrom("First", "", null),
    msPlayed: fc.constantFrom(0, 29_999, 30_000, 200_000),
  }),
  { maxLength: 25 },
);

const add = async (batch: Omit<ExportedPlay, "trackName" | "details">[]) => {
  const rows = batch.map((play) => ({ ...play, trackName: play.externalId, details: {} }));
  await insertExported(db, { ...owner, provider: "spotify", plays: rows });
  await addToSums(db, owner);
};

test("sums are what the plays add up to: in any batches, in any zone, made anew or not", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(plays, { maxLength: 3 }),
      fc.constantFrom(...zones),
      fc.constantFrom(...zones),
      async (batches, before, after) => {
        await db.execute(sql`delete from user_recently_played`);
        await setTimeZone(db, { ...owner, timeZone: before });
        await rebuildSums(db, owner);
        for (const batch of batches) await add(batch);
        expect([...(await readSums())]).toEqual([...(await countRaw(before))]);
        await setTimeZone(db, { ...owner, timeZone: after });
        expect([...(await readSums())]).toEqual([...(await countRaw(after))]);
        await rebuildSums(db, owner);
        expect([...(await readSums())]).toEqual([...(await countRaw(after))]);
      },
    ),
    { numRuns: 25 },
  );
});

test("one person's zone leaves another's sums alone", async () => {
  const play = { externalId: "a", artistName: "One", albumName: null, msPlayed: 40_000 };
  await add([{ ...play, endedAt: "2024-06-01T23:30:00.000Z" }]);
  const before = [...(await readSums())];
  const stranger = await connect();
  await setTimeZone(db, { userId: stranger.userId, timeZone: "Asia/Tokyo" });
  expect([...(await readSums())]).toEqual(before);
});
