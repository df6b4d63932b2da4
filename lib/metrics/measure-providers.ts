import { Counter, Gauge, type Registry } from "prom-client";
import type { countRequests } from "@/db/queries/metrics";
import type { listBuckets, listCooldowns } from "@/db/queries/traffic";

type Read = {
  requests: Awaited<ReturnType<typeof countRequests>>;
  cooldowns: Awaited<ReturnType<typeof listCooldowns>>;
  buckets: Awaited<ReturnType<typeof listBuckets>>;
  now: Date;
};

const GROUP = ["provider", "group"] as const;

/** What the providers were asked today, how they answered, and what they allow now. */
export function measureProviders(
  registers: Registry[],
  { requests, cooldowns, buckets, now }: Read,
) {
  const counter = (name: string, help: string) =>
    new Counter({ name, help, labelNames: GROUP, registers });
  const asked = counter("clouder_provider_requests_total", "Requests sent since midnight UTC.");
  const refused = counter(
    "clouder_provider_refused_total",
    "Requests answered 429 since midnight UTC.",
  );
  const failed = counter(
    "clouder_provider_failed_total",
    "Requests without a usable answer since midnight UTC.",
  );
  for (const { provider, endpoint_group: group, ...counts } of requests) {
    asked.inc({ provider, group }, counts.requests);
    refused.inc({ provider, group }, counts.refused);
    failed.inc({ provider, group }, counts.failed);
  }

  const cooling = new Gauge({
    name: "clouder_provider_cooldown_seconds",
    help: "Seconds until the provider may be asked again; all its groups when the group is *.",
    labelNames: [...GROUP, "reason"],
    registers,
  });
  for (const { provider, group, reason, until } of cooldowns) {
    const seconds = Math.max(0, (until.getTime() - now.getTime()) / 1000);
    cooling.set({ provider, group, reason: reason ?? "" }, seconds);
  }

  const gauge = (name: string, help: string) =>
    new Gauge({ name, help, labelNames: GROUP, registers });
  const configured = gauge(
    "clouder_provider_configured_per_second",
    "Requests a second that the settings allow.",
  );
  const allowed = gauge(
    "clouder_provider_allowed_per_second",
    "Requests a second that are allowed now: fewer after refusals.",
  );
  const tokens = gauge(
    "clouder_provider_tokens",
    "Requests that may be sent at once before the window is full.",
  );
  for (const { provider, group, requests: most, windowS, share, inWindow } of buckets) {
    configured.set({ provider, group }, most / windowS);
    allowed.set({ provider, group }, (most * share) / windowS);
    tokens.set({ provider, group }, Math.max(0, Math.floor(most * share) - inWindow));
  }
}
