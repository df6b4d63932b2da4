import postgres from "postgres";
import { expect, test } from "vitest";
import { runToEnd, startStage, testSettings, until } from "./testing/engine-and-app";

test("an engine whose database was away hears of new work at once", async () => {
  const stage = await startStage((client) => [
    client.createFunction({ id: "go", triggers: [{ event: "go" }] }, () => "gone"),
  ]);
  expect(await runToEnd(stage, "go")).toMatchObject({ output: "gone" });

  const { databaseUrl } = testSettings(stage.app.url);
  const database = new URL(databaseUrl).pathname.slice(1);
  const admin = postgres(databaseUrl.replace(database, "postgres"), { max: 1, onnotice: () => {} });
  await admin.unsafe(`alter database ${database} allow_connections false`);
  await until(async () => {
    const [row] = await admin<{ count: number }[]>`
      select count(pg_terminate_backend(pid))::int as count
      from pg_stat_activity where datname = ${database}`;
    return row?.count === 0;
  });
  // Long enough for a connection that is tried again to be refused.
  await admin`select pg_sleep(1)`;
  await admin.unsafe(`alter database ${database} allow_connections true`);
  await admin.end();

  expect(await runToEnd(stage, "go")).toMatchObject({ output: "gone" });
  await stage.close();
});
