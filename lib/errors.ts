export type AppErrorCode =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "CONFLICT"
  | "INVALID"
  | "RECONNECT"
  | "NO_ANSWER";

/** An outcome the person at the keyboard can cause and should be told about. */
export class AppError extends Error {
  override readonly name = "AppError";
  constructor(
    readonly code: AppErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const statuses: Record<AppErrorCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  INVALID: 400,
  RECONNECT: 409,
  NO_ANSWER: 503,
};

/** The HTTP status a route handler answers with for an expected failure. */
export const statusOf = (error: AppError) => statuses[error.code];
