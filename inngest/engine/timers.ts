import { canonicalJson } from "./canonical-json";
import { notifyWork, type Sql, type Tx } from "./database";

export type TimerKind =
  | "sleep"
  | "wait"
  | "invoke"
  | "start"
  | "finish"
  | "debounce"
  | "cron"
  | "publish";

export interface Timer {
  id: string;
  kind: TimerKind;
  runId: string | null;
  stepId: string | null;
  functionId: string | null;
  detail: unknown;
}

/** Adds a timer; one with the same id is left as it is. */
export async function setTimer(
  tx: Tx,
  timer: { id: string; kind: TimerKind } & Partial<Timer>,
  afterMs: number,
) {
  await tx`
    insert into engine.timers (id, kind, run_id, step_id, function_id, detail, due_at)
    values (
      ${timer.id}, ${timer.kind}, ${timer.runId ?? null}, ${timer.stepId ?? null},
      ${timer.functionId ?? null}, ${canonicalJson(timer.detail)}::text::json,
      -- Counted from here, not from the start of the transaction: a sleep never ends too early.
      clock_timestamp() + ${afterMs} * interval '1 ms'
    )
    on conflict (id) do nothing`;
  await notifyWork(tx);
}

const TIMERS_AT_ONCE = 6;

/** The ids of some timers that are due, the oldest first. */
export async function dueTimerIds(sql: Sql): Promise<string[]> {
  const due = await sql<{ id: string }[]>`
    select id from engine.timers where due_at <= now() order by due_at limit ${TIMERS_AT_ONCE}`;
  return due.map(({ id }) => id);
}

/** Takes a timer, unless another process has it. */
export async function takeTimer(tx: Tx, id: string): Promise<Timer | null> {
  const [timer] = await tx<Timer[]>`
    delete from engine.timers where id = ${id} and due_at <= now()
    returning id, kind, run_id as "runId", step_id as "stepId", function_id as "functionId", detail`;
  return timer ?? null;
}

/** Puts a timer that could not be fired behind the others. */
export async function postponeTimer(sql: Sql, id: string, byMs: number) {
  await sql`
    update engine.timers set due_at = now() + ${byMs} * interval '1 ms' where id = ${id}`;
}
