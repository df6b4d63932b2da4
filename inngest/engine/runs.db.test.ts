import { type Inngest, NonRetriableError, RetryAfterError } from "inngest";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  endedRuns,
  endedRunsOf,
  runToEnd,
  type Stage,
  startStage,
  until,
  waitCount,
} from "./testing/engine-and-app";
import { Notes } from "./testing/notes";

const notes = new Notes();
const failTimes = (times: number, subject: string, error: () => Error) => {
  notes.add(subject);
  if (notes.of(subject).length <= times) throw error();
  return subject;
};

const functions = (client: Inngest) => {
  const define = client.createFunction;
  const child = define({ id: "child", triggers: [{ event: "child" }], retries: 0 }, ({ event }) => {
    if (event.data.fail) throw new NonRetriableError("the child fell");
    return { doubled: event.data.n * 2 };
  });
  return [
    child,
    define({ id: "linear", triggers: [{ event: "linear" }] }, async ({ event, step }) => {
      const one = await step.run("one", () => notes.add(`linear one ${event.data.n}`));
      await step.sleep("nap", "1s");
      const two = await step.run("two", () => notes.add(`linear two ${event.data.n}`));
      await step.sendEvent("tell", { name: "told", data: { one } });
      return { one, two };
    }),
    define({ id: "told", triggers: [{ event: "told" }] }, ({ event }) => {
      notes.add(`told ${event.data.one}`);
    }),
    define({ id: "parallel", triggers: [{ event: "parallel" }] }, async ({ step }) => {
      const sides = await Promise.all([
        step.run("left", () => notes.add("parallel left")),
        step.run("right", () => notes.add("parallel right")),
        step.sleep("middle", "1s"),
      ]);
      const after = await step.run("after", () => notes.add("parallel after"));
      return [...sides, after];
    }),
    define({ id: "race", triggers: [{ event: "race" }] }, async ({ step, group }) => {
      const winner = await group.parallel({ mode: "race" }, () =>
        Promise.race([
          step.waitForEvent("slow", { event: "race/slow", timeout: "1h" }).then(() => "slow"),
          step.run("fast", () => "fast"),
        ]),
      );
      await step.run("after", () => notes.add(`race after ${winner}`));
      return step.run("long-after", () => notes.add("race long after"));
    }),
    define({ id: "retries", triggers: [{ event: "retries" }] }, async ({ step }) => {
      await step.run("first", () => notes.add("retries first"));
      return step.run("flaky", () => failTimes(2, "retries flaky", () => new Error("not yet")));
    }),
    define({ id: "outside", triggers: [{ event: "outside" }] }, () =>
      failTimes(1, "outside", () => new Error("not yet")),
    ),
    define({ id: "later", triggers: [{ event: "later" }] }, async ({ step }) => {
      await step.run("wait", () => failTimes(1, "later", () => new RetryAfterError("busy", "1s")));
      return Date.now();
    }),
    define(
      {
        id: "doomed",
        triggers: [{ event: "doomed" }],
        retries: 1,
        onFailure: ({ error, event }) => {
          notes.add(`doomed onFailure ${error.message} ${event.data.event.data.n}`);
        },
      },
      ({ step }) =>
        step.run("fall", () => {
          notes.add("doomed try");
          throw new Error("always");
        }),
    ),
    define({ id: "final", triggers: [{ event: "final" }] }, ({ step }) =>
      step.run("fall", () => {
        notes.add("final try");
        throw new NonRetriableError("never again");
      }),
    ),
    define({ id: "caught", triggers: [{ event: "caught" }], retries: 0 }, async ({ step }) => {
      const failed = await step
        .run("fall", () => {
          throw new Error("oh");
        })
        .catch((error: Error) => error.message);
      return step.run("recover", () => `${failed} recovered`);
    }),
    define({ id: "parent", triggers: [{ event: "parent" }], retries: 0 }, async ({ event, step }) =>
      step.invoke("ask", { function: child, data: { n: 21, ...event.data } }),
    ),
    define({ id: "waiting", triggers: [{ event: "waiting" }] }, async ({ step }) => {
      const answer = await step.waitForEvent("answer", {
        event: "answer",
        timeout: "1h",
        match: "data.id",
      });
      return answer?.data.text ?? null;
    }),
    define({ id: "unanswered", triggers: [{ event: "unanswered" }] }, ({ step }) =>
      step.waitForEvent("answer", { event: "never", timeout: "1s" }),
    ),
    define({ id: "signal", triggers: [{ event: "signal" }], retries: 0 }, ({ step }) =>
      step.waitForSignal("flag", { signal: "flag", timeout: "1h", onConflict: "fail" }),
    ),
    define({ id: "filtered", triggers: [{ event: "filtered", if: "event.data.n > 5" }] }, () => 1),
    define({ id: "wild", triggers: [{ event: "wild/*" }] }, ({ event }) => event.name),
  ];
};

