import { type Logger, pino } from "pino";

/** Errors are logged without the fields that quote rows of the database. */
function plainError(error: unknown) {
  if (!(error instanceof Error)) return error;
  const { name, message, stack } = error;
  return { name, message, stack, ...("code" in error && { code: error.code }) };
}

export const createLogger = (level: string): Logger =>
  pino({ name: "engine", level, serializers: { error: plainError } });
