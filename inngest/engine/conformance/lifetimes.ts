import { setTimeout as sleep } from "node:timers/promises";
import type { Scenario, Scene } from "./scene";

/** Sends an event again and again until these runs have ended: a wait is not visible from outside. */
async function endBy({ send, ended, until }: Scene, name: string, ids: string[]) {
  let end: string[] | null = null;
  const ending = ended(ids).then((statuses) => {
    end = statuses;
    return statuses;
  });
  await until(async () => {
    await send(name);
    return end !== null;
  });
  return ending;
}

export const lifetimeScenarios: Scenario[] = [
  {
    title: "a singleton skips runs while one of its key is under way",
    functions: ({ define, note }) => [
      define(
        {
          id: "single",
          triggers: [{ event: "single" }],
          singleton: { key: "event.data.user", mode: "skip" },
        },
        async ({ event, step }) => {
          await step.run("begin", () => note(`${event.data.user} ${event.data.n}`));
          await step.waitForEvent("end", { event: "single/end", timeout: "1h" });
        },
      ),
    ],
    async play(scene) {
      const { send, noted, notes } = scene;
      const first = await send("single", { user: "a", n: 1 });
      await noted(1);
      await send("single", { user: "a", n: 2 });
      const other = await send("single", { user: "b", n: 3 });
      await noted(2);
      await endBy(scene, "single/end", [...first, ...other]);
      const again = await send("single", { user: "a", n: 4 });
      await noted(3);
      return [await endBy(scene, "single/end", again), notes.all];
    },
    expected: [["Completed"], ["a 1", "b 3", "a 4"]],
  },
  {
    title: "a cancelling singleton gives way to its successor",
    functions: ({ define, note }) => [
      define(
        { id: "newest", triggers: [{ event: "newest" }], singleton: { mode: "cancel" } },
        async ({ event, step }) => {
          await step.run("begin", () => note(`begin ${event.data.n}`));
          await step.waitForEvent("end", { event: "newest/end", timeout: "1h" });
          await step.run("finish", () => note(`finish ${event.data.n}`));
        },
      ),
    ],
    async play(scene) {
      const { send, noted, ended, notes } = scene;
      const first = await send("newest", { n: 1 });
      await noted(1);
      const second = await send("newest", { n: 2 });
      await noted(2);
      const replaced = await ended(first);
      return [replaced, await endBy(scene, "newest/end", second), notes.all];
    },
    expected: [["Cancelled"], ["Completed"], ["begin 1", "begin 2", "finish 2"]],
  },
  {
    title: "an event cancels the runs that it matches, and no others",
    functions: ({ define, note }) => [
      define(
        {
          id: "stoppable",
          triggers: [{ event: "stoppable" }],
          cancelOn: [{ event: "stoppable/stop", match: "data.id" }],
        },
        async ({ event, step }) => {
          await step.run("begin", () => note(`begin ${event.data.id}`));
          await step.waitForEvent("go", { event: "stoppable/go", timeout: "1h" });
          await step.run("go on", () => note(`went on ${event.data.id}`));
        },
      ),
    ],
    async play(scene) {
      const { send, noted, ended, notes } = scene;
      const going = await send("stoppable", { id: "a" });
      const stopped = await send("stoppable", { id: "b" });
      await noted(2);
      await send("stoppable/stop", { id: "b" });
      const end = await ended(stopped);
      return [end, await endBy(scene, "stoppable/go", going), notes.of("went")];
    },
    expected: [["Cancelled"], ["Completed"], ["went on a"]],
  },
  {
    title: "an event that comes after a cancellation's time-out cancels nothing",
    functions: ({ define, note }) => [
      define(
        {
          id: "committed",
          triggers: [{ event: "committed" }],
          cancelOn: [{ event: "committed/stop", timeout: "1s" }],
        },
        async ({ step }) => {
          await step.sleep("beyond", "2s");
          await step.run("ask", () => note("beyond"));
          await step.sleep("rest", "3s");
          await step.run("end", () => note("end"));
        },
      ),
    ],
    async play({ send, noted, ended, notes }) {
      const ids = await send("committed");
      await noted(1);
      await send("committed/stop");
      return [await ended(ids), notes.all];
    },
    expected: [["Completed"], ["beyond", "end"]],
  },
  {
    title: "a run that does not finish in time is cancelled",
    functions: ({ define, note }) => [
      define(
        { id: "slow", triggers: [{ event: "slow" }], timeouts: { finish: "1s" } },
        async ({ step }) => {
          await step.sleep("nap", "3s");
          await step.run("after", () => note("after"));
        },
      ),
    ],
    play: async ({ send, ended, notes }) => [await ended(await send("slow")), notes.all],
    expected: [["Cancelled"], []],
  },
  {
    title: "a run that does not start in time is cancelled",
    functions: ({ define }) => [
      define(
        {
          id: "late",
          triggers: [{ event: "late" }],
          concurrency: { limit: 1 },
          timeouts: { start: "4s" },
        },
        ({ step }) => step.run("work", () => sleep(6_000)),
      ),
    ],
    play: async ({ send, ended }) => (await ended(await send("late", {}, {}))).toSorted(),
    expected: ["Cancelled", "Completed"],
  },
];
