import type { Fault } from "./fault";
import type { Provider } from "./limits";

type RetryAfter = Extract<Fault, { kind: "quota" }>["retryAfter"];

function retryHeader(retryAfter: RetryAfter, now: Date): Record<string, string> {
  if (retryAfter === "missing") return {};
  if (typeof retryAfter === "number") return { "retry-after": String(retryAfter) };
  const date = new Date(now.getTime() + retryAfter.dateInSeconds * 1_000);
  return { "retry-after": date.toUTCString() };
}

/** An error in the words of the provider it comes from. */
export function refusal(provider: Provider, status: number, message: string): Response {
  const body = provider === "spotify" ? { error: { status, message } } : { detail: message };
  return Response.json(body, { status });
}

export function tooMany(
  provider: Provider,
  limit: { retryAfter: RetryAfter; body: "json" | "text"; now: Date },
): Response {
  const headers = retryHeader(limit.retryAfter, limit.now);
  if (limit.body === "text") return new Response("Too many requests", { status: 429, headers });
  const seconds = typeof limit.retryAfter === "number" ? limit.retryAfter : 5;
  const body =
    provider === "spotify"
      ? { error: { status: 429, message: "API rate limit exceeded" } }
      : { detail: `Request was throttled. Expected available in ${seconds} seconds.` };
  return Response.json(body, { status: 429, headers });
}

export const quotaExceeded = (retryAfter: RetryAfter, now: Date) =>
  Response.json(
    { error: { status: 429, message: "Too many requests", reason: "QUOTA_EXCEEDED" } },
    { status: 429, headers: retryHeader(retryAfter, now) },
  );

export function unauthorized(provider: Provider): Response {
  const spotify = provider === "spotify";
  const answer = refusal(
    provider,
    401,
    spotify
      ? "Missing/invalid/expired access token"
      : "Authentication credentials were not provided.",
  );
  answer.headers.set(
    "www-authenticate",
    spotify ? 'Bearer realm="spotify", error="invalid_token"' : 'Bearer realm="api"',
  );
  return answer;
}

export const htmlPage = (status: number) =>
  new Response("<!doctype html><html><body><h1>Bad gateway</h1></body></html>", {
    status,
    headers: { "content-type": "text/html" },
  });
