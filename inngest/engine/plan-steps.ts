import { z } from "zod";
import type { Tx } from "./database";
import { delayMs } from "./duration";
import { runError } from "./finish-run";
import type { Functions } from "./function-config";
import { RunFailure, sizeViolation } from "./limits";
import { type Operation, stepName } from "./operations";
import { enqueue } from "./queue";
import { startRuns } from "./start-runs";
import { asError, type RunSize, settleStep } from "./steps";
import { setTimer } from "./timers";
import { ulid } from "./ulid";

interface Planning {
  functions: Functions;
  runId: string;
  operation: Operation;
}

/** How each operation that is done later is prepared. */
const preparations: Record<string, (tx: Tx, planning: Planning) => Promise<void>> = {
  StepPlanned: (tx, { runId, operation }) => enqueue(tx, { runId, stepId: operation.id }),
  Sleep: (tx, { runId, operation }) =>
    setStepTimer(tx, "sleep", { runId, operation, lasting: operation.name ?? "" }),
  WaitForEvent: waitForEvent,
  InvokeFunction: invoke,
};

/** Notes what is to be done and sees to it that it happens; what is planned already stays. */
export async function planSteps(
  tx: Tx,
  functions: Functions,
  { runId, operations }: { runId: string; operations: Operation[] },
) {
  if (operations.length === 0) return;
  const planned = await tx<{ id: string }[]>`
    insert into engine.steps (run_id, id, name, status, raced)
    select ${runId}, step.id, step.name, 'pending', step.mode = 'race'
    from unnest(
      ${operations.map(({ id }) => id)}::text[],
      ${operations.map(stepName)}::text[],
      ${operations.map(({ opts }) => String(opts?.parallelMode))}::text[]
    ) step (id, name, mode)
    on conflict do nothing
    returning id`;
  const [size] = await tx<RunSize[]>`
    update engine.runs set step_count = step_count + ${planned.length} where id = ${runId}
    returning step_count as steps, state_bytes::float8 as bytes`;
  const violation = size && sizeViolation(size);
  if (violation) throw new RunFailure(violation);

  const ids = new Set(planned.map(({ id }) => id));
  for (const operation of operations) {
    if (!ids.has(operation.id)) continue;
    await preparations[operation.op]?.(tx, { functions, runId, operation });
  }
}

function readOptions<T extends z.ZodType>(schema: T, operation: Operation): z.output<T> {
  const read = schema.safeParse(operation.opts ?? {});
  if (read.success) return read.data;
  throw new RunFailure(`The options of step "${stepName(operation)}" are broken`);
}

async function setStepTimer(
  tx: Tx,
  kind: "sleep" | "wait" | "invoke",
  { runId, operation, lasting }: Omit<Planning, "functions"> & { lasting: string },
) {
  const afterMs = delayMs(lasting);
  if (afterMs === null) {
    throw new RunFailure(`Step "${stepName(operation)}" lasts "${lasting}", which is no time`);
  }
  await setTimer(
    tx,
    { id: `${kind}:${runId}:${operation.id}`, kind, runId, stepId: operation.id },
    afterMs,
  );
}

const waitOptions = z.object({ timeout: z.string().nullish(), if: z.string().nullish() });

async function waitForEvent(tx: Tx, { runId, operation }: Planning) {
  const options = readOptions(waitOptions, operation);
  await tx`
    insert into engine.waits (run_id, step_id, event_name, condition)
    values (${runId}, ${operation.id}, ${operation.name ?? ""}, ${options.if ?? null})`;
  if (options.timeout) {
    await setStepTimer(tx, "wait", { runId, operation, lasting: options.timeout });
  }
}

const invokeOptions = z.object({
  function_id: z.string(),
  payload: z.object({ data: z.record(z.string(), z.unknown()).nullish() }).nullish(),
  timeout: z.string().nullish(),
});

async function invoke(tx: Tx, { functions, runId, operation }: Planning) {
  const options = readOptions(invokeOptions, operation);
  const parent = { runId, stepId: operation.id };
  const fn = functions.get(options.function_id);
  if (!fn) {
    const error = runError(`There is no function ${options.function_id}`);
    return settleStep(tx, { ...parent, outcome: asError(error) });
  }
  if (options.timeout) {
    await setStepTimer(tx, "invoke", { runId, operation, lasting: options.timeout });
  }
  const id = ulid();
  const data = options.payload?.data ?? {};
  const payload = { id, name: "inngest/function.invoked", data, ts: Date.now() };
  await startRuns(tx, functions, [{ fn, event: { id, payload }, parent }]);
}
