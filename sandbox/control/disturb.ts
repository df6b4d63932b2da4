import { setTimeout as pause } from "node:timers/promises";
import type { Context as Http, MiddlewareHandler } from "hono";
import type { Context } from "../context";
import type { Fault } from "./fault";
import type { Provider } from "./limits";
import { matches } from "./match";
import { htmlPage, quotaExceeded, refusal, tooMany, unauthorized } from "./refusals";
import { dropConnection, hang, slowDown, truncate } from "./spoil";

interface Disturbance {
  http: Http;
  provider: Provider;
  now: Date;
  /** Lets the request take effect and gives its answer. */
  apply: () => Promise<Response>;
}

async function suffer(fault: Fault, { http, provider, now, apply }: Disturbance) {
  switch (fault.kind) {
    case "rate-limit":
      return tooMany(provider, { retryAfter: fault.retryAfter, body: fault.body, now });
    case "quota":
      return quotaExceeded(fault.retryAfter, now);
    case "status":
      return fault.body === undefined
        ? refusal(provider, fault.status, "Service unavailable")
        : new Response(fault.body, { status: fault.status });
    case "unauthorized":
      return unauthorized(provider);
    case "hang":
      return hang(http, fault.holdMs);
    case "reset":
      return dropConnection(http);
    case "html":
      return htmlPage(fault.status);
    case "applied-then-status":
      await apply();
      return refusal(provider, fault.status, "Server error");
    case "applied-then-hang":
      await apply();
      return hang(http, fault.holdMs);
    case "applied-then-reset":
      await apply();
      return dropConnection(http);
    case "slow-body":
      return slowDown(await apply(), fault.ms);
    case "truncated":
      return truncate(await apply());
  }
}

/** Counts a provider's requests, and lets latency, limits and faults at them. */
export function disturb(context: Context, provider: Provider): MiddlewareHandler {
  return async (http, next) => {
    const { traffic } = context;
    const url = new URL(http.req.url);
    const request = { method: http.req.method, path: `${url.pathname}${url.search}` };
    const apply = async () => {
      await next();
      return http.res;
    };

    const answered = async (): Promise<Response> => {
      const { latency } = traffic;
      if (latency.ms > 0 && matches(latency.match, request)) await pause(latency.ms);
      const now = context.machineNow();
      const waitSeconds = traffic.limits.admit(provider);
      if (waitSeconds !== null) {
        return tooMany(provider, { retryAfter: waitSeconds, body: "json", now });
      }
      const fault = traffic.faults.strike(request);
      return fault ? suffer(fault, { http, provider, now, apply }) : apply();
    };

    const answer = await answered();
    const dropped = answer.headers.has("x-hono-already-sent");
    traffic.stats.record({
      at: new Date().toISOString(),
      ...request,
      status: dropped ? null : answer.status,
    });
    if (answer !== http.res) {
      http.res = undefined;
      http.res = answer;
    }
  };
}
