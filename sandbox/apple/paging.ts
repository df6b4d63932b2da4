import type { Context as Http } from "hono";
import { invalidParameter } from "./problems";

/** One page of a list in Apple's shape: `data`, a relative `next` while there is more, `meta.total`. */
export function pageAnswer<Item>(
  http: Http,
  list: { path: string; items: readonly Item[]; limit: number; most: number },
  toJson: (item: Item) => unknown,
): Response {
  const limit = Number(http.req.query("limit") ?? list.limit);
  const offset = Number(http.req.query("offset") ?? 0);
  if (!Number.isInteger(limit) || limit < 1 || limit > list.most) {
    return invalidParameter(`limit: Value must be an integer from 1 to ${list.most}`);
  }
  if (!Number.isInteger(offset) || offset < 0) {
    return invalidParameter("offset: Value must be an integer from 0 on");
  }
  const more = offset + limit < list.items.length;
  return Response.json({
    ...(more && { next: `/v1${list.path}?offset=${offset + limit}` }),
    data: list.items.slice(offset, offset + limit).map(toJson),
    meta: { total: list.items.length },
  });
}
