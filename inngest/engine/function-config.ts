import { Cron } from "croner";
import { z } from "zod";
import { durationMs } from "./duration";
import { compileCondition, compileKey } from "./expression";

const unsupported = z.never({ error: "is not supported by this engine" }).optional();

/** Turns a text into what it means; its parser's complaint becomes the refusal. */
const meaning = <T>(what: string, parse: (text: string) => T) =>
  z.string().transform((text, context) => {
    try {
      return parse(text);
    } catch (error) {
      const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
      context.addIssue(`is not ${what}: ${reason}`);
      return z.NEVER;
    }
  });

const key = meaning("an expression", compileKey);
const condition = meaning("an expression", compileCondition);

const period = meaning("a duration", (text) => {
  const milliseconds = durationMs(text);
  if (!milliseconds) throw new Error(`"${text}"`);
  return milliseconds;
});

const limit = z.number().int().min(1);

/** The next time after `from` that a pattern such as "TZ=Europe/Berlin 0 9 * * 1" names. */
export function nextCronTime(pattern: string, from: Date): Date | null {
  const [, timezone, fields = pattern] = /^(?:CRON_)?TZ=(\S+)\s+(.*)$/.exec(pattern) ?? [];
  return new Cron(fields, { timezone: timezone ?? "UTC", paused: true }).nextRun(from);
}

const cronPattern = meaning("a cron pattern", (pattern) => {
  if (!nextCronTime(pattern, new Date())) throw new Error("it never comes");
  return pattern;
});

const trigger = z.strictObject({
  event: z.string().min(1).optional(),
  expression: condition.optional(),
  cron: cronPattern.optional(),
  jitter: unsupported,
});

const concurrency = z.strictObject({
  limit,
  key: key.optional(),
  scope: z.enum(["fn", "env", "account"]).default("fn"),
});

/** The SDK sends a bare limit, one entry or a list. */
function asConcurrencyList(given: unknown): unknown {
  if (given === undefined) return [];
  if (typeof given === "number") return [{ limit: given }];
  return Array.isArray(given) ? given : [given];
}

const functionConfig = z
  .strictObject({
    id: z.string().min(1),
    name: z.string().optional(),
    triggers: z.array(trigger).max(10),
    steps: z.strictObject({
      step: z.object({
        runtime: z.object({ type: z.literal("http", { error: "must be http" }) }),
        retries: z.object({ attempts: z.number().int().min(0).max(20).optional() }).optional(),
      }),
    }),
    concurrency: z.preprocess(asConcurrencyList, z.array(concurrency).max(2)),
    idempotency: key.optional(),
    rateLimit: z.strictObject({ limit, period, key: key.optional() }).optional(),
    throttle: z
      .strictObject({ limit, period, key: key.optional(), burst: limit.default(1) })
      .optional(),
    debounce: z
      .strictObject({ period, key: key.optional(), timeout: period.optional() })
      .optional(),
    singleton: z.strictObject({ key: key.optional(), mode: z.enum(["skip", "cancel"]) }).optional(),
    cancel: z
      .array(
        z.strictObject({
          event: z.string().min(1),
          // Kept as text: it is evaluated against the run's event when the other one arrives.
          if: z.string().refine(isCondition, "is not an expression").optional(),
          timeout: period.optional(),
        }),
      )
      .default([]),
    timeouts: z.strictObject({ start: period.optional(), finish: period.optional() }).default({}),
    batchEvents: unsupported,
    priority: unsupported,
  })
  .refine((config) => !config.idempotency || !config.rateLimit, {
    path: ["rateLimit"],
    error: "cannot be combined with idempotency",
  });

function isCondition(text: string): boolean {
  try {
    return Boolean(compileCondition(text));
  } catch {
    return false;
  }
}

export type EngineFunction = z.output<typeof functionConfig>;
export type Functions = ReadonlyMap<string, EngineFunction>;

/** A registration that asks for something this engine cannot do. */
export class RefusedRegistration extends Error {
  constructor(readonly problems: string[]) {
    super(`The app's functions were refused: ${problems.join("; ")}`);
  }
}

const describeIssue = (config: unknown) => (issue: z.core.$ZodIssue) => {
  const named = z.object({ id: z.string() }).safeParse(config);
  const who = named.success ? named.data.id : "a function";
  return `${who}: ${[issue.path.join("."), issue.message].filter(Boolean).join(" ")}`;
};

/** The functions that can be served, and by name each function and feature that cannot. */
export function readFunctions(configs: unknown[]): { functions: Functions; problems: string[] } {
  const functions = new Map<string, EngineFunction>();
  const problems: string[] = [];
  for (const config of configs) {
    const read = functionConfig.safeParse(config);
    if (read.success) functions.set(read.data.id, read.data);
    else problems.push(...read.error.issues.map(describeIssue(config)));
  }
  return { functions, problems };
}

/** The event name of a trigger may end in `*`. */
export function triggersOn(fn: EngineFunction, event: { name: string }): boolean {
  return fn.triggers.some(({ event: pattern, expression }) => {
    if (pattern === undefined) return false;
    const named = pattern.endsWith("*")
      ? event.name.startsWith(pattern.slice(0, -1))
      : event.name === pattern;
    return named && (expression?.({ event }) ?? true);
  });
}

/** Attempts of one call, the first included: four retries unless the function says otherwise. */
export const maxAttempts = (fn: EngineFunction | undefined) =>
  (fn?.steps.step.retries?.attempts ?? DEFAULT_RETRIES) + 1;

const DEFAULT_RETRIES = 4;
