import "server-only";
import type { z } from "zod";
import { type Provider, providerName } from "@/lib/connections/provider";
import { env } from "@/lib/env";
import type { Lane } from "./pace";
import { readProblem } from "./problem";
import { ProviderError, type ProviderErrorKind } from "./provider-error";
import { readJson } from "./read-json";
import { readRetryAfter } from "./retry-after";

export type GovernedRequest = {
  provider: Provider;
  /** Endpoints that share a quota at the provider. */
  group: string;
  lane: Lane;
  url: URL;
  method: "GET" | "POST" | "PUT" | "DELETE";
  headers?: Record<string, string>;
  body?: string;
  /** Sending it twice does no more than sending it once. */
  repeatable: boolean;
};

export type Refusal = { retryAfterSeconds: number | null; reason: string | null };

export type Outcome<T> = { value: T } | { refusal: Refusal } | { error: ProviderError };

/** Providers that answer 503 to who asks too often, and to everybody while they are too busy. */
const busyMeansSlower: ReadonlySet<Provider> = new Set(["musicbrainz"]);

/** One attempt, without waiting or repeating. The body must fit the schema; a body without use is `z.unknown()`. */
export async function sendRequest<Schema extends z.ZodType>(
  { provider, group, url, method, headers, body }: GovernedRequest,
  schema: Schema,
): Promise<Outcome<z.output<Schema>>> {
  const failed = (
    kind: ProviderErrorKind,
    status: number | null,
    what: string,
    { cause, reason }: { cause?: unknown; reason?: string | null } = {},
  ) => ({
    error: new ProviderError(
      { provider, group, kind, status, reason, message: `${providerName(provider)} ${what}` },
      { cause },
    ),
  });

  try {
    const response = await fetch(url, {
      method,
      headers: { accept: "application/json", ...headers },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(env.REQUEST_TIMEOUT_MS),
    });
    const text = await response.text();
    const { status } = response;

    if (response.ok) {
      const body = readJson(text);
      const parsed = schema.safeParse(body);
      // some writes are answered with nothing, but never with a gateway's page
      const readable = body !== undefined || text.trim() === "";
      if (parsed.success && readable) return { value: parsed.data };
      return failed("malformed", status, "sent an answer that cannot be read.", {
        cause: parsed.error,
      });
    }
    const { message, reason } = readProblem(text);
    if (status === 429 || (status === 503 && busyMeansSlower.has(provider))) {
      const retryAfterSeconds = readRetryAfter(response.headers.get("retry-after"), new Date());
      return { refusal: { retryAfterSeconds, reason } };
    }
    const what = `answered ${status}${message ? `: ${message}` : "."}`;
    return failed(kindOf(status), status, what, { reason });
  } catch (error) {
    return error instanceof DOMException && error.name === "TimeoutError"
      ? failed("timeout", null, "did not answer in time.", { cause: error })
      : failed("network", null, "could not be reached.", { cause: error });
  }
}

function kindOf(status: number): ProviderErrorKind {
  if (status >= 500 || status === 408) return "unavailable";
  if (status === 401) return "unauthorized";
  if (status === 403) return "forbidden";
  return status === 404 ? "not_found" : "invalid";
}
