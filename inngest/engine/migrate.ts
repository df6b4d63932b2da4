import { readdir, readFile } from "node:fs/promises";
import { type Sql, transact } from "./database";

const MIGRATION_LOCK = 727_002;
const folder = new URL("./migrations/", import.meta.url);

/** Brings the schema `engine` up to date; several processes may do it at once. */
export async function migrate(sql: Sql) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  await transact(sql, async (tx) => {
    await tx`select pg_advisory_xact_lock(${MIGRATION_LOCK})`;
    await tx`create schema if not exists engine`;
    await tx`
      create table if not exists engine.migrations (
        name text primary key,
        applied_at timestamptz not null default now()
      )`;
    const applied = await tx<{ name: string }[]>`select name from engine.migrations`;
    for (const name of names) {
      if (applied.some((row) => row.name === name)) continue;
      await tx.unsafe(await readFile(new URL(name, folder), "utf8")).simple();
      await tx`insert into engine.migrations (name) values (${name})`;
    }
  });
}
