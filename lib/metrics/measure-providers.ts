import { Counter, Gauge, type Registry } from "prom-client";
import type { countRequests, listCooldownSeconds } from "@/db/queries/metrics";

type Read = {
  requests: Awaited<ReturnType<typeof countRequests>>;
  cooldowns: Awaited<ReturnType<typeof listCooldownSeconds>>;
};

const GROUP = ["provider", "group"] as const;

/** What the providers were asked today, how they answered, and what they allow now. */
export function measureProviders(registers: Registry[], { requests, cooldowns }: Read) {
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
  for (const { provider, endpoint_group: group, reason, seconds } of cooldowns) {
    cooling.set({ provider, group, reason: reason ?? "" }, seconds);
  }
}
