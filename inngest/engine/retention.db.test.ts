import { expect, test } from "vitest";
import { prune } from "./retention";
import { endedRuns, startStage, testSettings, until, waitCount } from "./testing/engine-and-app";

const DAY_MS = 86_400_000;

test("deletes what ended long ago with its steps, and keeps what is recent or still runs", async () => {
  const stage = await startStage((client) => [
    client.createFunction({ id: "quick", triggers: [{ event: "quick" }] }, ({ step }) =>
      step.run("work", () => 1),
    ),
    client.createFunction({ id: "wait", triggers: [{ event: "wait" }] }, ({ step }) =>
      step.waitForEvent("go", { event: "go", timeout: "1h" }),
    ),
  ]);
  const { sql } = stage;
  const { ids } = await stage.client.send([
    { name: "quick", data: { old: true } },
    { name: "quick" },
    { name: "wait" },
  ]);
  const [old, recent, running] = ids.map(String);
  await Promise.all([old, recent].map((id) => endedRuns(stage.engine, String(id))));
  await until(async () => (await waitCount(stage, "go")) === 1);
  await sql`
    update engine.runs set ended_at = ended_at - interval '8 days' where event_id = ${String(old)}`;
  await sql`update engine.runs set queued_at = queued_at - interval '8 days'
    where event_id = ${String(running)}`;
  await sql`update engine.events set received_at = received_at - interval '8 days'
    where id = ${String(old)}`;
  await sql`insert into engine.gates values ('open', now() - interval '1 s')`;
  await sql`insert into engine.gates values ('closed', now() + interval '1 h')`;

  const settings = testSettings(stage.app.url, { retentionMs: 7 * DAY_MS });
  expect(await prune({ sql, settings })).toBe(1);

  const left = async (rows: Promise<Record<string, string>[]>) =>
    (await rows).flatMap((row) => Object.values(row)).toSorted();
  const kept = [recent, running].toSorted();
  expect(await left(sql`select event_id from engine.runs`)).toEqual(kept);
  expect(await left(sql`select id from engine.events`)).toEqual(kept);
  expect(await left(sql`select key from engine.gates`)).toEqual(["closed"]);
  expect(await sql`select from engine.steps where status = 'data'`).toHaveLength(1);
  await stage.close();
});
