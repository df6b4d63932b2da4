import type { AppResponse } from "./app-client";
import { type Operation, operations } from "./operations";

/** What a call of the app came to. */
export type Answer =
  | { kind: "returned"; output: unknown }
  | { kind: "operations"; operations: Operation[]; retryAfter: string | null }
  | { kind: "failed"; error: unknown; final: boolean; retryAfter: string | null };

const broken = (message: string): Answer => ({
  kind: "failed",
  error: { name: "Error", message },
  final: false,
  retryAfter: null,
});

/** Reads a response of the app. */
export function readAnswer({ status, body, signed, noRetry, retryAfter }: AppResponse): Answer {
  if (!signed) return broken(`The app answered ${status} without a signature`);
  const value = parseJson(body);
  if (value === undefined) return broken(`The app answered ${status} with malformed JSON`);
  if (status === 200) return { kind: "returned", output: value };
  if (status !== 206) return { kind: "failed", error: value, final: noRetry, retryAfter };
  const read = operations.min(1).safeParse(value);
  if (!read.success) return broken("The app answered with operations that cannot be read");
  return { kind: "operations", operations: read.data, retryAfter };
}

/** Undefined when the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
