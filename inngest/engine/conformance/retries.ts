import { NonRetriableError, RetryAfterError } from "inngest";
import type { Scenario } from "./scene";

/** One that asks for a short wait, so that no server makes us wait for its own backoff. */
const soon = (message: string) => new RetryAfterError(message, 1_000);

export const retryScenarios: Scenario[] = [
  {
    title: "a failed step is tried again, a finished one is not, and attempts count for each step",
    functions: ({ define, note }) => [
      define({ id: "flaky", triggers: [{ event: "flaky" }] }, async ({ attempt, step }) => {
        await step.run("first", () => note(`first ${attempt}`));
        await step.run("flaky", () => {
          note(`flaky ${attempt}`);
          if (attempt < 2) throw soon("not yet");
        });
        await step.sleep("nap", "1s");
        await step.run("last", () => note(`last ${attempt}`));
      }),
    ],
    play: async ({ send, ended, notes }) => [await ended(await send("flaky")), notes.all],
    expected: [["Completed"], ["first 0", "flaky 0", "flaky 1", "flaky 2", "last 0"]],
  },
  {
    title: "a function that throws outside its steps is tried again",
    functions: ({ define, note }) => [
      define({ id: "outside", triggers: [{ event: "outside" }] }, ({ attempt }) => {
        note(`attempt ${attempt}`);
        if (attempt < 1) throw soon("not yet");
      }),
    ],
    play: async ({ send, ended, notes }) => [await ended(await send("outside")), notes.all],
    expected: [["Completed"], ["attempt 0", "attempt 1"]],
  },
  {
    title: "the next attempt comes no earlier than RetryAfterError asks",
    functions: ({ define, note }) => [
      define({ id: "later", triggers: [{ event: "later" }] }, ({ attempt }) => {
        note(String(Date.now()));
        if (attempt < 1) throw soon("busy");
      }),
    ],
    async play({ send, ended, notes }) {
      const end = await ended(await send("later"));
      const [first, second] = notes.all.map(Number);
      return [end, Number(second) - Number(first) >= 990];
    },
    expected: [["Completed"], true],
  },
  {
    title: "a run fails when its attempts are spent, and onFailure hears of it once",
    functions: ({ define, note }) => [
      define(
        {
          id: "doomed",
          triggers: [{ event: "doomed" }],
          retries: 1,
          onFailure: ({ error, event }) => {
            note(`onFailure ${error.message} ${event.data.event.data.n}`);
          },
        },
        ({ attempt, step }) =>
          step.run("fall", () => {
            note(`fall ${attempt}`);
            throw soon("always");
          }),
      ),
    ],
    async play({ send, ended, noted, notes }) {
      const ids = await send("doomed", { n: 3 });
      await noted(3);
      return [await ended(ids), notes.all];
    },
    expected: [["Failed"], ["fall 0", "fall 1", "onFailure always 3"]],
  },
  {
    title: "NonRetriableError ends a run at once",
    functions: ({ define, note }) => [
      define({ id: "final", triggers: [{ event: "final" }] }, ({ attempt, step }) =>
        step.run("fall", () => {
          note(`fall ${attempt}`);
          throw new NonRetriableError("never again");
        }),
      ),
    ],
    play: async ({ send, ended, notes }) => [await ended(await send("final")), notes.all],
    expected: [["Failed"], ["fall 0"]],
  },
  {
    title: "the error of a step that failed for good can be caught",
    functions: ({ define, note }) => [
      define({ id: "caught", triggers: [{ event: "caught" }], retries: 0 }, async ({ step }) => {
        const failed = await step
          .run("fall", () => {
            throw new Error("oh");
          })
          .catch((error: Error) => error.message);
        await step.run("recover", () => note(`recovered from ${failed}`));
      }),
    ],
    play: async ({ send, ended, notes }) => [await ended(await send("caught")), notes.all],
    expected: [["Completed"], ["recovered from oh"]],
  },
  {
    title: "of parallel steps only the failed one is tried again",
    functions: ({ define, note }) => [
      define({ id: "half", triggers: [{ event: "half" }] }, async ({ attempt, step }) => {
        await Promise.all([
          step.run("good", () => note("good")),
          step.run("bad", () => {
            note(`bad ${attempt}`);
            if (attempt < 1) throw soon("not yet");
          }),
        ]);
      }),
    ],
    async play({ send, ended, notes }) {
      return [await ended(await send("half")), notes.all.toSorted()];
    },
    expected: [["Completed"], ["bad 0", "bad 1", "good"]],
  },
];
