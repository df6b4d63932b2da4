import { z } from "zod";
import { readJson } from "./read-json";

type Problem = { message: string | null; reason: string | null };

const shapes = z.union([
  z
    .object({ error: z.object({ message: z.string(), reason: z.string().nullish() }) })
    .transform(({ error }) => ({ message: error.message, reason: error.reason ?? null })),
  z
    .object({ error: z.string(), error_description: z.string().nullish() })
    .transform((body) => ({ message: body.error_description ?? body.error, reason: body.error })),
  z
    .object({ errors: z.tuple([z.object({ code: z.string(), detail: z.string() })], z.unknown()) })
    .transform(({ errors: [{ code, detail }] }) => ({ message: detail, reason: code })),
  z.object({ detail: z.string() }).transform(({ detail }) => ({ message: detail, reason: null })),
  z.record(z.string(), z.array(z.string()).min(1)).transform((fields) => ({
    message: Object.entries(fields)
      .map(([field, problems]) => `${field}: ${problems.join(" ")}`)
      .join("; "),
    reason: null,
  })),
]);

const MAX_LENGTH = 200;

/** What a refusal says, from the JSON shapes of the providers or from plain text; HTML says nothing. */
export function readProblem(text: string): Problem {
  const { message, reason } = shapes.safeParse(readJson(text)).data ?? {
    message: text,
    reason: null,
  };
  const line = message.trim().replace(/\s+/g, " ");
  const readable = line !== "" && !line.startsWith("<");
  return { message: readable ? line.slice(0, MAX_LENGTH) : null, reason };
}
