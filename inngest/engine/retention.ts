import type { Engine } from "./engine";

const HOUR_MS = 3_600_000;
const BATCH = 500;

/** Deletes what is older than the retention, in small batches. Yields the number of runs. */
export async function prune({ sql, settings }: Pick<Engine, "sql" | "settings">): Promise<number> {
  const { retentionMs } = settings;
  let pruned = 0;
  for (;;) {
    const { count } = await sql`
      delete from engine.runs where id in (
        select id from engine.runs
        where ended_at < now() - ${retentionMs} * interval '1 ms' limit ${BATCH}
      )`;
    pruned += count;
    if (count < BATCH) break;
  }
  // An event's own id must stay known for a day, whatever the retention.
  await sql`
    delete from engine.events
    where received_at < now() - greatest(${retentionMs} * interval '1 ms', interval '1 day')`;
  // A gate whose time has come is as good as none.
  await sql`delete from engine.gates where arrival_at < now()`;
  return pruned;
}

/** Prunes now and then once an hour. */
export function startRetention(engine: Engine) {
  const run = () =>
    prune(engine).then(
      (runs) => engine.log.debug({ runs }, "old runs are deleted"),
      (error) => engine.log.error({ error }, "old runs could not be deleted"),
    );
  let running = run();
  const timer = setInterval(() => {
    running = run();
  }, HOUR_MS);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