let stage: Stage;
beforeAll(async () => {
  stage = await startStage(functions);
});
afterAll(() => stage.close());

test("runs steps once each and in order across a sleep, and sends events", async () => {
  const run = await runToEnd(stage, "linear", { n: 7 });
  expect(run).toMatchObject({
    function_id: "app-linear",
    status: "Completed",
    output: { one: "linear one 7", two: "linear two 7" },
  });
  await until(() => notes.of("told").length > 0);
  expect(notes.of("linear")).toEqual(["linear one 7", "linear two 7"]);
  expect(notes.of("told")).toEqual(["told linear one 7"]);
});

test("runs parallel steps once each and goes on when all of them are done", async () => {
  const run = await runToEnd(stage, "parallel");
  expect(run.output).toEqual(["parallel left", "parallel right", null, "parallel after"]);
  expect(notes.of("parallel").toSorted()).toEqual([
    "parallel after",
    "parallel left",
    "parallel right",
  ]);
});

test("goes on past a race while its losers are pending, and ends after them", async () => {
  const { ids } = await stage.client.send({ name: "race" });
  await until(() => notes.of("race").length === 2);
  expect(notes.of("race")).toEqual(["race after fast", "race long after"]);
  await stage.client.send({ name: "race/slow" });
  expect(await endedRuns(stage.engine, String(ids[0]))).toMatchObject([{ status: "Completed" }]);
});

test("tries a failed step again, and no finished one", async () => {
  expect(await runToEnd(stage, "retries")).toMatchObject({ status: "Completed" });
  expect(notes.of("retries first")).toHaveLength(1);
  expect(notes.of("retries flaky")).toHaveLength(3);
});

test("tries a function again that throws outside its steps", async () => {
  expect(await runToEnd(stage, "outside")).toMatchObject({ status: "Completed" });
  expect(notes.of("outside")).toHaveLength(2);
});

test("waits as long as RetryAfterError asks, however short the backoff is", async () => {
  const startedAt = Date.now();
  const run = await runToEnd(stage, "later");
  expect(Number(run.output) - startedAt).toBeGreaterThanOrEqual(990);
});

test("fails a run when its attempts are spent, and calls onFailure once", async () => {
  const run = await runToEnd(stage, "doomed", { n: 3 });
  expect(run).toMatchObject({ status: "Failed", output: { message: "always" } });
  await until(() => notes.of("doomed onFailure").length > 0);
  expect(notes.of("doomed")).toEqual(["doomed try", "doomed try", "doomed onFailure always 3"]);
});

test("does not try again after NonRetriableError", async () => {
  expect(await runToEnd(stage, "final")).toMatchObject({ status: "Failed" });
  expect(notes.of("final")).toHaveLength(1);
});

test("lets the function catch the error of a step that has failed for good", async () => {
  const run = await runToEnd(stage, "caught");
  expect(run).toMatchObject({ status: "Completed", output: "oh recovered" });
});

test("gives the result of an invoked function to its parent", async () => {
  expect(await runToEnd(stage, "parent")).toMatchObject({ output: { doubled: 42 } });
});

test("gives the error of an invoked function to its parent", async () => {
  const run = await runToEnd(stage, "parent", { fail: true });
  expect(run).toMatchObject({ status: "Failed", output: { message: "the child fell" } });
});

test("hands a matching event to the run that waits for it, and to no other", async () => {
  const { ids } = await stage.client.send([
    { name: "waiting", data: { id: "a" } },
    { name: "waiting", data: { id: "b" } },
  ]);
  await until(async () => (await waitCount(stage, "answer")) === 2);
  await stage.client.send({ name: "answer", data: { id: "b", text: "for b" } });
  const [run] = await endedRuns(stage.engine, String(ids[1]));
  expect(run?.output).toBe("for b");
  expect(await waitCount(stage, "answer")).toBe(1);
});

test("gives null to a wait that runs out", async () => {
  expect(await runToEnd(stage, "unanswered")).toMatchObject({ status: "Completed", output: null });
});

test("fails a run that needs what the engine does not support, and says what", async () => {
  const run = await runToEnd(stage, "signal");
  expect(run).toMatchObject({
    status: "Failed",
    output: { message: expect.stringContaining("WaitForSignal") },
  });
});

test("starts nothing for an event that a trigger's condition excludes", async () => {
  const { ids } = await stage.client.send([
    { name: "filtered", data: { n: 6 } },
    { name: "filtered", data: { n: 5 } },
    { name: "filtered", data: {} },
  ]);
  const runs = await endedRunsOf(stage, ids, 1);
  expect(runs.map(({ event_id }) => event_id)).toEqual([ids[0]]);
});

test("starts functions that listen to a whole family of events", async () => {
  expect(await runToEnd(stage, "wild/cat")).toMatchObject({ output: "wild/cat" });
});
