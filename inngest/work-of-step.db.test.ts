import { eventType, NonRetriableError } from "inngest";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { startBackground } from "@/inngest/testing/background";
import type { WorkContext } from "@/lib/jobs/work-context";
import { freePort } from "@/scripts/lib/free-port.mjs";

const enginePort = await freePort();
process.env.INNGEST_BASE_URL = `http://127.0.0.1:${enginePort}`;

const { db } = await import("@/db/client");
const { beginJob, openJob } = await import("@/db/queries/jobs");
const { findJobOfRun } = await import("@/db/queries/job-of-run");
const { inngest } = await import("@/inngest/client");
const { currentWork } = await import("@/lib/jobs/work-context");

const wanted = eventType("test/wanted", { schema: z.object({ collectionId: z.uuid() }) });
const seen = new Map<string, WorkContext | null>();
const look = async (where: string) => {
  await Promise.resolve();
  seen.set(where, currentWork());
};

const withJob = inngest.createFunction(
  {
    id: "collect-week",
    triggers: [wanted],
    retries: 0,
    onFailure: ({ step }) => step.run("clean-up", () => look("failure")),
  },
  async ({ event, step, runId }) => {
    const job = { kind: "collection", subjectId: event.data.collectionId } as const;
    await step.run("before", () => look("before"));
    await step.run("begin", async () => {
      await openJob(db, { ...job, title: "A week" });
      await beginJob(db, { ...job, runId, phase: "Begun" });
    });
    await step.run("after", () => look("after"));
    await step.run("give-up", () => Promise.reject(new NonRetriableError("No.")));
  },
);
const withoutJob = inngest.createFunction(
  { id: "count-things", triggers: [wanted] },
  async ({ step }) => {
    await Promise.all([
      step.run("one", () => look("jobless one")),
      step.run("two", () => look("jobless two")),
    ]);
  },
);

let background: Awaited<ReturnType<typeof startBackground>>;
beforeAll(async () => {
  const functions = [withJob, withoutJob];
  background = await startBackground({ client: inngest, functions, enginePort });
});
afterAll(() => background.close());

test("every step knows its function, its run and, as soon as there is one, its job", async () => {
  const collectionId = crypto.randomUUID();
  await background.run(wanted.create({ collectionId }));
  await expect.poll(() => seen.has("failure")).toBe(true);

  const runId = seen.get("before")?.runId ?? "";
  const job = await findJobOfRun(db, { runId });
  const work = { functionId: "collect-week", runId };
  expect(job?.kind).toBe("collection");
  expect(seen.get("before")).toEqual({ ...work, kind: "collect-week", jobId: null });
  expect(seen.get("after")).toEqual({ ...work, kind: "collection", jobId: job?.id });
  expect(seen.get("failure")).toMatchObject({ functionId: "collect-week", jobId: job?.id });

  const other = { kind: "count-things", functionId: "count-things", jobId: null };
  expect(seen.get("jobless one")).toMatchObject(other);
  expect(seen.get("jobless two")).toMatchObject(other);
});

test("outside background work a person is waiting", () => {
  expect(currentWork()).toBeNull();
});
