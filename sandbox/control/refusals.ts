import { problemBody } from "../musicbrainz/problems";
import type { Fault } from "./fault";
import type { Provider } from "./limits";

type RetryAfter = Extract<Fault, { kind: "quota" }>["retryAfter"];

function retryHeader(retryAfter: RetryAfter, now: Date): Record<string, string> {
  if (retryAfter === "missing") return {};
  if (typeof retryAfter === "number") return { "retry-after": String(retryAfter) };
  const date = new Date(now.getTime() + retryAfter.dateInSeconds * 1_000);
  return { "retry-after": date.toUTCString() };
}

function errorBody(provider: Provider, status: number, message: string) {
  switch (provider) {
    case "spotify":
      return { error: { status, message } };
    case "beatport":
      return { detail: message };
    case "apple":
      return { errors: [{ title: message, status: String(status), code: `${status}00` }] };
    case "musicbrainz":
      return problemBody(message);
  }
}

/** What each provider says to the caller who asked too often. */
const tooManyWords = (provider: Provider, seconds: number): string =>
  ({
    spotify: "API rate limit exceeded",
    beatport: `Request was throttled. Expected available in ${seconds} seconds.`,
    apple: "API Capacity Exceeded",
    musicbrainz:
      "Your requests are exceeding the allowable rate limit. Please see https://musicbrainz.org/doc/MusicBrainz_API/Rate_Limiting for more information.",
  })[provider];

/** An error in the words of the provider it comes from. */
export function refusal(provider: Provider, status: number, message: string): Response {
  return Response.json(errorBody(provider, status, message), { status });
}

export function tooMany(
  provider: Provider,
  limit: { retryAfter: RetryAfter; body: "json" | "text"; now: Date },
): Response {
  const headers = retryHeader(limit.retryAfter, limit.now);
  const status = provider === "musicbrainz" ? 503 : 429;
  if (limit.body === "text") return new Response("Too many requests", { status, headers });
  const seconds = typeof limit.retryAfter === "number" ? limit.retryAfter : 5;
  const body = errorBody(provider, status, tooManyWords(provider, seconds));
  return Response.json(body, { status, headers });
}

export const quotaExceeded = (retryAfter: RetryAfter, now: Date) =>
  Response.json(
    { error: { status: 429, message: "Too many requests", reason: "QUOTA_EXCEEDED" } },
    { status: 429, headers: retryHeader(retryAfter, now) },
  );

export function unauthorized(provider: Provider): Response {
  if (provider === "apple") return new Response(null, { status: 401 });
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
