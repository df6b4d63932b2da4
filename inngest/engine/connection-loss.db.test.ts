import postgres from "postgres";
import { expect, test } from "vitest";
import { endedRunsOf, runToEnd, startStage, testSettings, until } from "./testing/engine-and-app";

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

test("work goes on to its end while connections to the database are cut", async () => {
  const stage = await startStage(
    (client) => [
      client.createFunction({ id: "five", triggers: [{ event: "five" }] }, async ({ step }) => {
        const done: number[] = [];
        for (let n = 0; n < 5; n += 1) done.push(await step.run(`step ${n}`, () => n));
        return done;
      }),
    ],
    { leaseMs: 2_000 },
  );
  const { ids } = await stage.client.send(Array.from({ length: 20 }, () => ({ name: "five" })));
  let cuts = 0;
  await until(async () => {
    cuts += 1;
    await stage.sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'clouder-engine' and datname = current_database()`;
    return cuts >= 10;
  });

  const runs = await endedRunsOf(stage, ids);
  expect(runs.map(({ status }) => status)).toEqual(ids.map(() => "Completed"));
  expect(runs.every(({ output }) => String(output) === "0,1,2,3,4")).toBe(true);
  await stage.close();
});
