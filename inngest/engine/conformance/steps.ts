import type { Scenario } from "./scene";

const MEGABYTE = "x".repeat(1024 * 1024);

export const stepScenarios: Scenario[] = [
  {
    title: "steps run once each and in order, across a sleep and a sent event",
    functions: ({ define, note }) => [
      define({ id: "linear", triggers: [{ event: "linear" }] }, async ({ event, step }) => {
        const one = await step.run("one", () => note(`one ${event.data.n}`));
        await step.sleep("nap", "1s");
        await step.run("two", () => note("two"));
        await step.sendEvent("tell", { name: "linear/told", data: { one } });
        await step.run("three", () => note("three"));
      }),
      define({ id: "told", triggers: [{ event: "linear/told" }] }, ({ event }) => {
        note(`told ${event.data.one}`);
      }),
    ],
    async play({ send, ended, noted, notes }) {
      const end = await ended(await send("linear", { n: 7 }));
      await noted(4);
      const own = notes.all.filter((note) => !note.startsWith("told"));
      return [end, own, notes.of("told")];
    },
    expected: [["Completed"], ["one 7", "two", "three"], ["told one 7"]],
  },
  {
    title: "parallel steps run once each, and the run goes on when all of them are done",
    functions: ({ define, note }) => [
      define({ id: "parallel", triggers: [{ event: "parallel" }] }, async ({ step }) => {
        const sides = await Promise.all([
          step.run("left", () => note("left")),
          step.sleep("middle", "1s"),
          step.run("right", () => note("right")),
        ]);
        await step.run("after", () => note(`after ${JSON.stringify(sides)}`));
      }),
    ],
    async play({ send, ended, notes }) {
      const end = await ended(await send("parallel"));
      return [end, notes.all.slice(0, 2).toSorted(), notes.all.slice(2)];
    },
    expected: [["Completed"], ["left", "right"], ['after ["left",null,"right"]']],
  },
  {
    title: "a race is over with its first step",
    functions: ({ define, note }) => [
      define({ id: "race", triggers: [{ event: "race" }] }, async ({ step, group }) => {
        const winner = await group.parallel({ mode: "race" }, () =>
          Promise.race([
            step.waitForEvent("slow", { event: "race/slow", timeout: "1h" }).then(() => "slow"),
            step.run("fast", () => "fast"),
          ]),
        );
        await step.run("after", () => note(`after ${winner}`));
      }),
    ],
    async play({ send, ended, noted, notes, until }) {
      const ids = await send("race");
      await noted(1);
      let end: string[] = [];
      const ending = ended(ids).then((statuses) => {
        end = statuses;
      });
      await until(async () => {
        await send("race/slow");
        return end.length > 0;
      });
      await ending;
      return [end, notes.all];
    },
    expected: [["Completed"], ["after fast"]],
  },
  {
    title: "a sleep until a time ends no earlier",
    functions: ({ define, note }) => [
      define({ id: "until", triggers: [{ event: "until" }] }, async ({ event, step }) => {
        await step.sleepUntil("dawn", new Date(event.data.at));
        await step.run("wake", () => note(Date.now() >= event.data.at ? "in time" : "too early"));
      }),
    ],
    async play({ send, ended, notes }) {
      return [await ended(await send("until", { at: Date.now() + 1_500 })), notes.all];
    },
    expected: [["Completed"], ["in time"]],
  },
  {
    title: "steps of the same name are told apart by their order",
    functions: ({ define, note }) => [
      define({ id: "same", triggers: [{ event: "same" }] }, async ({ step }) => {
        const results: string[] = [];
        for (let n = 0; n < 3; n += 1)
          results.push(await step.run("same", () => note(`same ${n}`)));
        await step.sleep("nap", "1s");
        await step.run("sum", () => note(results.join()));
      }),
    ],
    play: async ({ send, ended, notes }) => [await ended(await send("same")), notes.all],
    expected: [["Completed"], ["same 0", "same 1", "same 2", "same 0,same 1,same 2"]],
  },
  {
    title: "what a step yields comes back as JSON holds it",
    functions: ({ define, note }) => [
      define({ id: "json", triggers: [{ event: "json" }] }, async ({ step }) => {
        const value = await step.run("make", () => ({
          at: new Date(0),
          none: undefined,
          list: [1e21, -0.5, null, true],
          text: 'quote ", backslash \\, astral 🎧, line \u2028',
        }));
        const nothing = await step.run("nothing", () => undefined);
        await step.sleep("nap", "1s");
        await step.run("tell", () => note(JSON.stringify([value, nothing ?? null])));
      }),
    ],
    async play({ send, ended, notes }) {
      return [await ended(await send("json")), JSON.parse(notes.all[0] ?? "null")];
    },
    expected: [
      ["Completed"],
      [
        {
          at: "1970-01-01T00:00:00.000Z",
          list: [1e21, -0.5, null, true],
          text: 'quote ", backslash \\, astral 🎧, line \u2028',
        },
        null,
      ],
    ],
  },
  {
    title: "a step that yields more than 4 MB fails its run",
    functions: ({ define, note }) => [
      define({ id: "large", triggers: [{ event: "large" }], retries: 0 }, async ({ step }) => {
        await step.run("make", () => MEGABYTE.repeat(5));
        await step.run("after", () => note("after"));
      }),
    ],
    play: async ({ send, ended, notes }) => [await ended(await send("large")), notes.all],
    expected: [["Failed"], []],
  },
  {
    title: "an invoked function gives its result to the step that invoked it",
    functions({ define, note }) {
      const child = define({ id: "double", triggers: [{ event: "double" }] }, ({ event }) => ({
        doubled: event.data.n * 2,
      }));
      return [
        child,
        define({ id: "invoking", triggers: [{ event: "invoking" }] }, async ({ step }) => {
          const answer = await step.invoke("ask", { function: child, data: { n: 21 } });
          await step.run("tell", () => note(JSON.stringify(answer)));
        }),
      ];
    },
    play: async ({ send, ended, notes }) => [await ended(await send("invoking")), notes.all],
    expected: [["Completed"], ['{"doubled":42}']],
  },
  {
    title: "an invoked function that fails, or takes too long, gives an error to be caught",
    functions({ define, note }) {
      const failing = define(
        { id: "failing", triggers: [{ event: "failing" }], retries: 0 },
        () => {
          throw new Error("the child fell");
        },
      );
      const lasting = define({ id: "lasting", triggers: [{ event: "lasting" }] }, ({ step }) =>
        step.sleep("long", "8s"),
      );
      return [
        failing,
        lasting,
        define({ id: "bold", triggers: [{ event: "bold" }], retries: 0 }, async ({ step }) => {
          const fall = await step
            .invoke("fall", { function: failing, data: {} })
            .catch((error: Error) => error.message);
          await step.run("tell", () => note(String(fall)));
          const late = await step
            .invoke("wait", { function: lasting, data: {}, timeout: "1s" })
            .then(
              () => "in time",
              () => "too late",
            );
          await step.run("tell", () => note(late));
        }),
      ];
    },
    play: async ({ send, ended, notes }) => [await ended(await send("bold")), notes.all],
    expected: [["Completed"], ["the child fell", "too late"]],
  },
];
