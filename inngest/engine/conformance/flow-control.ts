import { setTimeout as sleep } from "node:timers/promises";
import type { Scenario } from "./scene";

/** Counts how many calls are under way, and the most there ever were. */
function createLoad() {
  let now = 0;
  let most = 0;
  return {
    most: () => most,
    /** Stays until it has had company, or until it is clear that none comes. */
    async work() {
      now += 1;
      most = Math.max(most, now);
      const patience = Date.now() + 10_000;
      do await sleep(50);
      while (most < 2 && Date.now() < patience);
      now -= 1;
    },
  };
}

const loads = { keyed: createLoad(), shared: createLoad(), both: createLoad() };
const times = (count: number) => Array.from({ length: count }, (_, n) => ({ n, user: "ann" }));

export const flowScenarios: Scenario[] = [
  {
    title: "no more steps of a key run at once than its limit, and as many as that",
    functions: ({ define }) => [
      define(
        {
          id: "keyed",
          triggers: [{ event: "keyed" }],
          concurrency: { key: "event.data.user", limit: 2 },
        },
        ({ step }) => step.run("work", loads.keyed.work),
      ),
    ],
    async play({ send, ended }) {
      await ended(await send("keyed", ...times(8)));
      return loads.keyed.most();
    },
    expected: 2,
  },
  {
    title: "a long queue of one key does not hold up another key",
    functions: ({ define, note, until, notes }) => [
      define(
        {
          id: "queued",
          triggers: [{ event: "queued" }],
          concurrency: { key: "event.data.user", limit: 1 },
        },
        async ({ event, step }) => {
          const { user } = event.data;
          await step.run("work", async () => {
            if (user === "many") await until(() => notes.of("one").length > 0);
            note(user);
          });
        },
      ),
    ],
    async play({ send, ended, notes }) {
      const queue = await send("queued", ...times(6).map(() => ({ user: "many" })));
      await ended(await send("queued", { user: "one" }));
      await ended(queue);
      return notes.all;
    },
    expected: ["one", ...times(6).map(() => "many")],
  },
  {
    title: "functions that share a key of the account are counted together",
    functions: ({ define }) =>
      ["left", "right"].map((id) =>
        define(
          {
            id,
            triggers: [{ event: "shared" }],
            concurrency: [{ scope: "account", key: '"conformance"', limit: 2 }],
          },
          ({ step }) => step.run("work", loads.shared.work),
        ),
      ),
    async play({ send, ended }) {
      await ended(await send("shared", ...times(4)), 2);
      return loads.shared.most();
    },
    expected: 2,
  },
  {
    title: "of two limits the narrower one holds",
    functions: ({ define }) => [
      define(
        {
          id: "both",
          triggers: [{ event: "both" }],
          concurrency: [{ limit: 5 }, { key: "event.data.user", limit: 2 }],
        },
        ({ step }) => step.run("work", loads.both.work),
      ),
    ],
    async play({ send, ended }) {
      await ended(await send("both", ...times(6)));
      return loads.both.most();
    },
    expected: 2,
  },
  {
    title: "throttled runs wait for their turn, and none is lost",
    functions: ({ define, note }) => [
      define(
        {
          id: "throttled",
          triggers: [{ event: "throttled" }],
          throttle: { limit: 1, period: "4s" },
        },
        () => {
          note("started");
        },
      ),
    ],
    async play({ send, ended, noted, notes }) {
      const ids = await send("throttled", ...times(2));
      await noted(1);
      const atFirst = notes.all.length;
      return [atFirst, await ended(ids)];
    },
    expected: [1, ["Completed", "Completed"]],
  },
  {
    title: "runs above a rate limit are dropped, for each key",
    functions: ({ define, note }) => [
      define(
        {
          id: "limited",
          triggers: [{ event: "limited" }],
          rateLimit: { key: "event.data.user", limit: 1, period: "1h" },
        },
        ({ event }) => {
          note(event.data.user);
        },
      ),
    ],
    async play({ send, ended, notes }) {
      // New names each time: a server that stays remembers the old ones.
      const [one, two] = [crypto.randomUUID(), crypto.randomUUID()];
      await ended(await send("limited", { user: one }));
      await send("limited", { user: one });
      await ended(await send("limited", { user: two }));
      return notes.all.map((user) => user === one);
    },
    expected: [true, false],
  },
  {
    title: "a function runs once for an idempotency key",
    functions: ({ define, note }) => [
      define(
        { id: "once", triggers: [{ event: "once" }], idempotency: "event.data.cart" },
        ({ event }) => {
          note(`once ${event.data.cart}`);
        },
      ),
    ],
    async play({ send, ended, notes }) {
      const [one, two] = [crypto.randomUUID(), crypto.randomUUID()];
      await ended(await send("once", { cart: one }));
      await send("once", { cart: one });
      await ended(await send("once", { cart: two }));
      return notes.all.length;
    },
    expected: 2,
  },
  {
    title: "a debounced function starts with the last event of each key",
    functions: ({ define, note }) => [
      define(
        {
          id: "debounced",
          triggers: [{ event: "debounced" }],
          debounce: { key: "event.data.list", period: "3s" },
        },
        ({ event }) => {
          note(`${event.data.list} ${event.data.n}`);
        },
      ),
    ],
    async play({ send, noted, notes }) {
      await send("debounced", { list: "a", n: 1 });
      await send("debounced", { list: "b", n: 1 });
      await send("debounced", { list: "a", n: 2 });
      await noted(2);
      return notes.all.toSorted();
    },
    expected: ["a 2", "b 1"],
  },
  {
    title: "a debounce with a time-out does not wait for ever",
    functions: ({ define, note }) => [
      define(
        {
          id: "impatient",
          triggers: [{ event: "impatient" }],
          debounce: { period: "2s", timeout: "4s" },
        },
        () => {
          note("started");
        },
      ),
    ],
    async play({ send, notes, until }) {
      await until(async () => {
        await send("impatient");
        return notes.all.length > 0;
      });
      return notes.all[0];
    },
    expected: "started",
  },
];
