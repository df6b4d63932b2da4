import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { createUser } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { readMetrics } from "./read-metrics";

async function createSync(db: Db, { ended }: { ended: "today" | "yesterday" }) {
  const { id: userId } = await createUser(db);
  const finished = ended === "today" ? sql`now()` : sql`now() - interval '25 hours'`;
  await db.execute(sql`
    with connection as (
      insert into connections (user_id, provider, account_id)
      values (${userId}, 'spotify', ${userId}) returning id
    ),
    run as (
      insert into sync_runs
        (connection_id, user_id, provider, trigger, mode, status, started_at, finished_at)
      select id, ${userId}::uuid, 'spotify', 'manual', 'full', 'partial',
        ${finished} - interval '2 seconds', ${finished}
      from connection returning id, connection_id
    )
    insert into sync_run_parts
      (run_id, connection_id, part, status, requested, stored, appended, gone, waits)
    select run.id, run.connection_id, p.part::library_part, p.status::sync_status, 50, p.stored,
      p.stored, 1, p.waits
    from run, (values ('saved_tracks', 'complete', 50, 0), ('playlists', 'failed', 20, 3))
      as p(part, status, stored, waits)
  `);
}

test("syncs that ended today are timed and counted per part; yesterday's are not", () =>
  withRollback(async (tx) => {
    await createSync(tx, { ended: "today" });
    await createSync(tx, { ended: "today" });
    await createSync(tx, { ended: "yesterday" });
    const lines = (await readMetrics(tx, { now: new Date() })).split("\n");
    const saved = 'provider="spotify",part="saved_tracks"';
    const playlists = 'provider="spotify",part="playlists"';
    expect(lines).toEqual(
      expect.arrayContaining([
        'clouder_sync_duration_seconds_count{provider="spotify",mode="full",status="partial"} 2',
        'clouder_sync_duration_seconds_sum{provider="spotify",mode="full",status="partial"} 4',
        `clouder_sync_parts_today{${saved},status="complete"} 2`,
        `clouder_sync_parts_today{${playlists},status="failed"} 2`,
        `clouder_sync_records_today{${playlists},records="requested"} 100`,
        `clouder_sync_records_today{${playlists},records="stored"} 40`,
        `clouder_sync_records_today{${saved},records="gone"} 2`,
        `clouder_sync_waits_today{${playlists}} 6`,
        `clouder_sync_waits_today{${saved}} 0`,
      ]),
    );
  }));
