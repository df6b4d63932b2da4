import type { Inngest } from "inngest";
import { afterAll, beforeAll, expect, test } from "vitest";
import { notifyWork } from "./database";
import { endedRuns, type Stage, startStage, until } from "./testing/engine-and-app";

/** For each function: how often it was called, and whether its first call may end. */
const calls = { stepped: { count: 0, held: true }, plain: { count: 0, held: true } };

/** The first call stays until it is let go. */
async function answer(name: keyof typeof calls) {
  calls[name].count += 1;
  const nth = calls[name].count;
  if (nth === 1) await until(() => !calls[name].held);
  return `call ${nth}`;
}

const functions = (client: Inngest) => [
  client.createFunction({ id: "stepped", triggers: [{ event: "stepped" }] }, ({ step }) =>
    step.run("work", () => answer("stepped")),
  ),
  client.createFunction({ id: "plain", triggers: [{ event: "plain" }] }, () => answer("plain")),
];

let stage: Stage;
beforeAll(async () => {
  stage = await startStage(functions);
});
afterAll(() => stage.close());

test.each(["stepped", "plain"] as const)(
  "the answer of a call whose lease is lost changes nothing: %s",
  async (name) => {
    const { ids } = await stage.client.send({ name });
    await until(() => calls[name].count === 1);
    // As if another engine had the job now …
    await stage.sql`
      update engine.jobs
      set lease_token = gen_random_uuid(), lease_until = now() + interval '1 h'
      where lease_token is not null`;
    calls[name].held = false;
    // … and had died.
    await stage.sql`update engine.jobs set lease_until = now() - interval '1 s'`;
    await notifyWork(stage.sql);
    expect(await endedRuns(stage.engine, String(ids[0]))).toMatchObject([
      { status: "Completed", output: "call 2" },
    ]);
    expect(calls[name].count).toBe(2);
  },
);
