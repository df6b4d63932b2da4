import type { Api } from "./session";
import { apiBase } from "./session";

export interface PageAsked {
  limit: number;
  offset: number;
}

interface Limits {
  limit: { default: number; most: number };
  mostOffset: number;
}

/** The limit and offset of a request, or the 400 message they deserve. */
export function readPage(http: Api, limits: Limits): PageAsked | { message: string } {
  const limit = Number(http.req.query("limit") ?? limits.limit.default);
  const offset = Number(http.req.query("offset") ?? 0);
  if (!Number.isInteger(limit) || limit < 1 || limit > limits.limit.most) {
    return { message: "Invalid limit" };
  }
  if (!Number.isInteger(offset) || offset < 0 || offset > limits.mostOffset) {
    return { message: "Invalid offset" };
  }
  return { limit, offset };
}

/** One page of a list, with links that keep the caller's other parameters. */
export function pageJson<Item, Json>(
  http: Api,
  path: string,
  asked: PageAsked,
  items: readonly Item[],
  toJson: (item: Item) => Json,
) {
  const { limit, offset } = asked;
  const link = (start: number) => {
    const params = new URL(http.req.url).searchParams;
    params.set("offset", String(start));
    params.set("limit", String(limit));
    return `${apiBase(http)}${path}?${params}`;
  };
  return {
    href: link(offset),
    items: items.slice(offset, offset + limit).map(toJson),
    limit,
    next: offset + limit < items.length ? link(offset + limit) : null,
    offset,
    previous: offset > 0 ? link(Math.max(0, offset - limit)) : null,
    total: items.length,
  };
}
