import { NonRetriableError } from "inngest";
import { expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import {
  ProviderError,
  type ProviderErrorKind,
  WaitUntilError,
} from "@/lib/traffic/provider-error";
import { plainProblem, untilAnswered } from "./until-answered";

type Step = Parameters<typeof untilAnswered>[0];

/** Steps as the SDK runs them the first time: results pass through JSON, sleeps are noted. */
function steps() {
  const seen: string[] = [];
  const step = {
    run: async (id: string, body: () => Promise<unknown>) => {
      seen.push(id);
      return JSON.parse(JSON.stringify(await body()));
    },
    sleepUntil: async (id: string, until: string) => {
      seen.push(`${id} ${until}`);
    },
  } as unknown as Step;
  return { step, seen };
}

const later = (day: number) => new Date(Date.UTC(2026, 10, day));
const refusal = (kind: ProviderErrorKind) =>
  new ProviderError({ provider: "spotify", group: "search", kind, status: null, message: "No." });

test("sleeps through every wait the provider asks for, says so, and returns the answer", async () => {
  const waits = [later(22), later(23)];
  const told: Date[] = [];
  const { step, seen } = steps();
  const answer = await untilAnswered(step, {
    id: "read-page-1",
    run: async () => {
      const until = waits.shift();
      if (until) throw new WaitUntilError("beatport", "catalog", until);
      return { page: 1 };
    },
    onWait: async ({ until }) => told.push(until),
  });
  expect(answer).toEqual({ page: 1 });
  expect(told).toEqual([later(22), later(23)]);
  expect(seen).toEqual([
    "read-page-1",
    "read-page-1-wait-1 2026-11-22T00:00:00.000Z",
    "read-page-1-after-wait-1",
    "read-page-1-wait-2 2026-11-23T00:00:00.000Z",
    "read-page-1-after-wait-2",
  ]);
});

test("an answer of nothing is an answer", async () => {
  const { step } = steps();
  expect(await untilAnswered(step, { id: "ask", run: async () => null })).toBeNull();
  expect(await untilAnswered(step, { id: "tell", run: async () => {} })).toBeUndefined();
});

test.each([
  refusal("forbidden"),
  refusal("unauthorized"),
  new AppError("RECONNECT", "Connect Spotify again."),
])("what cannot heal is not retried: %s", async (error) => {
  const { step } = steps();
  const asking = untilAnswered(step, { id: "ask", run: () => Promise.reject(error) });
  await expect(asking).rejects.toBeInstanceOf(NonRetriableError);
  await expect(asking).rejects.toThrow(error.message);
});

test("what may heal is left to the retries, and told", async () => {
  const { step } = steps();
  const told: string[] = [];
  const ask = (error: Error) => ({
    id: "ask",
    run: () => Promise.reject(error),
    onProblem: async (problem: string) => told.push(problem),
  });
  const error = refusal("unavailable");
  await expect(untilAnswered(step, ask(error))).rejects.toBe(error);
  await expect(untilAnswered(step, ask(new TypeError("x is undefined")))).rejects.toThrow();
  expect(told).toEqual(["No.", "A fault in Clouder came between."]);
});

test("people read a provider's refusal, not our own faults", () => {
  expect(plainProblem(refusal("forbidden"))).toBe("No.");
  expect(plainProblem(new NonRetriableError("Connect Spotify again."))).toBe(
    "Connect Spotify again.",
  );
  expect(plainProblem(new TypeError("x is undefined"))).not.toContain("undefined");
});
