import { type Logger, pino } from "pino";

const DEEPEST = 6;

/** Errors and their causes are logged without the fields that quote rows of the database. */
function plainError(error: unknown, depth = 1): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack, cause } = error;
  return {
    name,
    message,
    stack,
    ...("code" in error && { code: error.code }),
    ...(cause !== undefined && depth < DEEPEST && { cause: plainError(cause, depth + 1) }),
  };
}

export const createLogger = (level: string): Logger =>
  pino({ level, base: { app: "engine" }, serializers: { error: (error) => plainError(error) } });
