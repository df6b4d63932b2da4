import type { Context as Http } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** Error answers in the Web API's words. */
export const problem = (http: Http, status: ContentfulStatusCode, message: string) =>
  http.json({ error: { status, message } }, status);

export const unauthorized = (http: Http) => {
  http.header("www-authenticate", 'Bearer realm="spotify", error="invalid_token"');
  return problem(http, 401, "Missing/invalid/expired access token");
};

export const notListed = (http: Http) =>
  http.text(
    "Check settings on developer.spotify.com/dashboard, the user may not be registered.",
    403,
  );
export const forbidden = (http: Http) => problem(http, 403, "Forbidden");
export const insufficientScope = (http: Http) => problem(http, 403, "Insufficient client scope");
export const resourceNotFound = (http: Http) => problem(http, 404, "Resource not found");
export const serviceNotFound = (http: Http) => problem(http, 404, "Service not found");
export const invalidId = (http: Http) => problem(http, 400, "Invalid base62 id");

/** Error answers of the accounts service. */
export const oauthProblem = (http: Http, error: string, description?: string) =>
  http.json({ error, ...(description && { error_description: description }) }, 400);
