import { canonicalJson } from "./canonical-json";
import { keepCrons } from "./crons";
import { FUNCTIONS_CHANNEL, type Sql, transact } from "./database";
import { type Functions, RefusedRegistration, readFunctions } from "./function-config";

const REGISTRY_LOCK = 727_004;

/** The app's functions as last registered, by this process or by another one. */
export interface Registry {
  functions(): Functions;
  /** Reads again what is stored. */
  load(): Promise<void>;
  /** Stores the app's functions; true when they changed. Throws RefusedRegistration. */
  save(configs: { id: string }[]): Promise<boolean>;
}

export function createRegistry(sql: Sql): Registry {
  let functions: Functions = new Map();
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other: an answer that comes late must not hide what was stored meanwhile. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  }

  async function load() {
    const rows = await sql<{ config: unknown }[]>`select config from engine.functions order by id`;
    functions = readFunctions(rows.map(({ config }) => config)).functions;
  }

  async function save(configs: { id: string }[]) {
    const { functions: read, problems } = readFunctions(configs);
    if (problems.length > 0) throw new RefusedRegistration(problems);
    const changed = await transact(sql, async (tx) => {
      await tx`select pg_advisory_xact_lock(${REGISTRY_LOCK})`;
      const ids = configs.map(({ id }) => id);
      const removed = await tx`delete from engine.functions where id <> all(${ids}::text[])`;
      const updated = await tx`
        insert into engine.functions as fn (id, config)
        select id, config::json
        from unnest(${ids}::text[], ${configs.map(canonicalJson)}::text[]) sent (id, config)
        on conflict (id) do update set config = excluded.config, registered_at = now()
        where fn.config::text <> excluded.config::text`;
      if (removed.count + updated.count === 0) return false;
      await keepCrons(tx, read);
      await tx`select pg_notify(${FUNCTIONS_CHANNEL}, '')`;
      return true;
    });
    functions = read;
    return changed;
  }

  return {
    functions: () => functions,
    load: () => inTurn(load),
    save: (configs) => inTurn(() => save(configs)),
  };
}
