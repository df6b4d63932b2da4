import fs from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { expect, onTestFinished, test } from "vitest";
import { startDatabase } from "./database.mjs";
import { temporaryFolder } from "./isolation.mjs";
import { createShutdown } from "./shutdown.mjs";

function dataFolder() {
  const { folder, remove } = temporaryFolder("database");
  const shutdown = createShutdown();
  onTestFinished(async () => {
    await shutdown.run();
    remove();
  });
  const directory = path.join(folder, "postgres");
  const start = () =>
    startDatabase({ directory, password: "secret", settings: {}, shutdown, write: () => {} });
  return { directory, start };
}

async function withSql<T>(url: string, run: (sql: postgres.Sql) => Promise<T>) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await run(sql);
  } finally {
    await sql.end();
  }
}

test("a server that outlived its supervisor is stopped first, and nothing committed is lost", async () => {
  const { start } = dataFolder();
  const first = await start();
  await withSql(first.url, async (sql) => {
    await sql`create table kept (id int)`;
    await sql`insert into kept values (1)`;
  });

  const second = await start();
  expect(second.server.pid).not.toBe(first.server.pid);
  expect(await withSql(second.url, (sql) => sql`select id from kept`)).toEqual([{ id: 1 }]);
});

test("after a crash it starts again, also when its process id is another program's by now", async () => {
  const { directory, start } = dataFolder();
  const { server, url } = await start();
  await withSql(url, (sql) => sql`create table kept (id int)`);
  const gone = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGKILL");
  await gone;
  const lock = path.join(directory, "postmaster.pid");
  fs.writeFileSync(lock, fs.readFileSync(lock, "utf8").replace(/^\d+/, String(process.pid)));

  const again = await start();
  expect(await withSql(again.url, (sql) => sql`select * from kept`)).toEqual([]);
});

test("a damaged or foreign folder is refused with the way out, and left as it is", async () => {
  const { directory, start } = dataFolder();
  fs.mkdirSync(directory);
  fs.writeFileSync(path.join(directory, "somebody"), "else");
  await expect(start()).rejects.toThrow("its PG_VERSION is missing. Restore it from a backup");
  fs.writeFileSync(path.join(directory, "PG_VERSION"), "12\n");
  fs.chmodSync(directory, 0o700);
  await expect(start()).rejects.toThrow("PostgreSQL 12 made it");
  expect(fs.readdirSync(directory)).toEqual(["PG_VERSION", "somebody"]);
});
