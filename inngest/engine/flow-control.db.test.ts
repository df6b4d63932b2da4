import type { Inngest } from "inngest";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endedRuns, endedRunsOf, type Stage, startStage } from "./testing/engine-and-app";
import { Notes } from "./testing/notes";

const SLOTS = 4;
const notes = new Notes();

const functions = (client: Inngest) => {
  const define = client.createFunction;
  return [
    define(
      {
        id: "shared",
        triggers: [{ event: "shared" }],
        concurrency: { key: "event.data.user", limit: 50 },
      },
      ({ event }) => {
        notes.add(event.data.user);
      },
    ),
    define(
      { id: "throttled", triggers: [{ event: "throttled" }], throttle: { limit: 2, period: "1h" } },
      () => "started",
    ),
    define(
      {
        id: "limited",
        triggers: [{ event: "limited" }],
        rateLimit: { key: "event.data.user", limit: 2, period: "1h" },
      },
      () => "started",
    ),
  ];
};

let stage: Stage;
beforeAll(async () => {
  stage = await startStage(functions, { concurrency: SLOTS });
});
afterAll(() => stage.close());

const sendAll = async (name: string, data: Record<string, unknown>[]) => {
  const { ids } = await stage.client.send(data.map((each) => ({ name, data: each })));
  return ids;
};

test("starts the first throttled run at once and spaces the others evenly", async () => {
  const ids = await sendAll("throttled", [{}, {}, {}]);
  await endedRuns(stage.engine, String(ids[0]));
  const waiting = await stage.sql<{ minutes: number }[]>`
    select round(extract(epoch from due_at - queued_at) / 60)::int as minutes
    from engine.jobs join engine.runs on runs.id = run_id
    where event_id = any(${ids}) order by due_at`;
  expect(waiting.map(({ minutes }) => minutes)).toEqual([30, 60]);
});

test("lets as many runs start at once as a rate limit says, for each key", async () => {
  const users = ["a", "a", "a", "nul \0"].map((user) => ({ user }));
  const ids = await sendAll("limited", users);
  const runs = await endedRunsOf(stage, ids, 3);
  expect(runs.map(({ event_id }) => ids.indexOf(event_id))).toEqual([0, 1, 3]);
});

test("one user's 500 queued runs let another user's single run pass", async () => {
  const crowd = Array.from({ length: 500 }, () => ({ user: "crowd" }));
  const ids = await sendAll("shared", [...crowd, { user: "single" }]);
  await endedRuns(stage.engine, String(ids.at(-1)));
  expect(notes.all.indexOf("single")).toBeLessThan(2 * SLOTS);
});
