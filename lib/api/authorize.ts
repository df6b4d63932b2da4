import type { Db } from "@/db/handle";
import { takeRequest } from "@/db/queries/api-budgets";
import { findApiToken, touchApiToken } from "@/db/queries/api-tokens";
import { Problem } from "./problem";
import type { ApiScope } from "./scope";
import { bearerOf, hashOfToken } from "./token";

const WINDOW_MS = 60_000;
const LONGEST_ADDRESS = 64;

/** Requests a minute: of a token, and of an address that shows none. */
export type Limits = { token: number; address: number };
export type Caller = NonNullable<Awaited<ReturnType<typeof findApiToken>>>;

/** Who asks; null when nobody we know. Each request is charged, and `headers` tell what is left. */
export async function identify(
  db: Db,
  request: Request,
  { limits, headers }: { limits: Limits; headers: Headers },
): Promise<Caller | null> {
  const token = bearerOf(request.headers.get("authorization"));
  const caller = token ? await findApiToken(db, { tokenHash: hashOfToken(token) }) : null;
  const key = caller ? `token:${caller.id}` : `address:${addressOf(request)}`;
  const burst = caller ? limits.token : limits.address;
  const budget = await takeRequest(db, { key, burst, windowMs: WINDOW_MS });
  headers.set("ratelimit-limit", String(burst));
  headers.set("ratelimit-remaining", String(budget.remaining));
  headers.set("ratelimit-reset", String(budget.resetSeconds));
  if (!budget.passed) {
    const seconds = budget.waitSeconds;
    throw new Problem("too-many-requests", `Too many requests. Try again in ${seconds} s.`, {
      headers: { "retry-after": String(seconds) },
    });
  }
  if (caller?.isStale) await touchApiToken(db, { tokenId: caller.id });
  return caller;
}

const addressOf = ({ headers }: Request) =>
  (headers.get("x-forwarded-for")?.split(",")[0]?.trim() || "unknown").slice(0, LONGEST_ADDRESS);

/** Refuses who is not known, and a token that was not made for this. */
export function authorize(caller: Caller | null, scope: ApiScope): Caller {
  if (!caller) {
    throw new Problem(
      "unauthenticated",
      "Send a token that is good: Authorization: Bearer cldr_…",
      {
        headers: { "www-authenticate": 'Bearer realm="clouder"' },
      },
    );
  }
  if (!caller.scopes.includes(scope)) {
    throw new Problem("forbidden", `This token may not do that: it needs ${scope}.`, {
      headers: {
        "www-authenticate": `Bearer realm="clouder", error="insufficient_scope", scope="${scope}"`,
      },
    });
  }
  return caller;
}
