import { canonicalJson } from "./canonical-json";
import { notifyWork, type Tx } from "./database";
import { type Functions, nextCronTime } from "./function-config";

const timerId = (functionId: string, pattern: string) => `cron:${functionId}:${pattern}`;

/** Sets the timer of a pattern's next time; one that is set already stays. */
export async function scheduleCron(
  tx: Tx,
  { functionId, pattern, from }: { functionId: string; pattern: string; from: Date },
) {
  const at = nextCronTime(pattern, from);
  if (!at) return;
  await tx`
    insert into engine.timers (id, kind, function_id, detail, due_at)
    values (
      ${timerId(functionId, pattern)}, 'cron', ${functionId},
      ${canonicalJson({ pattern, at })}::text::json, ${at}
    )
    on conflict (id) do nothing`;
  await notifyWork(tx);
}

/** Keeps one timer for each cron trigger there is; times that passed meanwhile are made up once. */
export async function keepCrons(tx: Tx, functions: Functions) {
  const wanted = [...functions.values()].flatMap((fn) =>
    fn.triggers.flatMap(({ cron }) => (cron ? [{ functionId: fn.id, pattern: cron }] : [])),
  );
  const ids = wanted.map(({ functionId, pattern }) => timerId(functionId, pattern));
  await tx`delete from engine.timers where kind = 'cron' and id <> all(${ids}::text[])`;
  for (const cron of wanted) await scheduleCron(tx, { ...cron, from: new Date() });
}
