import type { Context as Http } from "hono";
import type { Grant } from "../state/state";

export interface ApiEnv {
  Variables: { grant: Grant };
}

export type Api = Http<ApiEnv>;

export const userIdOf = (http: Api) => http.get("grant").userId;

/** Whether the token was granted any one of the scopes. */
export const hasScope = (http: Api, ...scopes: string[]) => {
  const granted = http.get("grant").scope.split(" ");
  return scopes.some((scope) => granted.includes(scope));
};

/** The JSON body; null when it is none. */
export const bodyOf = (http: Api): Promise<unknown> => http.req.json().catch(() => null);

/** The address the Web API is reached at, for the links in its answers. */
export function apiBase(http: Api): string {
  const { origin, pathname } = new URL(http.req.url);
  return `${origin}${pathname.slice(0, pathname.indexOf("/v1") + 3)}`;
}
