import { Hono } from "hono";
import { z } from "zod";
import type { Engine } from "../engine";
import { operations } from "../operations";
import { recordCheckpoint } from "../record-checkpoint";

const checkpoint = z.object({ run_id: z.string(), qi_id: z.uuid(), steps: operations });

/** `POST /v1/checkpoint/{run}/async`: keeps steps while the call that ran them goes on. */
export function checkpointRoutes(engine: Engine) {
  return new Hono().post("/:run/async", async (context) => {
    const body = checkpoint.safeParse(await context.req.json());
    if (!body.success || body.data.run_id !== context.req.param("run")) {
      return context.json({ error: "The checkpoint cannot be read", status: 400 }, 400);
    }
    const { run_id: runId, qi_id: token, steps } = body.data;
    const recorded = await recordCheckpoint(engine, { runId, token }, steps);
    if (!recorded) return context.json({ error: "This call is out of date", status: 409 }, 409);
    return context.json({ data: { run_id: runId } });
  });
}
