import type { Context as Http } from "hono";
import type { z } from "zod";

/** A request the control cannot carry out; its message says what to send instead. */
export class ControlError extends Error {
  override readonly name = "ControlError";
  constructor(
    readonly status: 400 | 403 | 404,
    message: string,
  ) {
    super(message);
  }
}

/** The JSON body; an empty one counts as `{}`. */
export async function readBody<Schema extends z.ZodType>(http: Http, schema: Schema) {
  const text = await http.req.text();
  const body = schema.safeParse(text === "" ? {} : parseJson(text));
  if (body.success) return body.data;
  const problems = body.error.issues.map(({ path, message }) =>
    path.length ? `${path.join(".")}: ${message}` : message,
  );
  throw new ControlError(400, problems.join("; "));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ControlError(400, "The body is not JSON.");
  }
}
