import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { emptyTables } from "@/db/testing/empty-tables";
import { createListener } from "@/db/testing/library-rows";
import type { ExportedPlay } from "@/lib/history/read-play";
import { setTimeZone } from "@/lib/history/set-time-zone";
import { deleteOwnedRows, listRowsOfConnection } from "./owned-rows";
import { insertExported } from "./plays-import";
import {
  clearRecounts,
  countUncounted,
  recountPlays,
  saveTimeZone,
  showRecount,
} from "./plays-recounts";
import { addToSums } from "./plays-sums";

let owner = { userId: "", connectionId: "" };
beforeEach(async () => {
  await emptyTables(db, "users");
  owner = await createListener(db);
});

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
        null::float8 as ms, null::text as span
      from named where kind = 'track' group by 1
      union all
      select 'day ' || local::date, count(*)::int, sum(ms)::float8, null
      from named where kind = 'track' group by local::date
      union all
      select kind || ' ' || key, count(*)::int, sum(ms)::float8,
        min(played_at at time zone 'UTC') || ' ' || max(played_at at time zone 'UTC')
      from named where key <> '' group by kind, key
      union all
      select kind || ' ' || key || ' ' || date_trunc('month', local)::date, count(*)::int,
        sum(ms)::float8, null
      from named where key <> '' group by kind, key, date_trunc('month', local)
      union all
      select 'in ' || extract(year from local) || ' ' || kind || ' ' || key, count(*)::int,
        sum(ms)::float8, null
      from named where key <> '' group by kind, key, extract(year from local)
    ) as sums order by what
  `);

/** What is shown of the sums. */
const readSums = () =>
  db.execute(sql`
    select * from (
      select 'hour ' || (day + make_interval(hours => hour::int - 1))::text as what,
        hourly.plays, null::float8 as ms, null::text as span
      from play_days join play_sums using (connection_id, counting),
        unnest(hours) with ordinality as hourly(plays, hour)
      where connection_id = ${owner.connectionId} and hourly.plays > 0
      union all
      select 'day ' || day, plays, ms::float8, null
      from play_days join play_sums using (connection_id, counting)
      where connection_id = ${owner.connectionId}
      union all
      select kind || ' ' || key, plays, ms::float8,
        (first_at at time zone 'UTC') || ' ' || (last_at at time zone 'UTC')
      from play_subjects where connection_id = ${owner.connectionId}
      union all
      select m.kind || ' ' || s.key || ' ' || m.month, m.plays, m.ms::float8, null
      from play_months m join play_sums using (connection_id, counting)
      join play_subjects s on s.id = m.subject_id and s.kind = m.kind
      where m.connection_id = ${owner.connectionId}
      union all
      select 'in ' || extract(year from y.year) || ' ' || y.kind || ' ' || s.key, y.plays,
        y.ms::float8, null
      from play_years y join play_sums using (connection_id, counting)
      join play_subjects s on s.id = y.subject_id and s.kind = y.kind
      where y.connection_id = ${owner.connectionId}
    ) as sums order by what
  `);

const countNotShown = async () =>
  (
    await db.execute<{ rows: number }>(sql`
      select count(*)::int as rows from (
        select connection_id, counting from play_days
        union all select connection_id, counting from play_months
        union all select connection_id, counting from play_years
      ) sums
      left join play_sums s using (connection_id, counting) where s.connection_id is null
    `)
  )[0]?.rows;

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

type Heard = Omit<ExportedPlay, "trackName" | "details">;
const add = async (batch: Heard[]) => {
  const rows = batch.map((play) => ({ ...play, trackName: play.externalId, details: {} }));
  await insertExported(db, { ...owner, provider: "spotify", plays: rows });
  await addToSums(db, owner);
};

/** Counts in the days of another zone, a few plays at a time; something is heard meanwhile. */
async function recount({ timeZone, meanwhile }: { timeZone: string; meanwhile: Heard[] }) {
  await saveTimeZone(db, { ...owner, timeZone });
  await recountPlays(db, { ...owner, limit: 7 });
  await add(meanwhile);
  while ((await recountPlays(db, { ...owner, limit: 7 })) > 0);
}
const showAndClear = async () => {
  const isOther = await db.transaction((tx) => showRecount(tx, owner));
  while ((await clearRecounts(db, { ...owner, limit: 5 })) > 0);
  return isOther;
};

test("sums are what the plays add up to: in any batches, in any zone, and all along while it changes", async () => {
  const zone = fc.constantFrom(...zones);
  const history = fc.array(plays, { minLength: 1, maxLength: 3 });
  const property = fc.asyncProperty(
    history,
    zone,
    zone,
    plays,
    async (batches, before, after, meanwhile) => {
      await db.execute(sql`delete from users`);
      owner = await createListener(db);
      await saveTimeZone(db, { ...owner, timeZone: before });
      for (const batch of batches) await add(batch);
      expect([...(await readSums())]).toEqual([...(await countRaw(before))]);
      await recount({ timeZone: after, meanwhile });
      expect([...(await readSums())]).toEqual([...(await countRaw(before))]);
      expect(await showAndClear()).toBe(before !== after);
      expect([...(await readSums())]).toEqual([...(await countRaw(after))]);
      expect(await countNotShown()).toBe(0);
    },
  );
  await fc.assert(property, { numRuns: 25 });
});

const play = { externalId: "a", artistName: "One", albumName: null, msPlayed: 40_000 };

test("a wish that changes on the way counts only the last one; the old zone again costs nothing", async () => {
  await add([
    { ...play, endedAt: "2024-06-01T23:30:00.000Z" },
    { ...play, endedAt: "2024-06-02T23:30:00.000Z" },
  ]);
  await recount({ timeZone: "Asia/Tokyo", meanwhile: [] });
  await recount({ timeZone: "Asia/Kathmandu", meanwhile: [] });
  expect(await showAndClear()).toBe(true);
  expect([...(await readSums())]).toEqual([...(await countRaw("Asia/Kathmandu"))]);
  await recount({ timeZone: "UTC", meanwhile: [] });
  await saveTimeZone(db, { ...owner, timeZone: "Asia/Kathmandu" });
  expect(await countUncounted(db, owner)).toBe(0);
  expect(await showAndClear()).toBe(false);
  expect(await countNotShown()).toBe(0);
  expect([...(await readSums())]).toEqual([...(await countRaw("Asia/Kathmandu"))]);
});

test("a connection that is new while another is counted again is in the days that are shown", async () => {
  await add([{ ...play, endedAt: "2024-06-01T23:30:00.000Z" }]);
  const first = owner;
  await recount({ timeZone: "Asia/Tokyo", meanwhile: [] });
  const [second] = await db.execute<{ id: string }>(sql`
    insert into connections (user_id, provider, account_id)
    values (${owner.userId}, 'apple', 'mira') returning id
  `);
  owner = { ...owner, connectionId: second?.id ?? "" };
  await add([{ ...play, endedAt: "2024-06-03T23:30:00.000Z" }]);
  expect([...(await readSums())]).toEqual([...(await countRaw("UTC"))]);
  expect(await showAndClear()).toBe(true);
  for (const each of [first, owner]) {
    owner = each;
    expect([...(await readSums())]).toEqual([...(await countRaw("Asia/Tokyo"))]);
  }
});

test("one person's zone leaves another's sums alone, and an erasure leaves no sum behind", async () => {
  await add([{ ...play, endedAt: "2024-06-01T23:30:00.000Z" }]);
  const before = [...(await readSums())];
  const stranger = await createListener(db);
  await setTimeZone(db, { userId: stranger.userId, timeZone: "Asia/Tokyo" });
  expect([...(await readSums())]).toEqual(before);
  const connection = { ...owner, provider: "spotify" } as const;
  const counts = await deleteOwnedRows(db, await listRowsOfConnection(db, connection));
  const sums = ["play_days", "play_months", "play_years", "play_subjects", "play_sums"];
  expect(counts.filter(({ table }) => sums.includes(table))).toEqual(
    expect.arrayContaining(sums.map((table) => ({ table, before: expect.any(Number), after: 0 }))),
  );
  expect([...(await readSums())]).toEqual([]);
});
