import { NonRetriableError } from "inngest";
import type { Scenario } from "./scene";

export const eventScenarios: Scenario[] = [
  {
    title: "a matching event reaches the run that waits for it, and no other",
    functions: ({ define, note }) => [
      define({ id: "waiting", triggers: [{ event: "waiting" }] }, async ({ event, step }) => {
        await step.run("begin", () => note(`begin ${event.data.id}`));
        const answer = await step.waitForEvent("answer", {
          event: "waiting/answer",
          timeout: "1h",
          match: "data.id",
        });
        await step.run("tell", () => note(`${event.data.id} got ${answer?.data.text}`));
      }),
    ],
    async play({ send, noted, notes, until }) {
      await send("waiting", { id: "a" }, { id: "b" });
      await noted(2);
      await until(async () => {
        await send("waiting/answer", { id: "b", text: "yes" });
        return notes.all.length > 2;
      });
      return notes.all.slice(2);
    },
    expected: ["b got yes"],
  },
  {
    title: "a wait goes by its condition on both events",
    functions: ({ define, note }) => [
      define({ id: "choosy", triggers: [{ event: "choosy" }] }, async ({ step }) => {
        await step.run("begin", () => note("begin"));
        const answer = await step.waitForEvent("answer", {
          event: "choosy/answer",
          timeout: "1h",
          if: "async.data.n > event.data.n",
        });
        await step.run("tell", () => note(`got ${answer?.data.n}`));
      }),
    ],
    async play({ send, noted, notes, until }) {
      await send("choosy", { n: 5 });
      await noted(1);
      await until(async () => {
        await send("choosy/answer", { n: 5 }, { n: 6 });
        return notes.all.length > 1;
      });
      return notes.all;
    },
    expected: ["begin", "got 6"],
  },
  {
    title: "a wait that runs out yields null",
    functions: ({ define, note }) => [
      define({ id: "unanswered", triggers: [{ event: "unanswered" }] }, async ({ step }) => {
        const answer = await step.waitForEvent("answer", { event: "never", timeout: "1s" });
        await step.run("tell", () => note(JSON.stringify(answer)));
      }),
    ],
    play: async ({ send, ended, notes }) => [await ended(await send("unanswered")), notes.all],
    expected: [["Completed"], ["null"]],
  },
  {
    title: "an event starts every function that it triggers, by name, family and condition",
    functions: ({ define, note }) => [
      define({ id: "exact", triggers: [{ event: "fan/cat" }] }, () => {
        note("exact");
      }),
      define({ id: "family", triggers: [{ event: "fan/*" }] }, ({ event }) => {
        note(`family ${event.name}`);
      }),
      define(
        { id: "picky", triggers: [{ event: "fan/cat", if: "event.data.n > 5" }, { event: "fog" }] },
        ({ event }) => {
          note(`picky ${event.name} ${event.data.n}`);
        },
      ),
    ],
    async play({ send, ended, notes }) {
      await ended(await send("fan/cat", { n: 6 }), 3);
      await ended(await send("fan/cat", { n: 5 }), 2);
      await ended(await send("fog", { n: 1 }));
      return notes.all.toSorted();
    },
    expected: [
      "exact",
      "exact",
      "family fan/cat",
      "family fan/cat",
      "picky fan/cat 6",
      "picky fog 1",
    ],
  },
  {
    title: "an event with a known id starts nothing",
    functions: ({ define, note }) => [
      define({ id: "known", triggers: [{ event: "known" }] }, ({ event }) => {
        note(`known ${event.data.n}`);
      }),
    ],
    async play({ client, ended, notes }) {
      const id = `known-${crypto.randomUUID()}`;
      await ended((await client.send({ id, name: "known", data: { n: 1 } })).ids);
      await client.send({ id, name: "known", data: { n: 2 } });
      await ended((await client.send({ name: "known", data: { n: 3 } })).ids);
      return notes.all;
    },
    expected: ["known 1", "known 3"],
  },
  {
    title: "an event of the future starts its run then",
    functions: ({ define, note }) => [
      define({ id: "future", triggers: [{ event: "future" }] }, ({ event }) => {
        note(Date.now() >= (event.ts ?? 0) ? "in time" : "too early");
      }),
    ],
    async play({ client, noted, notes }) {
      await client.send({ name: "future", ts: Date.now() + 1_500 });
      await noted(1);
      return notes.all;
    },
    expected: ["in time"],
  },
  {
    title: "the end of a run is an event, too",
    functions: ({ define, note }) => [
      define({ id: "good-end", triggers: [{ event: "good-end" }] }, () => "well"),
      define({ id: "bad-end", triggers: [{ event: "bad-end" }] }, () => {
        throw new NonRetriableError("badly");
      }),
      ...["finished", "failed"].map((end) =>
        define(
          {
            id: `hears-${end}`,
            triggers: [
              {
                event: `inngest/function.${end}`,
                if: "event.data.function_id.endsWith('-end')",
              },
            ],
          },
          ({ event }) => {
            const { function_id, error } = event.data as {
              function_id: string;
              error?: { message: string };
            };
            note(`${function_id.split("-").slice(-2)[0]} ${end} ${error?.message ?? ""}`.trim());
          },
        ),
      ),
    ],
    async play({ send, noted, notes }) {
      await send("good-end");
      await send("bad-end");
      await noted(3);
      return notes.all.toSorted();
    },
    expected: ["bad failed badly", "bad finished badly", "good finished"],
  },
  {
    title: "a cron trigger fires, in its time zone",
    slow: true,
    functions: ({ define, note }) => [
      define({ id: "tick", triggers: [{ cron: "TZ=Europe/Berlin * * * * *" }] }, () => {
        note("tick");
      }),
    ],
    async play({ noted, notes }) {
      await noted(1);
      return notes.all[0];
    },
    expected: "tick",
  },
];
