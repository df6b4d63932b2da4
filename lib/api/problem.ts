import { AppError, type AppErrorCode } from "@/lib/errors";

/** RFC 9457: each kind of problem has a `type` that never changes, a status and a title. */
const kinds = {
  malformed: { status: 400, title: "The request cannot be read" },
  unauthenticated: { status: 401, title: "A valid token is needed" },
  forbidden: { status: 403, title: "That is not allowed" },
  "not-found": { status: 404, title: "Not found" },
  "method-not-allowed": { status: 405, title: "Not that method" },
  conflict: { status: 409, title: "That does not fit what is there" },
  reconnect: { status: 409, title: "A service has to be connected again" },
  "too-large": { status: 413, title: "The body is too large" },
  "unsupported-media-type": { status: 415, title: "The body must be JSON" },
  invalid: { status: 422, title: "The values do not fit" },
  "too-many-requests": { status: 429, title: "Too many requests" },
  failed: { status: 500, title: "Clouder failed" },
  "no-answer": { status: 503, title: "A service gave no answer" },
} as const;

export type ProblemKind = keyof typeof kinds;
/** `at` is a JSON pointer into the body, or the name of a parameter. */
export type Misfit = { at: string; detail: string };

export const problemKinds = Object.keys(kinds);
export const problemType = (kind: string) => `urn:clouder:problem:${kind}`;

/** A refusal with everything that its answer says. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly headers: Record<string, string>;
  readonly errors: readonly Misfit[];
  constructor(
    readonly kind: ProblemKind,
    detail: string,
    more: { headers?: Record<string, string>; errors?: readonly Misfit[] } = {},
  ) {
    super(detail);
    this.headers = more.headers ?? {};
    this.errors = more.errors ?? [];
  }
}

const kindOfCode: Record<AppErrorCode, ProblemKind> = {
  UNAUTHENTICATED: "unauthenticated",
  FORBIDDEN: "forbidden",
  NOT_FOUND: "not-found",
  CONFLICT: "conflict",
  INVALID: "invalid",
  RECONNECT: "reconnect",
  NO_ANSWER: "no-answer",
};

/** Null for a bug, which is nobody's business but the log's. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  return error instanceof AppError ? new Problem(kindOfCode[error.code], error.message) : null;
}

export function problemResponse(
  { kind, message: detail, errors, headers: own }: Problem,
  { headers, instance }: { headers: Headers; instance: string },
): Response {
  const { status, title } = kinds[kind];
  const all = new Headers([...headers, ...Object.entries(own)]);
  all.set("content-type", "application/problem+json");
  all.set("cache-control", "no-store");
  const more = errors.length > 0 ? { errors } : {};
  const body = { type: problemType(kind), title, status, detail, instance, ...more };
  return new Response(JSON.stringify(body), { status, headers: all });
}
