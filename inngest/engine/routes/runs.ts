import { Hono } from "hono";
import { transact } from "../database";
import type { Engine } from "../engine";
import { finishRun, runError } from "../finish-run";
import { loadEvent, loadSteps, stepsJson } from "../run-state";
import { findRun, listRunsOfEvent } from "../run-view";

const notFound = { error: "There is no such run", status: 404 };

/** What the SDK reads when a run's state is too large to send along. */
export function stateRoutes({ sql }: Engine) {
  const json = { "content-type": "application/json" };
  return new Hono()
    .get("/:run/batch", async (context) => {
      const event = await loadEvent(sql, context.req.param("run"));
      return event ? context.body(`[${event}]`, 200, json) : context.json(notFound, 404);
    })
    .get("/:run/actions", async (context) => {
      const steps = await loadSteps(sql, context.req.param("run"));
      return context.body(stepsJson(steps), 200, json);
    });
}

/** Runs as people and tools look at them, and the way to cancel one. */
export function runRoutes({ sql, registry }: Engine) {
  return new Hono()
    .get("/runs/:run", async (context) => {
      const run = await findRun(sql, context.req.param("run"));
      return run ? context.json({ data: run }) : context.json(notFound, 404);
    })
    .delete("/runs/:run", async (context) => {
      const runId = context.req.param("run");
      const end = { status: "cancelled", error: runError("Cancelled by hand") } as const;
      const cancelled = await transact(sql, (tx) =>
        finishRun(tx, registry.functions(), { runId, end }),
      );
      if (cancelled) return context.body(null, 204);
      const run = await findRun(sql, runId);
      if (!run) return context.json(notFound, 404);
      return context.json({ error: `The run has ended: ${run.status}`, status: 409 }, 409);
    })
    .get("/events/:event/runs", async (context) =>
      context.json({ data: await listRunsOfEvent(sql, context.req.param("event")) }),
    );
}
