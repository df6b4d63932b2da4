const DEEPEST = 6;
/** What a statement was given may be anything that is stored. */
const PARAMETERS = /\nparams: [\s\S]*$/;

const tellable = (value: unknown) =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

/** What may help to know of an error's own fields; the rest could hold anything. */
const FIELDS = ["code", "kind", "status", "provider", "group", "constraint_name", "digest"];

/** An error and its causes as they may be logged: what happened and where, and no data. */
export function plainError(error: unknown, depth = 1): unknown {
  if (!(error instanceof Error)) return tellable(error) ? error : { message: String(error) };
  const message = error.message.replace(PARAMETERS, "");
  const own = Object.entries(error).filter(
    ([key, value]) => FIELDS.includes(key) && tellable(value),
  );
  return {
    name: error.name,
    message,
    ...Object.fromEntries(own),
    stack: error.stack?.replace(error.message, () => message),
    ...(error.cause !== undefined &&
      depth < DEEPEST && { cause: plainError(error.cause, depth + 1) }),
  };
}
