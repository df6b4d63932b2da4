import type { Context as Http } from "hono";

/** Error answers in Beatport's words. */
export const notFound = (http: Http) => http.json({ detail: "Not found." }, 404);

export const invalidPage = (http: Http) => http.json({ detail: "Invalid page." }, 404);

export const unauthenticated = (http: Http) =>
  http.json({ detail: "Authentication credentials were not provided." }, 401, {
    "www-authenticate": 'Bearer realm="api"',
  });

export const territoryRestricted = (http: Http) =>
  http.json({ detail: "Territory Restricted." }, 403);

export const oauthError = (http: Http, status: 400 | 401, error: string) =>
  http.json({ error }, status);
